#include <array>
#include <cmath>

#include "models/audit/checks.hpp"
#include "models/audit/scales.hpp"
#include "models/audit/sheet_links.hpp"

namespace jobcast::audit {
namespace {

constexpr double half = 0.5;

std::string strategy_of(const plan::Plan& plan, const plan::Action& action) {
  for (const auto& task : plan.tasks) {
    if (task.id == action.task) return task.strategy;
  }
  return {};
}

double stated_million(const plan::Action& action) {
  return static_cast<double>(action.stated_total.value_or(units::Won{}).value()) / million;
}

/// What a strategy's sheets add up to, and what is printed for it.
struct Sums {
  double sheets = 0.0;
  double jobs = 0.0;
  double million = 0.0;

  Sums& operator-=(const Sums& other) {
    sheets -= other.sheets;
    jobs -= other.jobs;
    million -= other.million;
    return *this;
  }
};

Sums sums_of(const plan::Action& action) { return {1.0, action.jobs.value_or(0.0), stated_million(action)}; }

class StrategyCheck {
 public:
  StrategyCheck(const FactIndex& index, const plan::Strategy& strategy) : index_(index), strategy_(strategy) {
    for (const auto& action : index.plan().actions) {
      if (strategy_of(index.plan(), action) != strategy.id) continue;
      sheets_.push_back(&action);
      const auto one = sums_of(action);
      all_.sheets += one.sheets;
      all_.jobs += one.jobs;
      all_.million += one.million;
    }
  }

  Findings findings() const {
    if (sheets_.empty()) return {};
    const auto gap = gap_of({});
    if (fits(gap)) return {};
    Finding finding;
    finding.kind = Kind::left_out;
    finding.cause = Cause::left_out;
    finding.id = "left_out:strategy:" + strategy_.id;
    const auto* missing = explanation(gap);
    if (missing != nullptr) {
      finding.message = {"audit.sheet_left_out", {strategy_.name.ko, missing->id + " " + missing->name.ko}};
      finding.effect.persons = gap.jobs < -half ? missing->jobs.value_or(0.0) : 0.0;
      finding.effect.won = stated_million(*missing) * million;
    } else {
      finding.kind = Kind::sum;
      finding.cause = Cause::arithmetic;
      finding.id = "sum:strategy:" + strategy_.id;
      finding.message = {"audit.strategy_sum", {strategy_.name.ko}};
      finding.effect.persons = std::abs(gap.jobs);
      finding.effect.won = std::abs(gap.million) * million;
    }
    add_sides(finding, gap, missing);
    return {finding};
  }

 private:
  /// Printed less the sheets' sums without one of them.
  [[nodiscard]] Sums gap_of(const Sums& without) const {
    Sums gap{strategy_.printed_programmes ? *strategy_.printed_programmes - all_.sheets + without.sheets : 0.0,
             strategy_.printed_jobs ? *strategy_.printed_jobs - all_.jobs + without.jobs : 0.0,
             strategy_.printed_budget
                 ? static_cast<double>(strategy_.printed_budget->value()) / million - all_.million + without.million
                 : 0.0};
    return gap;
  }

  /// Rounding of each sheet's million and of the printed one.
  [[nodiscard]] double room() const { return half * (static_cast<double>(sheets_.size()) + 1.0); }
  [[nodiscard]] bool fits(const Sums& gap) const {
    return std::abs(gap.sheets) < half && std::abs(gap.jobs) < half && std::abs(gap.million) <= room();
  }

  /// The sheet without which all that is printed adds up; where its row is counted but its money is not, that too.
  [[nodiscard]] const plan::Action* explanation(const Sums& gap) const {
    for (const auto* sheet : sheets_) {
      const auto one = sums_of(*sheet);
      if (fits(gap_of(one))) return sheet;
      const Sums money_alone{0.0, 0.0, one.million};
      if (std::abs(gap.sheets) < half && std::abs(gap.jobs) < half && fits(gap_of(money_alone))) return sheet;
    }
    return nullptr;
  }

  void add_side(Finding& finding, const char* item, double printed, double sum, const char* unit) const {
    Side side{"actions", cell_words(strategy_.name.ko, item), printed, unit};
    for (const auto* fact : index_.plan().facts.all(item)) {
      if (fact->category == strategy_.id) side = side_of(*fact);
    }
    finding.sides.push_back(side);
    finding.sides.push_back(
        {"actions", cell_words(strategy_.name.ko + " (" + std::to_string(sheets_.size()) + ")", item), sum, unit});
    if (finding.difference == 0.0) finding.difference = std::round((printed - sum) * 1e4) / 1e4;
  }

  void add_sides(Finding& finding, const Sums& gap, const plan::Action* missing) const {
    if (std::abs(gap.jobs) >= half) add_side(finding, "strategy_jobs", *strategy_.printed_jobs, all_.jobs, "count");
    if (std::abs(gap.sheets) >= half) {
      add_side(finding, "strategy_programmes", *strategy_.printed_programmes, all_.sheets, "count");
    }
    if (std::abs(gap.million) > room()) {
      add_side(finding, "strategy_budget", static_cast<double>(strategy_.printed_budget->value()) / million,
               all_.million, "million_won");
    }
    if (missing != nullptr) finding.sides.push_back(total_side(index_, *missing));
  }

  const FactIndex& index_;
  const plan::Strategy& strategy_;
  std::vector<const plan::Action*> sheets_;
  Sums all_;
};

/// "22 sheets" where the plan has 23.
Findings counted(const FactIndex& index) {
  struct Count {
    const char* item;
    std::size_t number;
  };
  const auto& plan = index.plan();
  const std::array counts{Count{"strategies", plan.strategies.size()}, Count{"tasks", plan.tasks.size()},
                          Count{"action_sheets", plan.actions.size()}};
  Findings all;
  for (const auto& [item, number] : counts) {
    if (number == 0) continue;
    for (const auto* fact : index.all({item, std::to_string(plan.plan_year), "both", "", "all"})) {
      const double gap = fact->value - static_cast<double>(number);
      if (gap == 0.0) continue;
      Finding finding;
      finding.kind = Kind::left_out;
      finding.cause = gap < 0.0 ? Cause::left_out : Cause::arithmetic;
      finding.id = std::string("left_out:") + item;
      finding.message = {"audit.counted", {words(fact->value), std::to_string(number), fact->column}};
      finding.difference = gap;
      finding.sides = {side_of(*fact), {"actions", cell_words(fact->row, item), static_cast<double>(number), "count"}};
      all.push_back(std::move(finding));
    }
  }
  return all;
}

}  // namespace

Findings check_strategies(const FactIndex& index) {
  Findings all = counted(index);
  for (const auto& strategy : index.plan().strategies) {
    for (auto& finding : StrategyCheck(index, strategy).findings()) all.push_back(std::move(finding));
  }
  return all;
}

}  // namespace jobcast::audit
