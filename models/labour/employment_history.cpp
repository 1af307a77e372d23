#include "models/labour/employment_history.hpp"

#include <cmath>
#include <optional>

#include "models/labour/log_odds.hpp"
#include "models/labour/survey_figure.hpp"
#include "models/labour/survey_series.hpp"
#include "models/labour/volatility.hpp"

namespace jobcast::labour {
namespace {

using Bands = std::array<double, state::survey_band_count>;

constexpr std::array<const char*, state::survey_band_count> band_names{"15-29", "30-49", "50-64", "65+"};

/// Persons whom the survey sees and employed persons, at the start.
struct Headcount {
  double persons = 0.0;
  double employed = 0.0;
  double regular = 0.0;
  double temporary = 0.0;
  double unemployed = 0.0;

  Headcount(const LabourStart& start, const state::AgePyramid& registered, state::AgeRange ages,
            std::optional<state::Sex> only = std::nullopt) {
    for (int group = 0; group < state::labour_group_count; ++group) {
      const state::AgeRange of_group = state::labour_groups[static_cast<std::size_t>(group)];
      if (!ages.contains(of_group.from)) continue;
      const double coverage = start.coverage[static_cast<std::size_t>(state::band_of_labour_group(group))];
      for (const state::Sex sex : state::sexes) {
        if (only && *only != sex) continue;
        const auto& shares = start.shares[static_cast<std::size_t>(state::cell_of(group, sex))];
        const double people = coverage * registered.sum(sex, of_group);
        persons += people;
        employed += people * (shares[2] + shares[3] + shares[4]);
        regular += people * shares[2];
        temporary += people * shares[3];
        unemployed += people * shares[1];
      }
    }
  }
  [[nodiscard]] double employment_odds() const { return log_odds(employed / persons); }
};

/// Fills a state from a series; from the start alone where there is none.
SeriesState follow(Series series, double at_start, int last, const TrendSettings& settings) {
  SeriesState result;
  result.published = at_start;
  result.observations = static_cast<int>(series.size());
  if (series.empty() || series.back().step < last) {
    series.push_back({last, at_start});
  } else {
    result.published = series.back().value;
  }
  const std::vector<TrendState> states = smooth_trend(series, settings);
  result.now = states.back();
  result.year_before = states.size() > steps_a_year ? states[states.size() - 1 - steps_a_year] : result.now;
  result.innovation = settings.level_sd * std::sqrt(static_cast<double>(steps_a_year));
  return result;
}

TrendSettings walk(double measurement_sd, double innovation) {
  return {.measurement_sd = measurement_sd, .level_sd = innovation / std::sqrt(static_cast<double>(steps_a_year))};
}

/// Points a unit of log-odds, over the history: what turns the counties' points into log-odds.
double mean_points(const Series& series, double at_start) {
  if (series.empty()) return 100.0 * slope_at(at_start);
  double sum = 0.0;
  for (const TrendObservation& observation : series) sum += 100.0 * slope_at(observation.value);
  return sum / static_cast<double>(series.size());
}

struct BandInputs {
  std::array<Series, state::survey_band_count> series;
  Bands at_start{};    ///< log-odds
  Bands points{};      ///< a unit of log-odds
  Bands innovation{};  ///< log-odds a year
  Bands effect{};      ///< points of the rate of 15-64 today for a unit of a band's log-odds
};

BandInputs read_bands(const plan::Plan& plan, const LabourParameters& parameters, const LabourStart& start,
                      const state::AgePyramid& registered, int last) {
  BandInputs inputs;
  const double working_age = Headcount(start, registered, {15, 64}).persons;
  for (std::size_t band = 0; band < inputs.series.size(); ++band) {
    const Headcount people(start, registered, state::survey_bands[band]);
    inputs.series[band] = employment_series(plan, band_names[band], last);
    inputs.at_start[band] = people.employment_odds();
    inputs.points[band] = mean_points(inputs.series[band], inputs.at_start[band]);
    inputs.innovation[band] =
        shrunk_innovation(inputs.series[band], parameters.measurement[band].central(),
                          parameters.innovation[band].central(), parameters.innovation_weight.central()) /
        inputs.points[band];
    inputs.effect[band] = 100.0 * slope_at(inputs.at_start[band]) * people.persons / working_age;
  }
  return inputs;
}

TrendSettings band_settings(const LabourParameters& parameters, std::size_t band, const BandInputs& inputs) {
  const double points = inputs.points[band];
  TrendSettings settings = walk(parameters.measurement[band].central() / points, inputs.innovation[band]);
  settings.drift_sd = parameters.drift_spread[band].central() / points / steps_a_year;
  settings.drift_persistence = std::pow(parameters.drift_persistence.central(), 1.0 / steps_a_year);
  const random::Distribution& season = parameters.season_difference.distribution;
  settings.season_mean = 0.5 * season.mean() / points;
  // Half of the difference has half of its standard deviation, which is half of what lies between these quantiles.
  settings.season_sd = 0.25 * std::abs(season.quantile(0.84) - season.quantile(0.16)) / points;
  return settings;
}

/// The survey's error of the difference between women's and men's log-odds, 15-64.
double sex_gap_error(const LabourParameters& parameters, const LabourStart& start,
                     const state::AgePyramid& registered) {
  const Headcount both(start, registered, {15, 64});
  double variance = 0.0;
  for (const state::Sex sex : state::sexes) {
    const Headcount one(start, registered, {15, 64}, sex);
    const double asked = parameters.sample_persons.central() * one.persons / both.persons;
    variance += parameters.design_effect.central() / (asked * slope_at(one.employment_odds()));
  }
  return std::sqrt(variance);
}

SeriesState read_sex_gap(const plan::Plan& plan, const LabourParameters& parameters, const LabourStart& start,
                         const state::AgePyramid& registered, int last) {
  const double gap = Headcount(start, registered, {15, 64}, state::Sex::female).employment_odds() -
                     Headcount(start, registered, {15, 64}, state::Sex::male).employment_odds();
  return follow(sex_gap_series(plan, last), gap, last,
                walk(sex_gap_error(parameters, start, registered), parameters.sex_gap_innovation.central()));
}

SeriesState read_regular(const plan::Plan& plan, const LabourParameters& parameters, const LabourStart& start,
                         const state::AgePyramid& registered, int last) {
  const Headcount all(start, registered, {state::youngest_working_age, state::oldest_age});
  const double regular = log_odds(all.regular / all.employed);
  const double asked =
      parameters.sample_persons.central() * all.employed / Headcount(start, registered, {15, 64}).persons;
  const double error = std::sqrt(parameters.design_effect.central() / (asked * slope_at(regular)));
  return follow(regular_series(plan, last), regular, last, walk(error, parameters.regular_innovation.central()));
}

}  // namespace

EmploymentHistory read_history(const plan::Plan& plan, const LabourParameters& parameters, const LabourStart& start,
                               const state::AgePyramid& registered) {
  const int last = survey_index(start.survey).value_or(0);
  BandInputs inputs = read_bands(plan, parameters, start, registered, last);
  EmploymentHistory history;
  history.common = reconcile(inputs.innovation, inputs.effect, parameters.innovation_15_64.central());
  for (std::size_t band = 0; band < inputs.series.size(); ++band) {
    history.bands[band] =
        follow(inputs.series[band], inputs.at_start[band], last, band_settings(parameters, band, inputs));
  }
  history.sex_gap = read_sex_gap(plan, parameters, start, registered, last);
  history.regular = read_regular(plan, parameters, start, registered, last);
  const Headcount all(start, registered, {state::youngest_working_age, state::oldest_age});
  history.temporary_at_start = log_odds(all.temporary / (all.employed - all.regular));
  history.search_at_start = log_odds(all.unemployed / (all.persons - all.employed));
  return history;
}

}  // namespace jobcast::labour
