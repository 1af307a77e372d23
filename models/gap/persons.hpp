#pragma once

#include <optional>
#include <vector>

#include "engine/stats/interval.hpp"
#include "models/response/simulator.hpp"

namespace jobcast::gap {

/// Puts so many more of an indicator's people to work, `persons` below zero: so many fewer. Who starts comes from those
/// of its ages (and sex) without work, in proportion; who stops goes to no work, in proportion. Nobody appears, is lost
/// or becomes negative. Counts of employed persons take all ages; regular employees start as such; insured persons are
/// not residents and leave the people as they are.
void put_to_work(state::CellCounts& people, plan::Indicator::Id indicator, double persons);

/// The chance of meeting a target as a function of how many more people are at work in the survey's week, through the
/// survey's own error and rounding.
class PersonsCurve {
 public:
  /// `indicator` must outlive it.
  PersonsCurve(const response::Simulator& simulator, const scenario::Scenario& scenario,
               const plan::Indicator& indicator);

  /// The chance with so many more, 0 for the scenario itself.
  [[nodiscard]] stats::Proportion chance(double persons) const;
  /// Most that can be added in the average draw: everybody counted is at work then. Negative end: nobody is.
  [[nodiscard]] stats::Interval reach() const { return reach_; }
  /// The least whole number that gives the chance; nothing where even everybody does not.
  [[nodiscard]] std::optional<double> needed(double chance) const;

 private:
  const plan::Indicator& indicator_;
  const response::Simulator& simulator_;
  std::vector<forecast::LastWeek> weeks_;
  stats::Interval reach_;
};

}  // namespace jobcast::gap
