#include "app/charts/scale.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace jobcast::charts {

double Linear::operator()(double number) const {
  return to == from ? 0.5 * (start + end) : start + (end - start) * (number - from) / (to - from);
}

std::vector<double> Linear::ticks(int about) const {
  if (!(std::abs(to - from) > 0.0) || !std::isfinite(to - from)) return {from};
  const double low = std::min(from, to);
  const double high = std::max(from, to);
  constexpr double slack = 1e-9;
  std::vector<double> numbers;
  const double step = round_step(high - low, about);
  for (double n = std::ceil(low / step - slack); n * step <= high + slack * step; n += 1.0) {
    numbers.push_back(n == 0.0 ? 0.0 : n * step);
  }
  // One number alone is no scale: ask for more.
  return numbers.size() < 2 ? ticks(about + 1) : numbers;
}

Linear round_scale(double low, double high, double start, double end, int about) {
  if (!(high > low)) {
    const double room = low == 0.0 ? 1.0 : 0.1 * std::abs(low);
    low -= room;
    high += room;
  }
  const double step = round_step(high - low, about);
  constexpr double slack = 1e-9;
  return {std::floor(low / step + slack) * step, std::ceil(high / step - slack) * step, start, end};
}

double round_step(double span, int about) {
  const double raw = span / std::max(about, 1);
  const double power = std::pow(10.0, std::floor(std::log10(raw)));
  const double leading = raw / power;
  constexpr double one = 1.5, two = 3.0, five = 7.0;  // the nearest of 1, 2, 5 and 10 on a logarithmic scale
  return power * (leading < one ? 1.0 : leading < two ? 2.0 : leading < five ? 5.0 : 10.0);
}

int decimals_for(double step) {
  constexpr double slack = 1e-9;
  return std::max(0, static_cast<int>(-std::floor(std::log10(step) + slack)));
}

double Dates::operator()(time::Date day) const {
  const double span = time::days_between(from, to);
  return span == 0.0 ? 0.5 * (start + end) : start + (end - start) * time::days_between(from, day) / span;
}

std::vector<time::Date> Dates::ticks(int most) const {
  constexpr int year = 12;
  constexpr std::array steps{1, 2, 3, 6, year, 2 * year, 5 * year, 10 * year, 20 * year, 50 * year, 100 * year};
  for (const int months : steps) {
    std::vector<time::Date> days;
    // Steps are counted from January, so that quarters begin in January, April, July and October.
    const int first = time::year_of(from) * year + time::month_of(from) - 1;
    for (int month = first - first % months; month <= time::year_of(to) * year + time::month_of(to); month += months) {
      const auto day = time::first_of_month(month / year, month % year + 1);
      if (day >= from && day <= to) days.push_back(day);
    }
    if (static_cast<int>(days.size()) <= std::max(most, 1)) return days;
  }
  return {};
}

std::string date_label(time::Date day, const std::vector<time::Date>& ticks) {
  const bool years = std::all_of(ticks.begin(), ticks.end(), [](auto tick) { return time::month_of(tick) == 1; });
  return years ? std::to_string(time::year_of(day)) : time::to_string(day).substr(0, 7);
}

double Bands::width() const {
  return (end - start) / static_cast<double>(std::max<std::size_t>(count, 1)) * (1.0 - gap);
}

double Bands::centre(std::size_t band) const {
  return start +
         (end - start) * (static_cast<double>(band) + 0.5) / static_cast<double>(std::max<std::size_t>(count, 1));
}

}  // namespace jobcast::charts
