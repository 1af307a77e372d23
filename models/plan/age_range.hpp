#pragma once

#include <optional>
#include <string_view>

namespace jobcast::plan {

inline constexpr int oldest_age = 120;

/// Ages from the first to the last, both included.
struct AgeRange {
  int from = 0;
  int to = oldest_age;
};

/// Reads ages as packs write them: "all", "0", "15-29", "60+". None for anything else.
std::optional<AgeRange> parse_ages(std::string_view text);

/// Whether the range begins and ends at edges of the labour groups: 15, 20, 25, 30, 40, 50, 60, 65, 70, 75.
bool fits_labour_groups(const AgeRange& ages);

}  // namespace jobcast::plan
