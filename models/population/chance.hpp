#pragma once

#include <array>
#include <cstdint>

#include "engine/random/stream.hpp"
#include "models/state/groups.hpp"

namespace jobcast::population {

inline constexpr std::size_t chance_cell_count = state::plan_age_groups.size() * state::sex_count;
/// Index of a plan age group and sex: group * 2 + sex.
constexpr std::size_t chance_cell(std::size_t group, state::Sex sex) {
  return group * state::sex_count + static_cast<std::size_t>(sex);
}

/// A number for each kind of event, by chance cell (births by the child's sex): persons expected in a quarter, or the
/// factors on what is expected.
struct EventLanes {
  std::array<units::Lane, chance_cell_count> deaths, leavers, arrivals;
  std::array<units::Lane, state::sex_count> births;

  void fill(double value);
};

/// Demographic chance: what a quarter really brings over what is expected of it. A factor is lognormal with mean one
/// and variance 1/E where E persons are expected, so the mean stays and a cell's variance over the quarter is the
/// Poisson distribution's (E). Continuous, so that lanes need no integer draws: at E of 5 and more its quantiles are
/// within 10 % of the Poisson's. Cells are independent given the parameters.
class Chance {
 public:
  /// Precondition: key.purpose is Purpose::chance.
  void begin(random::StreamKey key, std::uint32_t first_draw);
  /// Draws the factors of one quarter. A cell where nothing is expected gets the factor 1.
  void draw(const EventLanes& expected, EventLanes& factors);

 private:
  using LaneStream = random::LaneStream;

  LaneStream deaths_{{}, 0, {}};
  LaneStream leavers_{{}, 0, {}};
  LaneStream arrivals_{{}, 0, {}};
  LaneStream births_{{}, 0, {}};
};

}  // namespace jobcast::population
