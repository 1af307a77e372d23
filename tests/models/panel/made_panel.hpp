#pragma once

#include <cstdint>
#include <string>

#include "models/panel/panel.hpp"

namespace jobcast::panel::testing {

/// How a panel is made: four age bands and their totals, every area an independent draw. Standard deviations in points;
/// youth is twice as noisy as the rest.
struct Recipe {
  std::size_t areas = 75;
  std::size_t surveys = 22;  ///< from 2013H1
  double level = 4.0;
  double slow = 1.5;          ///< stationary
  double persistence = 0.85;  ///< a half-year
  double sample = 1.0;        ///< drawn anew in 2017H2 and 2022H2
  double noise = 1.0;
  double common = 0.4;  ///< a half-year's step of the mean of all areas
  double drift = 0.1;   ///< a half-year
  std::uint64_t seed = 1;
};

Panel make_panel(const Recipe& recipe);

/// The panel in the tidy form, from one survey to another.
std::string tidy_text(const Panel& panel, HalfYear from, HalfYear to);

}  // namespace jobcast::panel::testing
