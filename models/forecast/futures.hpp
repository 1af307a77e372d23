#pragma once

#include "models/forecast/block_futures.hpp"
#include "models/forecast/county_model.hpp"
#include "models/forecast/forecast.hpp"
#include "models/forecast/last_week.hpp"
#include "models/forecast/summarise.hpp"
#include "models/survey/survey_draw.hpp"

namespace jobcast::forecast {

/// A county's futures, played once and kept, so that each further scenario of programmes costs what its programmes and
/// the survey cost: some 26 kB a block of lanes and survey. Answers have the same bits as run()'s.
class Futures {
 public:
  /// Plays the county of `scenario`: its settings and demand shocks. Throws as run() does.
  Futures(const plan::Plan& plan, const scenario::Scenario& scenario, const Request& request);

  /// The forecast of a scenario. Throws std::invalid_argument for one with another county (same_county).
  [[nodiscard]] Result answer(const scenario::Scenario& scenario) const;
  /// The same, with the draws.
  [[nodiscard]] Drawn answer_drawn(const scenario::Scenario& scenario) const;
  /// The same, in the caller's own TBB arena: for callers that answer many scenarios at a time.
  [[nodiscard]] Drawn answer_here(const scenario::Scenario& scenario) const;

  /// How the last survey of the calendar asks in each block of draws: the same whatever the programmes. Empty for a
  /// calendar without surveys.
  [[nodiscard]] std::vector<survey::SurveyDraw> last_survey() const;
  /// What it meets in each block under a scenario, in the caller's own TBB arena: half of what an answer costs. Empty
  /// for a calendar without surveys. Throws as answer() does.
  [[nodiscard]] std::vector<LastWeek> last_week_here(const scenario::Scenario& scenario) const;

 private:
  void refuse_another_county(const scenario::Scenario& scenario) const;

  scenario::Scenario scenario_;
  Request request_;
  CountyModel county_;
  CountySummary summary_;
  std::vector<BlockFutures> blocks_;
};

}  // namespace jobcast::forecast
