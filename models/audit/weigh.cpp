#include "models/audit/weigh.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "models/audit/derived.hpp"
#include "models/audit/scales.hpp"
#include "models/plan/age_range.hpp"
#include "models/plan/cell_reader.hpp"

namespace jobcast::audit {
namespace {

constexpr double whole_percent_of_money = 0.01;
constexpr int youngest = 15;
constexpr int oldest = 64;

/// Registered persons of 15-64 from age groups that lie end to end.
double registered(const plan::Plan& plan) {
  for (const auto& table : plan.facts.tables()) {
    double sum = 0.0;
    for (const auto* sex : {"both", "male", "female"}) {
      std::map<int, std::pair<int, double>> groups;
      for (const auto& fact : table.facts) {
        const auto ages = plan::parse_ages(fact.age);
        const bool right = fact.item == "population" && fact.period == std::to_string(plan.base_year) &&
                           fact.sex == sex && fact.category.empty() && ages && ages->from >= youngest &&
                           ages->to <= oldest;
        if (right) groups.try_emplace(ages->from, ages->to, fact.value);
      }
      int age = youngest;
      double persons = 0.0;
      for (auto group = groups.find(age); group != groups.end(); group = groups.find(age)) {
        persons += group->second.second;
        age = group->second.first + 1;
      }
      if (age == oldest + 1) sum += persons;
      if (sum > 0.0 && std::string_view(sex) == "both") return sum;
    }
    if (sum > 0.0) return sum;
  }
  return 0.0;
}

/// Whether a figure is one that a target rests on.
bool is_measured(const plan::Fact& fact) {
  constexpr std::array items{"employed", "employment_rate", "insured_persons"};
  return std::find(items.begin(), items.end(), fact.item) != items.end() && !is_derived(fact.category) &&
         (fact.category.empty() || fact.category == "regular");
}

const plan::Fact* fact_of(const FactIndex& index, const Side& side) {
  for (const auto& table : index.plan().facts.tables()) {
    if (table.id != side.table) continue;
    for (const auto& fact : table.facts) {
      if (cell_words(fact.row, fact.column) == side.cell) return &fact;
    }
  }
  return nullptr;
}

/// The effect of two figures that differ: persons at work, points of a rate, jobs or won.
void set_effect(Finding& finding, const FactIndex& index) {
  if (finding.sides.empty()) return;
  const auto& side = finding.sides.front();
  const auto* fact = fact_of(index, side);
  const double gap = std::abs(finding.difference);
  const bool jobs = fact != nullptr && !is_derived(fact->category) &&
                    (fact->item == "jobs" || fact->item == "sheet_jobs" || fact->item == "strategy_jobs");
  const bool listed = fact == nullptr && finding.sides.size() > 1 && finding.sides[1].table == "programmes" &&
                      finding.sides[1].cell.starts_with("jobs");
  if (is_money(side.unit)) {
    finding.effect.won = gap * plan::scale_of(side.unit).factor;
  } else if (jobs || listed) {
    finding.effect.persons = gap;
  } else if (fact != nullptr && is_measured(*fact)) {
    if (fact->unit == "percent")
      finding.effect.points = gap;
    else
      finding.effect.persons = gap * plan::scale_of(fact->unit).factor;
  }
}

Severity severity_of(const Finding& finding, const Yardstick& yardstick) {
  const auto& effect = finding.effect;
  if (effect.points >= yardstick.survey_error && effect.points > 0.0) return Severity::serious;
  if (effect.points >= yardstick.published_step - 1e-9) return Severity::visible;
  if (effect.won >= whole_percent_of_money * yardstick.money && effect.won > 0.0) return Severity::visible;
  return effect.persons > 0.0 || effect.points > 0.0 || effect.won > 0.0 ? Severity::small : Severity::wording;
}

}  // namespace

Yardstick yardstick_of(const FactIndex& index) {
  const auto& plan = index.plan();
  const auto& indicator = plan.indicator(plan::Indicator::Id::employment_rate_15_64);
  Yardstick yardstick;
  yardstick.published_step = indicator.rounding;
  const double n = plan.assumption("survey.sample_persons").central();
  const double design = plan.assumption("survey.design_effect").central();
  yardstick.survey_error = std::sqrt(design * indicator.base * (percent - indicator.base) / n);
  const auto period = std::to_string(plan.base_year) + "H2";
  const auto* employed = index.find({"employed", period, "both", "15-64"});
  const bool surveyed = employed != nullptr && indicator.base > 0.0;
  yardstick.persons_15_64 = surveyed
                                ? employed->value * plan::scale_of(employed->unit).factor / (indicator.base / percent)
                                : registered(plan);
  for (const auto& programme : plan.programmes) {
    yardstick.money += static_cast<double>(programme.stated_total.value());
  }
  return yardstick;
}

void weigh(Finding& finding, const FactIndex& index, const Yardstick& yardstick) {
  auto& effect = finding.effect;
  finding.severity = Severity::rounding;
  if (finding.kind == Kind::rounding) return;
  const bool words_alone = finding.kind == Kind::label || finding.kind == Kind::unit || finding.kind == Kind::rank ||
                           finding.kind == Kind::change || finding.kind == Kind::share;
  if (effect.persons == 0.0 && effect.won == 0.0 && effect.points == 0.0 && !words_alone) set_effect(finding, index);
  if (effect.persons > 0.0 && effect.points == 0.0 && yardstick.persons_15_64 > 0.0) {
    effect.points = percent * effect.persons / yardstick.persons_15_64;
  }
  finding.severity = severity_of(finding, yardstick);
}

}  // namespace jobcast::audit
