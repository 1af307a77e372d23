#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "models/forecast/forecast.hpp"
#include "models/tracking/actuals.hpp"
#include "models/tracking/execution_rate.hpp"
#include "models/tracking/survey_weights.hpp"

namespace jobcast::tracking {

/// A difference between two answers on the same futures.
struct Difference {
  double mean = 0.0;
  double error = 0.0;  ///< Monte Carlo standard error
};

/// An indicator in October's survey, before and after the actual figures.
struct TrackedIndicator {
  forecast::IndicatorForecast before, after;
  Difference published;  ///< change of the mean
  Difference chance;     ///< change of the probability that the published figure meets the target
};

/// Mean and central 90 % interval.
struct Range {
  double mean = 0.0, p05 = 0.0, p95 = 0.0;
};

/// One programme's spending or placements against the plan.
struct Execution {
  ProgrammeActual actual;
  double planned_year = 0.0;         ///< won, or the plan's own count
  double planned_to_date = 0.0;      ///< by the plan's calendar
  double expected_to_date = 0.0;     ///< with the late starts, milestones and unfilled places that the forecast expects
  double time_passed = 0.0;          ///< expected share of the year's slot-days
  Range year_before, year_after;     ///< at the year's end
  double surprise = 0.0;             ///< see ExecutionRate
  bool acts = false;                 ///< it moves the forecast: placements, and spending where no placements are known
  std::optional<Difference> points;  ///< what it does to October's true employment rate of 15-64; where it acts
  std::optional<Difference> persons;  ///< the same of employed persons

  /// By more than the half percent that a share in whole percents hides.
  [[nodiscard]] bool behind() const { return actual.value < 0.995 * planned_to_date; }
};

/// A sector's jobs in the plan's own count, and persons at work in October's week.
struct SectorTrack {
  double plan_jobs = 0.0;
  double planned_to_date = 0.0, actual_to_date = 0.0;  ///< of the programmes whose placements are known
  Range year_before, year_after;
  Range at_work_before, at_work_after;
};

struct Track {
  std::string scenario;
  plan::Text scenario_title;
  int draws = 0;
  std::uint64_t seed = 0;
  int cost_draws = 0;  ///< of the programmes' points
  time::Date as_of;
  std::size_t later = 0;  ///< figures after as_of, left out
  std::vector<TrackedIndicator> indicators;
  std::vector<SurveyCheck> surveys;
  double effective_draws = 0.0;       ///< all of them without surveys
  std::vector<Execution> executions;  ///< behind the plan first, by what they cost; then the others
  Difference all_points;              ///< what all programmes' actual figures together do to the rate of 15-64
  std::vector<SectorTrack> sectors;   ///< in the order of plan::sectors; the last is the total
  double survey_error = 0.0;          ///< standard error of the published rate of 15-64, points
  double published_step = 0.0;        ///< of that rate
};

/// Answers that will be asked of the futures, for progress.
std::size_t steps_of(const Actuals& actuals);

/// The forecast before and after what has come in. Both see the same futures: without actual figures they have the same
/// bits. `request.until` and `split_uncertainty` do not count. `done` is called after each answer. Throws as a forecast
/// and as weigh() do. docs/models/tracking.md.
Track track(
    const plan::Plan& plan, const scenario::Scenario& scenario, const Actuals& actuals,
    const forecast::Request& request, const std::function<void()>& done = [] {});

}  // namespace jobcast::tracking
