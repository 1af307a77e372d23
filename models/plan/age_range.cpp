#include "models/plan/age_range.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace jobcast::plan {
namespace {

constexpr std::array labour_edges{15, 20, 25, 30, 40, 50, 60, 65, 70, 75};

std::optional<int> parsed_age(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || number < 0 || number > oldest_age)
    return std::nullopt;
  return number;
}

bool is_edge(int number) { return std::find(labour_edges.begin(), labour_edges.end(), number) != labour_edges.end(); }

}  // namespace

std::optional<AgeRange> parse_ages(std::string_view text) {
  if (text == "all") return AgeRange{};
  if (text.ends_with('+')) {
    const auto from = parsed_age(text.substr(0, text.size() - 1));
    return from ? std::optional(AgeRange{*from, oldest_age}) : std::nullopt;
  }
  const auto dash = text.find('-');
  const auto from = parsed_age(text.substr(0, dash));
  const auto to = dash == std::string_view::npos ? from : parsed_age(text.substr(dash + 1));
  if (!from || !to || *from > *to) return std::nullopt;
  return AgeRange{*from, *to};
}

bool fits_labour_groups(const AgeRange& ages) {
  return is_edge(ages.from) && (ages.to == oldest_age || is_edge(ages.to + 1));
}

}  // namespace jobcast::plan
