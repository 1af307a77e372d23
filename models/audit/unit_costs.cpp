#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "models/audit/checks.hpp"
#include "models/audit/sheet_links.hpp"

namespace jobcast::audit {
namespace {

// Iglewicz and Hoaglin 1993: modified z-scores over 3.5 are outliers; the factor makes the median absolute deviation of
// a normal sample its standard deviation.
constexpr double deviation_factor = 1.4826;
constexpr double most_deviations = 3.5;
constexpr std::size_t enough_for_deviations = 5;
constexpr double least_ratio = 4.0;  ///< to the median, so that a tight type does not cry at small differences
// In a type of three or more, five times away from its nearest neighbour stands alone too.
constexpr std::size_t enough_for_gap = 3;
constexpr double gap_ratio = 5.0;

struct Cost {
  const plan::Programme* programme = nullptr;
  double log = 0.0;  ///< of thousand won a job
};

double thousand_won(const plan::Programme& programme) {
  return static_cast<double>(programme.stated_total.value()) / thousand;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const auto middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2.0;
}

bool stands_alone(const std::vector<Cost>& costs, std::size_t at, double middle, double deviation) {
  const double away = std::abs(costs[at].log - middle);
  if (costs.size() >= enough_for_deviations && away > most_deviations * deviation && away > std::log(least_ratio)) {
    return true;
  }
  if (costs.size() < enough_for_gap) return false;
  double nearest = INFINITY;
  for (std::size_t other = 0; other < costs.size(); ++other) {
    if (other != at) nearest = std::min(nearest, std::abs(costs[at].log - costs[other].log));
  }
  return nearest > std::log(gap_ratio);
}

std::string_view sector_id(plan::Sector sector) {
  constexpr std::array ids{"direct", "training", "service", "subsidy", "startup", "private"};
  return ids[static_cast<std::size_t>(sector)];
}

/// A type of one or two programmes says nothing of its own: there the sector does, and more must be far away from it.
constexpr double least_ratio_in_sector = 10.0;

bool far_in_sector(const std::vector<double>& logs, double log) {
  if (logs.size() < enough_for_deviations) return false;
  const double middle = median(logs);
  std::vector<double> away;
  for (const double each : logs) away.push_back(std::abs(each - middle));
  const double gap = std::abs(log - middle);
  return gap > most_deviations * deviation_factor * median(away) && gap > std::log(least_ratio_in_sector);
}

Finding outlier(const plan::Programme& programme, double cost, double middle, const std::string& type) {
  Finding finding;
  finding.kind = Kind::unit_cost;
  finding.cause = Cause::other_counting;
  finding.id = "unit_cost:" + programme.id;
  const double ratio = cost / middle;
  finding.message = {
      ratio > 1.0 ? "audit.dear" : "audit.cheap",
      {programme.name.ko, words(std::round(cost / 10.0) / 100.0),
       words(std::round((ratio > 1.0 ? ratio : 1.0 / ratio) * 10.0) / 10.0), words(std::round(middle / 10.0) / 100.0)}};
  finding.difference = std::round(cost - middle);
  finding.sides = {side_of(programme, "money per job", std::round(cost), "thousand_won"),
                   {"programmes", cell_words(type, "median money per job"), std::round(middle), "thousand_won"}};
  // What its money would pay at the type's cost, against the jobs it counts; money over that is money alone.
  const double money = thousand_won(programme);
  if (ratio < 1.0)
    finding.effect.persons = programme.jobs - money / middle;
  else
    finding.effect.won = (money - programme.jobs * middle) * thousand;
  return finding;
}

}  // namespace

Findings check_unit_costs(const FactIndex& index) {
  std::map<std::string, std::vector<Cost>> types;
  Findings all;
  for (const auto& programme : index.plan().programmes) {
    if (programme.sector == plan::Sector::private_hiring || programme.jobs <= 0.0) continue;
    if (programme.stated_total.value() > 0) {
      types[programme.type].push_back({&programme, std::log(thousand_won(programme) / programme.jobs)});
      continue;
    }
    Finding finding;
    finding.kind = Kind::unit_cost;
    finding.cause = Cause::other_scope;
    finding.id = "unit_cost:" + programme.id;
    finding.message = {"audit.no_money", {programme.name.ko, words(programme.jobs)}};
    finding.difference = programme.jobs;
    finding.sides = {side_of(programme, "jobs", programme.jobs, "count"),
                     side_of(programme, "total", 0.0, "thousand_won")};
    finding.effect.persons = programme.jobs;
    all.push_back(std::move(finding));
  }
  std::map<plan::Sector, std::vector<double>> sectors;
  for (const auto& [type, costs] : types) {
    for (const auto& cost : costs) sectors[cost.programme->sector].push_back(cost.log);
  }
  for (const auto& [type, costs] : types) {
    for (const auto& cost : costs) {
      const auto& logs = sectors.at(cost.programme->sector);
      if (costs.size() >= enough_for_gap || !far_in_sector(logs, cost.log)) continue;
      all.push_back(outlier(*cost.programme, std::exp(cost.log), std::exp(median(logs)),
                            "sector " + std::string(sector_id(cost.programme->sector))));
    }
  }
  for (const auto& [type, costs] : types) {
    std::vector<double> logs;
    for (const auto& cost : costs) logs.push_back(cost.log);
    const double middle = median(logs);
    std::vector<double> away;
    for (const double log : logs) away.push_back(std::abs(log - middle));
    const double deviation = deviation_factor * median(away);
    for (std::size_t i = 0; i < costs.size(); ++i) {
      if (!stands_alone(costs, i, middle, deviation)) continue;
      const auto* named = index.plan().type(type);
      all.push_back(outlier(*costs[i].programme, std::exp(costs[i].log), std::exp(middle),
                            named != nullptr ? named->name.ko : type));
    }
  }
  return all;
}

}  // namespace jobcast::audit
