#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "models/sweep/scenarios.hpp"

namespace jobcast::sweep {

/// Scenarios of a plan that are run together.
struct Group {
  std::size_t plan = 0;
  bool one_county = true;  ///< whether they share a county, and so its futures; else each has one of its own
  std::vector<std::uint64_t> numbers;
};

/// What is to be run, and in which order: plan after plan, of each the plan as written before all that is held
/// against it, a county's scenarios together, by number. Whoever shares the work out (threads here, processes
/// elsewhere) takes stretches of it.
struct Agenda {
  std::vector<Group> groups;
  std::uint64_t count = 0;  ///< scenarios of the sweep, the plans as written among them
  std::uint64_t known = 0;  ///< of these not to be run
};

/// Makes every scenario once, and leaves out those that `known` says are there.
Agenda make_agenda(const Sweep& sweep, const std::function<bool(const Swept&)>& known);

}  // namespace jobcast::sweep
