#include "models/audit/sheet_links.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "models/audit/likeness.hpp"
#include "models/audit/scales.hpp"
#include "models/plan/cell_reader.hpp"

namespace jobcast::audit {
namespace {

constexpr std::size_t least_link_letters = 5;
constexpr double least_link_share = 0.6;
bool same_money(units::Won a, units::Won b) {
  const auto one = a.value();
  const auto other = b.value();
  if (one == 0 || other == 0) return false;
  if (one == other) return true;
  const auto cut_to = [](std::int64_t fine, std::int64_t coarse) {
    const auto step = static_cast<std::int64_t>(million);
    return coarse % step == 0 && (fine / step == coarse / step || (fine + step / 2) / step == coarse / step);
  };
  return cut_to(one, other) || cut_to(other, one);
}

constexpr std::array source_words{"national", "provincial", "county", "private"};

const plan::Fact* closing_cell(const FactIndex& index, const std::string& item, const std::string& category) {
  for (const auto* fact : index.all({item, std::to_string(index.plan().plan_year), "both", "", category})) return fact;
  for (const auto* fact : index.all({item, std::to_string(index.plan().plan_year), "both", "all", category})) {
    return fact;
  }
  return nullptr;
}

Side named(const plan::Action& action, const char* what, double value, const char* unit) {
  return {"actions", cell_words(action.id + " " + action.name.ko, what), value, unit};
}

}  // namespace

std::vector<DoubleCount> double_counts(const plan::Plan& plan) {
  std::vector<DoubleCount> found;
  for (std::size_t i = 0; i < plan.programmes.size(); ++i) {
    for (std::size_t j = i + 1; j < plan.programmes.size(); ++j) {
      const auto& first = plan.programmes[i];
      const auto& second = plan.programmes[j];
      if (!same_money(first.stated_total, second.stated_total)) continue;
      if (!alike(first.name.ko, second.name.ko, least_link_letters, least_link_share)) continue;
      found.push_back({&first, &second, first.jobs == second.jobs && first.jobs > 0.0});
    }
  }
  return found;
}

Covered covered_by(const plan::Plan& plan, const plan::Action& action) {
  Covered covered;
  plan::Budget sum;
  bool split = true;
  const auto twice = double_counts(plan);
  for (const auto& id : action.covers) {
    const auto* programme = plan.programme(id);
    if (programme == nullptr) continue;
    const auto same = std::find_if(twice.begin(), twice.end(), [&](const DoubleCount& pair) {
      return pair.second == programme &&
             std::find(action.covers.begin(), action.covers.end(), pair.first->id) != action.covers.end();
    });
    covered.programmes.push_back(programme);
    covered.trainees += programme->trainees.value_or(0.0);
    if (same == twice.end() || !same->jobs) covered.jobs += programme->jobs;
    if (same != twice.end()) continue;
    covered.won += static_cast<double>(programme->stated_total.value());
    split = split && programme->stated_budget.has_value();
    for (std::size_t i = 0; i < sum.by_source.size(); ++i) {
      sum.by_source[i] += programme->stated_budget.value_or(plan::Budget{}).by_source[i];
    }
  }
  if (split && !covered.programmes.empty()) covered.by_source = sum;
  return covered;
}

std::vector<const plan::Fact*> facts_of(const FactIndex& index, const plan::Action& action) {
  std::vector<const plan::Fact*> facts;
  for (const auto& table : index.plan().facts.tables()) {
    for (const auto& fact : table.facts) {
      if (fact.category == action.id || fact.category.starts_with(action.id + " ")) facts.push_back(&fact);
    }
  }
  return facts;
}

Side jobs_side(const FactIndex& index, const plan::Action& action) {
  if (const auto* cell = closing_cell(index, "sheet_jobs", action.id)) return side_of(*cell);
  return named(action, "jobs", action.jobs.value_or(0.0), "count");
}

Side total_side(const FactIndex& index, const plan::Action& action) {
  if (const auto* cell = closing_cell(index, "sheet_budget", action.id)) return side_of(*cell);
  const auto won = action.stated_total.value_or(units::Won{});
  return named(action, "total", static_cast<double>(won.value()) / million, "million_won");
}

Side source_side(const FactIndex& index, const plan::Action& action, plan::Funding source) {
  const auto* word = source_words[static_cast<std::size_t>(source)];
  if (const auto* cell = closing_cell(index, "sheet_budget", action.id + " " + word)) return side_of(*cell);
  const auto won = action.budget.value_or(plan::Budget{}).of(source);
  return named(action, word, static_cast<double>(won.value()) / million, "million_won");
}

Printed printed_million(double won, const Side& side) {
  const double factor = plan::scale_of(side.unit).factor / million;
  const int decimals = decimals_of(side.value);
  return {won / million, std::pow(10.0, -decimals) * factor};
}

}  // namespace jobcast::audit
