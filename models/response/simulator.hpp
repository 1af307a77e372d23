#pragma once

#include <functional>
#include <vector>

#include "models/forecast/futures.hpp"
#include "models/response/outcomes.hpp"
#include "models/survey/survey_draw.hpp"

namespace jobcast::response {

/// Answers many scenarios of programmes and money on one county's futures: the same random numbers for all, so that a
/// difference is no noise. Only the plan year's October survey is looked at. The numbers have a forecast's bits.
class Simulator {
 public:
  /// Plays the futures of `base`'s county up to the end of the plan's year. Throws as a forecast does, and
  /// std::invalid_argument where no survey of the plan's year is still to come.
  Simulator(const plan::Plan& plan, const scenario::Scenario& base, const forecast::Request& request);

  [[nodiscard]] int draws() const { return draws_; }
  /// How the survey asks, by block of draws.
  [[nodiscard]] const std::vector<survey::SurveyDraw>& survey() const { return survey_; }
  /// The county in the survey's week under a scenario, by block of draws.
  [[nodiscard]] std::vector<forecast::LastWeek> week(const scenario::Scenario& scenario) const;

  /// work(block) for each block of draws, on the request's threads.
  void over_blocks(const std::function<void(std::size_t)>& work) const;

  [[nodiscard]] Outcomes outcomes(const scenario::Scenario& scenario) const;
  /// Of many scenarios, side by side. `done` is called after each, by one thread at a time.
  [[nodiscard]] std::vector<Outcomes> outcomes(
      const std::vector<scenario::Scenario>& scenarios, const std::function<void()>& done = [] {}) const;
  /// The same, of each no more than what `keep` makes of it.
  template <class Kept>
  [[nodiscard]] std::vector<Kept> each(const std::vector<scenario::Scenario>& scenarios,
                                       const std::function<Kept(const Outcomes&)>& keep,
                                       const std::function<void()>& done) const {
    std::vector<Kept> kept(scenarios.size());
    side_by_side(
        scenarios.size(), [&](std::size_t index) { kept[index] = keep(here(scenarios[index])); }, done);
    return kept;
  }

 private:
  [[nodiscard]] Outcomes here(const scenario::Scenario& scenario) const;
  void side_by_side(std::size_t count, const std::function<void(std::size_t)>& work,
                    const std::function<void()>& done) const;

  int draws_;
  int threads_;
  forecast::Futures futures_;
  std::vector<survey::SurveyDraw> survey_;
};

/// A request up to the end of the plan's year, without the split of the uncertainty.
forecast::Request to_october(const plan::Plan& plan, forecast::Request request);

}  // namespace jobcast::response
