#include "engine/ranks/shared_cores.hpp"

#include <algorithm>

namespace jobcast::ranks {

int shared_cores(const cpu_set_t& own, std::span<const cpu_set_t> all) {
  double part = 0.0;
  for (std::size_t core = 0; core < CPU_SETSIZE; ++core) {
    if (!CPU_ISSET(core, &own)) continue;
    const auto users = std::count_if(all.begin(), all.end(), [&](const auto& set) { return CPU_ISSET(core, &set); });
    part += 1.0 / static_cast<double>(std::max<std::ptrdiff_t>(users, 1));
  }
  constexpr double dust = 1e-9;  // of thirds that make a whole
  return std::max(1, static_cast<int>(part + dust));
}

cpu_set_t cores_of_process() {
  cpu_set_t set;
  CPU_ZERO(&set);
  // A machine with more cores than the set can name says so by failing: then one is certain.
  if (sched_getaffinity(0, sizeof set, &set) != 0) CPU_SET(0, &set);
  return set;
}

}  // namespace jobcast::ranks
