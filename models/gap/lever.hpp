#pragma once

#include <optional>
#include <vector>

#include "engine/units/quantity.hpp"
#include "models/plan/plan.hpp"
#include "models/scenario/scenario.hpp"

namespace jobcast::gap {

/// A purse that can be made larger or smaller: all money, a sector's, or one source's.
struct Lever {
  std::optional<plan::Sector> sector;
  std::optional<plan::Funding> source;

  [[nodiscard]] bool is_whole() const { return !sector && !source; }
  friend bool operator==(const Lever&, const Lever&) = default;
};

/// Those that hold money under a scenario: the whole, the sectors, the sources.
std::vector<Lever> levers_of(const plan::Plan& plan, const scenario::Scenario& scenario);

/// The scenario with the purse's money so many times what it was. Matched money follows as the scenario's changes have
/// it: a source that loses takes its matched ones along, a source that gains brings no other.
scenario::Scenario moved(const scenario::Scenario& scenario, const Lever& lever, double ratio);

/// Money of a scenario: the purse's own, or with no lever all of it.
units::Won money_of(const plan::Plan& plan, const scenario::Scenario& scenario, const Lever& lever = {});

}  // namespace jobcast::gap
