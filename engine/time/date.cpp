#include "engine/time/date.hpp"

#include <charconv>
#include <cstdio>

namespace jobcast::time {
namespace {

std::chrono::year_month_day civil(Date date) { return std::chrono::year_month_day(date); }

std::optional<int> digits(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || text.front() == '-') return std::nullopt;
  return number;
}

}  // namespace

Date make_date(int year, int month, int day) {
  using namespace std::chrono;
  return Date(std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) /
              std::chrono::day(static_cast<unsigned>(day)));
}

int year_of(Date date) { return static_cast<int>(civil(date).year()); }
int month_of(Date date) { return static_cast<int>(static_cast<unsigned>(civil(date).month())); }
int day_of(Date date) { return static_cast<int>(static_cast<unsigned>(civil(date).day())); }

Date first_of_month(int year, int month) { return make_date(year, month, 1); }

Date last_of_month(int year, int month) {
  using namespace std::chrono;
  return Date(std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) / std::chrono::last);
}

Date add_days(Date date, int days) { return date + std::chrono::days(days); }

int days_between(Date from, Date to) { return static_cast<int>((to - from).count()); }

double birthday_share(Date date) {
  return static_cast<double>(days_between(make_date(year_of(date), 1, 1), date)) / 365.25;
}

Date reference_week(int year, int half) {
  const Date fifteenth = make_date(year, half == 1 ? 4 : 10, 15);
  const auto weekday = std::chrono::weekday(fifteenth);
  return add_days(fifteenth, -static_cast<int>(weekday.c_encoding()));
}

std::string to_string(Date date) {
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", year_of(date), month_of(date), day_of(date));
  return text;
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const auto civil_date = std::chrono::year(*year) / std::chrono::month(static_cast<unsigned>(*month)) /
                          std::chrono::day(static_cast<unsigned>(*day));
  if (!civil_date.ok()) return std::nullopt;
  return Date(civil_date);
}

double day_number(Date date) { return static_cast<double>(date.time_since_epoch().count()); }

}  // namespace jobcast::time
