#include "models/panel/half_year.hpp"

#include <array>

#include "engine/input/plain_number.hpp"

namespace jobcast::panel {
namespace {

constexpr std::size_t year_letters = 4;

/// A year of this and the last century at the start of the text.
std::optional<int> leading_year(std::string_view text) {
  if (text.size() < year_letters || (text.substr(0, 2) != "19" && text.substr(0, 2) != "20")) return std::nullopt;
  int year = 0;
  for (const char letter : text.substr(0, year_letters)) {
    if (!input::is_digit(letter)) return std::nullopt;
    year = 10 * year + (letter - '0');
  }
  return year;
}

std::optional<int> half_named_in(std::string_view text) {
  constexpr std::array first{"1/2", "H1", "h1", "상반기", "1반기"};
  constexpr std::array second{"2/2", "H2", "h2", "하반기", "2반기"};
  for (const std::string_view word : first) {
    if (text.find(word) != std::string_view::npos) return 1;
  }
  for (const std::string_view word : second) {
    if (text.find(word) != std::string_view::npos) return 2;
  }
  return std::nullopt;
}

}  // namespace

std::string HalfYear::name() const { return std::to_string(year()) + "H" + std::to_string(half()); }

HalfYear half_year(int year, int half) { return {2 * year + half - 1}; }

std::optional<HalfYear> parse_half_year(std::string_view text) {
  const auto year = leading_year(text);
  if (!year) return std::nullopt;
  const auto half = text.substr(year_letters);
  if (half == "H1") return half_year(*year, 1);
  if (half == "H2") return half_year(*year, 2);
  return std::nullopt;
}

std::optional<HalfYear> half_year_in(std::string_view heading) {
  for (std::size_t at = 0; at < heading.size(); ++at) {
    if (at > 0 && input::is_digit(heading[at - 1])) continue;
    const auto year = leading_year(heading.substr(at));
    if (!year) continue;
    const auto half = half_named_in(heading.substr(at + year_letters));
    return half ? std::optional(half_year(*year, *half)) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace jobcast::panel
