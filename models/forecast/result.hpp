#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "models/plan/plan.hpp"

namespace jobcast::forecast {

/// Mean, spread and quantiles over the draws.
struct Summary {
  double mean = 0.0;
  double sd = 0.0;
  double p05 = 0.0, p25 = 0.0, p50 = 0.0, p75 = 0.0, p95 = 0.0;
};

/// One indicator at one survey.
struct IndicatorForecast {
  plan::Indicator::Id id = plan::Indicator::Id::employment_rate_15_64;
  time::Date reference_week;  ///< its Sunday; the survey is named by year and month
  double base = 0.0;          ///< published, same half of the base year
  double target = 0.0;
  Summary published;  ///< what the survey will print, with sampling error and rounding
  Summary truth;      ///< what a census would find
  double probability_published_meets_target = 0.0;
  double probability_true_meets_target = 0.0;
  double monte_carlo_error = 0.0;  ///< standard error of probability_published_meets_target
};

/// A part of the change of an indicator's true value from the base year's October to the plan year's, in its own unit.
struct ChangePart {
  plan::Indicator::Id id = plan::Indicator::Id::employment_rate_15_64;
  std::string from;     ///< "population", "behaviour", "programmes"
  double points = 0.0;  ///< mean
  double p05 = 0.0, p95 = 0.0;
};

/// Where the base year stood: what was published, and the level that the survey's whole history makes plausible.
struct StartingLevel {
  plan::Indicator::Id id = plan::Indicator::Id::employment_rate_15_64;
  double published = 0.0;
  double mean = 0.0;
  double sd = 0.0;
};

/// Share of the variance of a published indicator that comes from one source (total effect, Jansen 1999; shares are
/// scaled to sum to 1).
struct VarianceShare {
  plan::Indicator::Id id = plan::Indicator::Id::employment_rate_15_64;
  std::string source;  ///< "parameters", "chance", "execution", "survey"
  double share = 0.0;
};

/// Jobs of a sector in the plan's own counting against persons.
struct SectorJobs {
  plan::Sector sector = plan::Sector::direct;
  double plan_jobs = 0.0;
  double persons = 0.0;                    ///< heads behind the plan's jobs
  double at_work_in_reference_week = 0.0;  ///< mean over draws, October
  double at_work_15_64 = 0.0;
  double net_employment = 0.0;  ///< additional employed residents that week, against no programmes; mean
  double net_p05 = 0.0, net_p95 = 0.0;
  double unfilled = 0.0;  ///< slots for which nobody eligible was left; mean
};

struct PopulationForecast {
  time::Date date;        ///< a 31 December
  std::string age_group;  ///< "0-14", …, "65+", "all"
  std::string sex;        ///< "male", "female", "both"
  double mean = 0.0, p05 = 0.0, p95 = 0.0;
};

struct FlowForecast {
  int year = 0;
  struct Flow {
    double mean = 0.0, p05 = 0.0, p95 = 0.0;
  };
  Flow births, deaths, arrivals, leavers;
};

/// One published figure of the past against what the model's starting state says, with the error that sampling allows.
struct FitLine {
  std::string survey;  ///< "2023H2"
  std::string what;    ///< item, sex, age, category: "employed male 15+"
  double published = 0.0;
  double model = 0.0;
  double sampling_error = 0.0;
  bool within = false;  ///< within rounding or one sampling error
};

/// Everything `jobcast forecast` answers.
struct Result {
  std::string plan_id;
  std::string scenario;
  plan::Text scenario_title;
  time::Date as_of;
  std::uint64_t seed = 0;
  int draws = 0;
  std::vector<IndicatorForecast> indicators;  ///< April then October, six each
  std::vector<StartingLevel> starting_levels;
  std::vector<ChangePart> change;
  std::vector<VarianceShare> uncertainty;
  std::vector<SectorJobs> jobs;
  std::vector<PopulationForecast> population;
  std::vector<FlowForecast> flows;
  std::vector<FitLine> fit;
};

}  // namespace jobcast::forecast
