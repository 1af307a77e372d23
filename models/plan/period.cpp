#include "models/plan/period.hpp"

#include <algorithm>

namespace jobcast::plan {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A number of as many digits as the text has characters.
std::optional<int> digits(std::string_view text) {
  if (text.empty() || !std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  int number = 0;
  for (const char c : text) number = 10 * number + (c - '0');
  return number;
}

DateSpan months(int year, int first, int last) {
  return {time::first_of_month(year, first), time::last_of_month(year, last)};
}

/// "Q2", "H1": a part of the year by its number.
std::optional<DateSpan> part_of_year(int year, std::string_view part) {
  if (part.size() != 2 || (part[0] != 'Q' && part[0] != 'H')) return std::nullopt;
  const int length = part[0] == 'Q' ? 3 : 6;
  const int number = part[1] - '0';
  if (number < 1 || number > 12 / length) return std::nullopt;
  return months(year, length * (number - 1) + 1, length * number);
}

}  // namespace

std::optional<DateSpan> parse_period(std::string_view text) {
  const auto year = digits(text.substr(0, std::min<std::size_t>(4, text.size())));
  if (!year || text.size() < 4 || *year < 1) return std::nullopt;
  if (text.size() == 4) return months(*year, 1, 12);
  if (const auto part = part_of_year(*year, text.substr(text[4] == '-' ? 5 : 4))) return part;
  if (text[4] != '-') return std::nullopt;
  if (text.size() == 10) {
    const auto day = time::parse_date(text);
    return day ? std::optional(DateSpan{*day, *day}) : std::nullopt;
  }
  const auto rest = digits(text.substr(5));
  if (!rest) return std::nullopt;
  if (text.size() == 7 && *rest >= 1 && *rest <= 12) return months(*year, *rest, *rest);
  if (text.size() == 9 && *rest >= *year)
    return DateSpan{time::first_of_month(*year, 1), time::last_of_month(*rest, 12)};
  return std::nullopt;
}

}  // namespace jobcast::plan
