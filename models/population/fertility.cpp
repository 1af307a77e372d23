#include "models/population/fertility.hpp"

#include <algorithm>
#include <numeric>
#include <string>

#include "models/population/composite_link.hpp"
#include "models/population/population_facts.hpp"

namespace jobcast::population {
namespace {

/// Small enough that the groups are followed closely, large enough that single years are smooth.
constexpr double smoothing = 10.0;
/// Shares are fitted as if they were counts of this many births.
constexpr double weight = 1e5;

/// The shares of one period whose end is the latest that has begun by `year`.
std::vector<FertilityShare> shares_at(const plan::Plan& plan, int year) {
  std::string best;
  std::vector<FertilityShare> shares;
  for (const plan::Fact* fact : plan.facts.all("fertility_share")) {
    const auto ages = parse_ages(fact->age);
    const auto from = year_of(std::string_view(fact->period).substr(0, 4));
    if (!ages || !from || !fact->category.empty()) continue;
    const bool later = fact->period > best && (*from <= year || best.empty());
    if (!best.empty() && fact->period != best && !later) continue;
    if (fact->period != best) shares.clear();
    best = fact->period;
    shares.push_back({.ages = *ages, .share = fact->value});
  }
  std::sort(shares.begin(), shares.end(), [](auto a, auto b) { return a.ages.from < b.ages.from; });
  return shares;
}

}  // namespace

AgeArray open_fertility(const std::vector<FertilityShare>& groups) {
  const int first = groups.front().ages.from;
  const int last = groups.back().ages.to;
  GroupedCounts data;
  data.counts.resize(static_cast<Eigen::Index>(groups.size()));
  for (std::size_t group = 0; group < groups.size(); ++group) {
    data.groups.push_back({groups[group].ages.from - first, groups[group].ages.to - first});
    data.counts[static_cast<Eigen::Index>(group)] = weight * groups[group].share;
  }
  const auto fit = open_groups(data, Eigen::VectorXd::Ones(last - first + 1), smoothing);
  AgeArray pattern{};
  for (std::size_t group = 0; group < groups.size(); ++group) {
    const state::AgeRange cells = data.groups[group];
    const double sum = fit.cells.segment(cells.from, cells.to - cells.from + 1).sum();
    for (int cell = cells.from; cell <= cells.to; ++cell) {
      pattern[static_cast<std::size_t>(first + cell)] = fit.cells[cell] * groups[group].share / sum;
    }
  }
  return pattern;
}

Fertility::Fertility(const plan::Plan& plan, int last_year) {
  for (const plan::Fact* fact : plan.facts.all("total_fertility_rate")) {
    const auto year = year_of(fact->period);
    if (year && *year <= last_year && fact->category.empty()) totals_.emplace_back(*year, fact->value);
  }
  std::sort(totals_.begin(), totals_.end());
  const auto shares = shares_at(plan, last_year);
  if (totals_.empty() || shares.empty()) throw input::InputError(pack_fault(plan, "population.no_fertility", {}));
  pattern_ = open_fertility(shares);
  const double sum = std::accumulate(pattern_.begin(), pattern_.end(), 0.0);
  for (double& share : pattern_) share /= sum;
  const auto ratios = plan.facts.all("sex_ratio_at_birth");
  if (!ratios.empty()) boys_per_girl_ = ratios.back()->value;
  if (boys_per_girl_ > 10.0) boys_per_girl_ /= 100.0;
}

double Fertility::total(int year) const {
  if (year <= totals_.front().first) return totals_.front().second;
  for (std::size_t right = 1; right < totals_.size(); ++right) {
    const auto [to, after] = totals_[right];
    const auto [from, before] = totals_[right - 1];
    if (year <= to) return before + (after - before) * (year - from) / (to - from);
  }
  return totals_.back().second;
}

AgeArray Fertility::rates(int year) const {
  AgeArray rates = pattern_;
  const double children = total(year);
  for (double& rate : rates) rate *= children;
  return rates;
}

}  // namespace jobcast::population
