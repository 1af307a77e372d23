#include "app/report/bars.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace jobcast::app {
namespace {

std::string joined(const std::vector<std::string_view>& letters) {
  std::string text;
  for (const auto letter : letters) text += letter;
  return text;
}

void fill(std::vector<std::string_view>& letters, int from, int to, std::string_view letter) {
  for (int column = from; column <= to; ++column) letters[static_cast<std::size_t>(column)] = letter;
}

}  // namespace

int Axis::column(double value) const {
  if (!(to > from)) return 0;
  const double place = (value - from) / (to - from) * (width - 1);
  return static_cast<int>(std::lround(std::clamp(place, 0.0, static_cast<double>(width - 1))));
}

std::string interval_bar(const forecast::Summary& summary, double mark, const Axis& axis) {
  std::vector<std::string_view> letters(static_cast<std::size_t>(axis.width), " ");
  fill(letters, axis.column(summary.p05), axis.column(summary.p95), "─");
  fill(letters, axis.column(summary.p25), axis.column(summary.p75), "━");
  letters[static_cast<std::size_t>(axis.column(summary.p50))] = "●";
  letters[static_cast<std::size_t>(axis.column(mark))] = "┃";
  return joined(letters);
}

std::string_view shade(std::size_t part) {
  constexpr std::array<std::string_view, 4> shades{"█", "▓", "▒", "░"};
  return shades[part % shades.size()];
}

std::string stacked_bar(std::span<const double> shares, int width) {
  std::vector<std::string_view> letters(static_cast<std::size_t>(width), " ");
  double sum = 0.0;
  int from = 0;
  for (std::size_t part = 0; part < shares.size(); ++part) {
    sum += std::max(0.0, shares[part]);
    const int to = std::clamp(static_cast<int>(std::lround(sum * width)), from, width);
    fill(letters, from, to - 1, shade(part));
    from = to;
  }
  return joined(letters);
}

std::string change_bar(double mean, double low, double high, const Axis& axis) {
  std::vector<std::string_view> letters(static_cast<std::size_t>(axis.width), " ");
  fill(letters, axis.column(low), axis.column(high), "─");
  letters[static_cast<std::size_t>(axis.column(0.0))] = "┃";
  letters[static_cast<std::size_t>(axis.column(mean))] = "●";
  return joined(letters);
}

}  // namespace jobcast::app
