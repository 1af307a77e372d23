#include "models/population/life_table.hpp"

#include <algorithm>
#include <cmath>

#include "models/population/monotone_cubic.hpp"

namespace jobcast::population {
namespace {

/// Mean years lived in the first year of life by those who die in it: the low-mortality lines of Andreev & Kingkade
/// (2015), mean of the sexes; held where they end.
double first_year_share(double rate) { return 0.14916 - 2.02536 * std::min(rate, 0.017); }

double mean_rate(const LifeTable& table, int from, int to) {
  double deaths = 0.0;
  double years = 0.0;
  for (int age = from; age <= to; ++age) {
    const auto a = static_cast<std::size_t>(age);
    deaths += table.rate[a] * table.lived[a];
    years += table.lived[a];
  }
  return deaths / years;
}

struct Knots {
  std::vector<double> age;
  std::vector<double> log_rate;
};

AgeArray rates_from(const Knots& knots, const std::vector<AbridgedRate>& groups) {
  const MonotoneCubic curve(knots.age, knots.log_rate);
  AgeArray rates{};
  const int open_from = groups.back().from;
  for (int age = 0; age < age_count; ++age) {
    rates[static_cast<std::size_t>(age)] = age < open_from ? std::exp(curve(age + 0.5)) : groups.back().rate;
  }
  rates[0] = groups.front().rate;
  return rates;
}

}  // namespace

LifeTable make_life_table(const AgeArray& rates) {
  LifeTable table;
  table.rate = rates;
  double alive = 1.0;
  for (std::size_t age = 0; age + 1 < rates.size(); ++age) {
    const double share = age == 0 ? first_year_share(rates[0]) : 0.5;
    const double dying = std::min(1.0, rates[age] / (1.0 + (1.0 - share) * rates[age]));
    table.alive[age] = alive;
    table.lived[age] = alive * (1.0 - (1.0 - share) * dying);
    alive *= 1.0 - dying;
  }
  table.alive.back() = alive;
  table.lived.back() = rates.back() > 0.0 ? alive / rates.back() : 0.0;
  for (const double years : table.lived) table.expectancy += years;
  return table;
}

AgeArray survival_ratios(const LifeTable& table) {
  AgeArray ratios{};
  ratios[0] = table.lived[0];
  for (std::size_t age = 1; age + 1 < ratios.size(); ++age) ratios[age] = table.lived[age] / table.lived[age - 1];
  const double last = table.lived.back();
  ratios.back() = last / (last + table.lived[ratios.size() - 2]);
  return ratios;
}

AgeArray graduate(const std::vector<AbridgedRate>& groups) {
  Knots knots;
  for (std::size_t group = 1; group + 1 < groups.size(); ++group) {
    knots.age.push_back(0.5 * (groups[group].from + groups[group + 1].from));
    knots.log_rate.push_back(std::log(groups[group].rate));
  }
  AgeArray rates = rates_from(knots, groups);
  for (int round = 0; round < 200; ++round) {
    const LifeTable table = make_life_table(rates);
    double worst = 0.0;
    for (std::size_t knot = 0; knot < knots.age.size(); ++knot) {
      const AbridgedRate& group = groups[knot + 1];
      const double miss = std::log(group.rate / mean_rate(table, group.from, groups[knot + 2].from - 1));
      knots.log_rate[knot] += miss;
      worst = std::max(worst, std::abs(miss));
    }
    rates = rates_from(knots, groups);
    if (worst < 1e-12) break;
  }
  return rates;
}

}  // namespace jobcast::population
