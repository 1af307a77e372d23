#include "app/report/numbers.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cmath>

namespace jobcast::app {

std::string grouped(double number, int decimals) {
  if (!std::isfinite(number)) return "-";
  std::string digits = fmt::format("{:.{}f}", std::abs(number), decimals);
  const bool zero = digits.find_first_not_of("0.") == std::string::npos;
  const auto point = std::min(digits.find('.'), digits.size());
  for (std::size_t i = point; i > 3; i -= 3) digits.insert(i - 3, ",");
  return (number < 0.0 && !zero ? "-" : "") + digits;
}

std::string with_sign(double number, int decimals) {
  const auto text = grouped(number, decimals);
  const bool zero = text.find_first_of("123456789") == std::string::npos;
  return number > 0.0 && !zero ? "+" + text : text;
}

std::string shortest(double number) { return std::isfinite(number) ? fmt::format("{}", number) : std::string(); }

std::string probability(double value, double standard_error) {
  struct Step {
    double points;
    int decimals;
  };
  constexpr std::array steps{Step{0.1, 1}, Step{1.0, 0}, Step{5.0, 0}, Step{10.0, 0}};
  const double error_points = 100.0 * standard_error;
  const auto* step =
      std::find_if(steps.begin(), steps.end() - 1, [&](Step each) { return 2.0 * error_points <= 1.5 * each.points; });
  const double rounded = std::round(100.0 * value / step->points) * step->points;
  if (rounded < 0.5 * step->points) return "<" + grouped(step->points, step->decimals) + "%";
  if (rounded > 100.0 - 0.5 * step->points) return ">" + grouped(100.0 - step->points, step->decimals) + "%";
  return grouped(rounded, step->decimals) + "%";
}

double error_of_share(double share, int draws) {
  if (draws <= 0) return 1.0;
  const double n = static_cast<double>(draws);
  return std::max(std::sqrt(share * (1.0 - share) / n), 1.0 / n);
}

std::string money(units::Won amount, const Catalogue& catalogue) {
  const double won = static_cast<double>(amount.value());
  const double large = catalogue.korean() ? 1e8 : 1e9;
  if (std::abs(won) >= large) return catalogue.text("number.money_large", grouped(won / large, 1));
  return catalogue.text("number.money_million", million_won(amount));
}

std::string million_won(units::Won amount) {
  const double millions = static_cast<double>(amount.value()) / 1e6;
  const bool whole = amount.value() % 1'000'000 == 0;
  return grouped(millions, std::abs(millions) < 10.0 && !whole ? 1 : 0);
}

std::string survey_name(time::Date reference_week, const Catalogue& catalogue) {
  const auto year = std::to_string(time::year_of(reference_week));
  return time::month_of(reference_week) <= 6 ? catalogue.text("number.april", year)
                                             : catalogue.text("number.october", year);
}

std::string year_and_month(time::Date date) { return time::to_string(date).substr(0, 7); }

}  // namespace jobcast::app
