#include "models/audit/precision.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace jobcast::audit {
namespace {

constexpr int most_decimals = 6;
constexpr double dust = 1e-9;

}  // namespace

bool Interval::meets(const Interval& other) const {
  const double room = dust * std::max({1.0, std::abs(high), std::abs(other.high)});
  // Two exact figures are points: they meet where they are equal.
  if (high - low <= room && other.high - other.low <= room) return std::abs(low - other.low) <= room;
  return std::min(high, other.high) - std::max(low, other.low) > room ||
         ((high - low <= room || other.high - other.low <= room) &&
          std::min(high, other.high) - std::max(low, other.low) >= -room);
}

Interval& Interval::operator+=(const Interval& other) {
  low += other.low;
  high += other.high;
  return *this;
}

Interval operator*(Interval interval, double factor) {
  interval.low *= factor;
  interval.high *= factor;
  if (interval.low > interval.high) std::swap(interval.low, interval.high);
  return interval;
}

int decimals_of(double value) {
  double scaled = std::abs(value);
  for (int decimals = 0; decimals < most_decimals; ++decimals, scaled *= 10.0) {
    if (std::abs(scaled - std::round(scaled)) < 1e-6 * std::max(1.0, scaled * 1e-6)) return decimals;
  }
  return most_decimals;
}

bool agree(const Printed& a, const Printed& b) { return a.rounded().meets(b.rounded()) || a.cut().meets(b.cut()); }

bool power_of_ten_apart(const Printed& a, const Printed& b) {
  if (a.value == 0.0 || b.value == 0.0 || (a.value < 0.0) != (b.value < 0.0)) return false;
  for (const double factor : {10.0, 100.0, 1e3, 1e4, 1e6}) {
    const Printed shrunk{a.value / factor, a.step / factor};
    const Printed grown{a.value * factor, a.step * factor};
    if (agree(shrunk, b) || agree(grown, b)) return true;
  }
  return false;
}

bool is_money(const std::string& unit) { return unit == "won" || unit == "thousand_won" || unit == "million_won"; }

std::string words(double value) {
  const double shown = std::round(value * 1e4) / 1e4;
  const auto plain = fmt::format("{}", std::abs(shown) < 5e-5 ? 0.0 : std::abs(shown));
  const auto point = std::min(plain.find('.'), plain.size());
  std::string text = shown < 0.0 && plain != "0" ? "-" : "";
  for (std::size_t i = 0; i < point; ++i) {
    if (i > 0 && (point - i) % 3 == 0) text += ',';
    text += plain[i];
  }
  return text + plain.substr(point);
}

}  // namespace jobcast::audit
