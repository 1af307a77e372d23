#include "models/population/mortality.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "models/population/life_table.hpp"
#include "models/population/population_facts.hpp"

namespace jobcast::population {
namespace {

constexpr std::size_t fewest_groups = 10;

/// Decimal year of the middle of "2020-2025" (1 January to 1 January) or "2023".
std::optional<double> middle_of(std::string_view period) {
  if (const auto year = year_of(period)) return *year + 0.5;
  if (period.size() != 9 || period[4] != '-') return std::nullopt;
  const auto from = year_of(period.substr(0, 4));
  const auto to = year_of(period.substr(5));
  if (!from || !to) return std::nullopt;
  return 0.5 * (*from + *to);
}

using TableOfSexes = std::array<std::vector<AbridgedRate>, state::sex_count>;

bool is_complete(const TableOfSexes& table) {
  return std::all_of(table.begin(), table.end(), [](const std::vector<AbridgedRate>& groups) {
    return groups.size() >= fewest_groups && groups.front().from == 0 && groups[1].from == 1 &&
           groups.back().from <= state::oldest_age;
  });
}

std::map<double, TableOfSexes> read_tables(const plan::Plan& plan) {
  std::map<double, TableOfSexes> tables;
  for (const plan::Fact* fact : plan.facts.all("mortality_rate")) {
    const auto middle = middle_of(fact->period);
    const auto ages = parse_ages(fact->age);
    if (!middle || !ages || fact->sex == "both" || !(fact->value > 0.0)) continue;
    tables[*middle][fact->sex == "male" ? 0 : 1].push_back({.from = ages->from, .rate = fact->value});
  }
  for (auto& [middle, table] : tables) {
    for (auto& groups : table) {
      std::sort(groups.begin(), groups.end(), [](auto a, auto b) { return a.from < b.from; });
    }
  }
  std::erase_if(tables, [](const auto& item) { return !is_complete(item.second); });
  return tables;
}

}  // namespace

Mortality::Mortality(const plan::Plan& plan) {
  for (const auto& [middle, table] : read_tables(plan)) {
    Period period{.middle = middle, .log_rates = {}};
    for (std::size_t sex = 0; sex < table.size(); ++sex) {
      period.log_rates[sex] = graduate(table[sex]);
      for (double& rate : period.log_rates[sex]) rate = std::log(rate);
    }
    periods_.push_back(period);
  }
  if (periods_.empty()) throw input::InputError(pack_fault(plan, "population.no_mortality", {}));
}

bool Mortality::stands_in(const plan::Plan& plan) { return !read_tables(plan).empty(); }

SexAgeArray Mortality::rates(int year) const {
  const double now = year + 0.5;
  std::size_t right = 1;
  while (right + 1 < periods_.size() && periods_[right].middle < now) ++right;
  const Period& before = periods_[std::min(right, periods_.size()) - 1];
  const Period& after = periods_[std::min(right, periods_.size() - 1)];
  const double span = after.middle - before.middle;
  const double t = span > 0.0 ? std::clamp((now - before.middle) / span, -1.0, 2.0) : 0.0;
  SexAgeArray rates{};
  for (std::size_t sex = 0; sex < rates.size(); ++sex) {
    for (std::size_t age = 0; age < rates[sex].size(); ++age) {
      rates[sex][age] = std::exp((1.0 - t) * before.log_rates[sex][age] + t * after.log_rates[sex][age]);
    }
  }
  return rates;
}

SexAgeArray gompertz_rates() {
  constexpr double rise = 0.11;
  constexpr std::array modal_age{84.0, 90.0};
  SexAgeArray rates{};
  for (std::size_t sex = 0; sex < rates.size(); ++sex) {
    for (std::size_t age = 0; age < rates[sex].size(); ++age) {
      rates[sex][age] = rise * std::exp(rise * (static_cast<double>(age) + 0.5 - modal_age[sex]));
    }
  }
  return rates;
}

}  // namespace jobcast::population
