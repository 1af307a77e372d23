#include "models/backtest/monthly_hindcast.hpp"

#include <memory>

#include "models/calibration/calibrate.hpp"
#include "models/forecast/play.hpp"
#include "models/forecast/streams.hpp"
#include "models/labour/labour_step.hpp"
#include "models/population/population_step.hpp"
#include "models/state/cell_counts.hpp"
#include "models/survey/publish.hpp"

namespace jobcast::backtest {
namespace {

using Id = plan::Indicator::Id;

/// The series that the forecast publishes.
struct Published {
  Id indicator;
  std::size_t series;
};
constexpr std::array published_series{Published{Id::youth_employment_rate_15_29, 0},
                                      Published{Id::employment_rate_15_64, calibration::band_count},
                                      Published{Id::employed_persons, calibration::ages_count}};

/// The county's models at a view, and what will happen there.
struct Models {
  plan::Plan plan;
  population::PopulationModel population;
  labour::LabourModel labour;
  survey::SurveyModel survey;
  forecast::Calendar calendar;

  Models(plan::Plan calibrated, int years)
      : plan(std::move(calibrated)),
        population(plan, plan.base_year, plan.base_year + years),
        labour(plan, population.start()),
        survey(plan, population.start()),
        calendar(forecast::make_calendar(plan, {}, plan.forecast_until, years)) {}
};

/// Plays blocks of draws through the calendar, without programmes.
class Life {
 public:
  explicit Life(const Models& models)
      : models_(models),
        block_(models.population.start_year(), models.population.last_year() - models.population.start_year()) {}

  void play(std::uint64_t seed, std::uint32_t first_draw, MonthlyMembers& members) {
    streams_ = forecast::Streams(seed);
    first_draw_ = first_draw;
    members_ = &members;
    const auto people = population::draw_population(models_.population, streams_.parameters, first_draw);
    const auto work = labour::draw_labour(models_.labour, streams_.parameters, first_draw);
    population_.begin_block(models_.population, people, streams_.chance, first_draw, true);
    population_.open(block_);
    labour_.begin_block(models_.labour, work, streams_.chance, first_draw, true);
    labour_.open(block_);
    forecast::play(models_.calendar, models_.calendar.last, Player{*this});
  }

 private:
  struct Player {
    Life& life;

    void operator()(const forecast::YearBegins& begins, time::Date) const {
      life.population_.begin_year(life.block_, begins.year);
    }
    void operator()(const forecast::SeasonBegins&, time::Date date) const {
      life.labour_.begin_season(life.block_, date);
    }
    void operator()(const forecast::MonthBegins& month, time::Date date) const {
      life.population_.step_month(life.block_, date, life.flows_);
      if (month.with_labour) life.labour_.step_month(life.block_, date);
    }
    void operator()(const forecast::ShockStrikes&, time::Date) const {}  // a view knows of none
    void operator()(const forecast::SurveyWeek& week, time::Date) const { life.ask(week.survey); }
    void operator()(const forecast::YearEnds&, time::Date) const { life.population_.end_year(life.block_); }
  };

  void ask(std::size_t index) {
    if (index >= members_->size()) return;
    const auto survey = models_.calendar.surveys[index];
    state::CellCounts people;
    state::count_cells(block_, survey.reference_week(), people);
    const auto draw = survey::draw_survey(models_.survey, survey, streams_.parameters, streams_.survey, first_draw_);
    survey::IndicatorLanes truth, published;
    survey::publish(people, draw, truth, published);
    for (const auto& [indicator, series] : published_series) {
      const units::Lane& lanes = published.of(indicator);
      auto& of_series = (*members_)[index][series];
      of_series.insert(of_series.end(), lanes.begin(), lanes.end());
    }
  }

  const Models& models_;
  state::CountyBlock block_;
  population::PopulationStep population_;
  population::MonthFlows flows_;
  labour::LabourStep labour_;

  // Of the block being played:
  forecast::Streams streams_{0};
  std::uint32_t first_draw_ = 0;
  MonthlyMembers* members_ = nullptr;
};

}  // namespace

MonthlyMembers forecast_monthly(const plan::Plan& view, int half_years, std::uint64_t seed, int draws, int members) {
  plan::Plan calibrated = view;
  const int years = (half_years + 1) / 2;
  calibrated.forecast_until = time::make_date(view.base_year + years, 12, 31);
  auto calibration = calibration::calibrate(view, {.members = members, .seed = seed, .threads = 1});
  calibrated.posterior = std::make_shared<const plan::Posterior>("hindcast", std::move(calibration.columns));
  const Models models(std::move(calibrated), years);
  MonthlyMembers result(static_cast<std::size_t>(half_years));
  const auto life = std::make_unique<Life>(models);
  for (int first = 0; first < draws; first += units::lane_count) {
    life->play(seed, static_cast<std::uint32_t>(first), result);
  }
  return result;
}

}  // namespace jobcast::backtest
