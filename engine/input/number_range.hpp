#pragma once

#include <limits>

namespace jobcast::input {

/// What a number of an input may be: from `least` to `most`, both included. A regular value.
struct NumberRange {
  double least = -std::numeric_limits<double>::infinity();
  double most = std::numeric_limits<double>::infinity();
  bool whole = false;  ///< no decimals, as a count of persons has none
};

inline constexpr NumberRange any_number{};
inline constexpr NumberRange not_negative{.least = 0.0};
inline constexpr NumberRange any_count{.least = 0.0, .whole = true};

}  // namespace jobcast::input
