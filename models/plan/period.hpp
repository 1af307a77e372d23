#pragma once

#include <optional>
#include <string_view>

#include "engine/time/date.hpp"

namespace jobcast::plan {

/// Days from the first to the last, both included.
struct DateSpan {
  time::Date first;
  time::Date last;
};

/// Reads a period as packs write it: "2024", "2024-04", "2024-04-15", a quarter "2024Q2" (or "2024-Q2"), a half
/// "2024H1", or years "2020-2025". None for anything else.
std::optional<DateSpan> parse_period(std::string_view text);

}  // namespace jobcast::plan
