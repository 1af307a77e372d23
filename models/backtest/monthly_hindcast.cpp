#include "models/backtest/monthly_hindcast.hpp"

#include <memory>

#include "models/calibration/calibrate.hpp"
#include "models/labour/labour_step.hpp"
#include "models/population/population_step.hpp"
#include "models/state/cell_counts.hpp"
#include "models/survey/publish.hpp"

namespace jobcast::backtest {
namespace {

using Id = plan::Indicator::Id;
using random::Purpose;
using random::StreamKey;

/// The series that the forecast publishes.
struct Published {
  Id indicator;
  std::size_t series;
};
constexpr std::array published_series{Published{Id::youth_employment_rate_15_29, 0},
                                      Published{Id::employment_rate_15_64, calibration::band_count},
                                      Published{Id::employed_persons, calibration::ages_count}};

constexpr bool season_begins(int month) { return month % 3 == 0; }

/// The county's models at a view, which they outlive nothing of.
struct Models {
  plan::Plan plan;
  population::PopulationModel population;
  labour::LabourModel labour;
  survey::SurveyModel survey;

  Models(plan::Plan calibrated, int last_year)
      : plan(std::move(calibrated)),
        population(plan, plan.base_year, last_year),
        labour(plan, population.start()),
        survey(plan, population.start()) {}
};

/// Plays one block of draws month by month, as the forecast's calendar has it (models/forecast/calendar.hpp).
class Life {
 public:
  explicit Life(const Models& models) : models_(models) {}

  void play(std::uint64_t seed, std::uint32_t first_draw, MonthlyMembers& members) {
    const StreamKey parameters{seed, Purpose::parameters, 0};
    const StreamKey chance{seed, Purpose::chance, 0};
    const StreamKey sampling{seed, Purpose::survey, 0};
    const int start = models_.population.start_year();
    state::CountyBlock block(start, models_.population.last_year() - start);
    const auto people = population::draw_population(models_.population, parameters, first_draw);
    const auto work = labour::draw_labour(models_.labour, parameters, first_draw);
    population_.begin_block(models_.population, people, chance, first_draw, true);
    population_.open(block);
    labour_.begin_block(models_.labour, work, chance, first_draw, true);
    labour_.open(block);
    labour_.begin_season(block, models_.plan.as_of);
    const int last = static_cast<int>(members.size());
    for (int ahead = 0; ahead < last; ahead += 2) {
      const int year = start + 1 + ahead / 2;
      population_.begin_year(block, year);
      for (int month = 1; month <= 12; ++month) {
        const auto first = time::first_of_month(year, month);
        if (season_begins(month)) labour_.begin_season(block, first);
        population::MonthFlows flows;
        population_.step_month(block, first, flows);
        labour_.step_month(block, first);
        const bool has_survey = month == 4 || month == 10;
        const int index = ahead + (month == 10 ? 1 : 0);
        if (!has_survey || index >= last) continue;
        ask({year, month == 4 ? 1 : 2}, block, parameters, sampling, first_draw,
            members[static_cast<std::size_t>(index)]);
      }
      population_.end_year(block);
    }
  }

 private:
  void ask(survey::SurveyId survey, const state::CountyBlock& block, StreamKey parameters, StreamKey sampling,
           std::uint32_t first_draw, std::array<std::vector<double>, labour_series_count>& members) const {
    state::CellCounts people;
    state::count_cells(block, survey.reference_week(), people);
    const auto draw = survey::draw_survey(models_.survey, survey, parameters, sampling, first_draw);
    survey::IndicatorLanes truth, published;
    survey::publish(people, draw, truth, published);
    for (const auto& [indicator, series] : published_series) {
      const units::Lane& lanes = published.of(indicator);
      members[series].insert(members[series].end(), lanes.begin(), lanes.end());
    }
  }

  const Models& models_;
  population::PopulationStep population_;
  labour::LabourStep labour_;
};

}  // namespace

MonthlyMembers forecast_monthly(const plan::Plan& view, int half_years, std::uint64_t seed, int draws, int members) {
  plan::Plan calibrated = view;
  const int last_year = view.base_year + (half_years + 1) / 2;
  calibrated.forecast_until = time::make_date(last_year, 12, 31);
  auto calibration = calibration::calibrate(view, {.members = members, .seed = seed, .threads = 1});
  calibrated.posterior = std::make_shared<const plan::Posterior>("hindcast", std::move(calibration.columns));
  const Models models(std::move(calibrated), last_year);
  MonthlyMembers result(static_cast<std::size_t>(half_years));
  const auto life = std::make_unique<Life>(models);
  for (int first = 0; first < draws; first += units::lane_count) {
    life->play(seed, static_cast<std::uint32_t>(first), result);
  }
  return result;
}

}  // namespace jobcast::backtest
