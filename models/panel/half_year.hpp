#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace jobcast::panel {

/// One round of a survey that is taken twice a year. Consecutive rounds differ by one.
struct HalfYear {
  int index = 0;  ///< half-years since year 0

  [[nodiscard]] int year() const { return index / 2; }
  [[nodiscard]] int half() const { return index % 2 + 1; }  ///< 1 or 2
  /// "2023H2".
  [[nodiscard]] std::string name() const;

  friend HalfYear operator+(HalfYear from, int rounds) { return {from.index + rounds}; }
  friend int operator-(HalfYear to, HalfYear from) { return to.index - from.index; }
  friend auto operator<=>(const HalfYear&, const HalfYear&) = default;
};

HalfYear half_year(int year, int half);

/// Reads "2023H2" and nothing else.
std::optional<HalfYear> parse_half_year(std::string_view text);

/// Finds the half-year that a heading names, as KOSIS and people write them: "2023.2/2", "2023 2/2", "2023H2",
/// "2023년 하반기", also with more words around it.
std::optional<HalfYear> half_year_in(std::string_view heading);

}  // namespace jobcast::panel
