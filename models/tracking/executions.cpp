#include "models/tracking/executions.hpp"

#include <algorithm>
#include <cmath>

#include "models/programmes/execution.hpp"

namespace jobcast::tracking {
namespace {

using programmes::SlotGroup;

const SlotGroup* group_of(const programmes::ProgrammeModel& model, std::size_t programme) {
  for (const auto& group : model.groups()) {
    if (std::find(group.rows.begin(), group.rows.end(), programme) != group.rows.end()) return &group;
  }
  return nullptr;
}

/// Jobs that money and the scenario leave of one job, at the central elasticity.
double ratio_of(const programmes::ProgrammeModel& model, const SlotGroup& group) {
  if (group.set != scenario::ProgrammeSet::plan || group.budget_ratio <= 0.0) return 0.0;
  const auto& at = model.kind_of(group).parameters;
  const auto& elasticity = model.parameter(group.budget_ratio < 1.0 ? at.elasticity_cut : at.elasticity_expansion);
  return group.jobs_ratio * std::pow(group.budget_ratio, elasticity.distribution.central());
}

ProgrammeCalendar calendar_of(const plan::Plan& plan, const plan::Programme& programme, const SlotGroup* group,
                              const programmes::ProgrammeModel& model) {
  ProgrammeCalendar calendar{
      .sector = programme.sector, .windows = programme.traits.windows, .not_before = {}, .year = plan.plan_year};
  calendar.not_before.resize(calendar.windows.size());
  if (group == nullptr) return calendar;
  for (std::size_t window = 0; window < calendar.windows.size(); ++window) {
    for (const std::size_t step : model.kind_of(*group).waits[window]) {
      auto& gate = calendar.not_before[window];
      const auto day = model.planned().schedule().steps()[step].expected();
      gate = gate ? std::max(*gate, day) : day;
    }
  }
  return calendar;
}

/// The scenario's own value of a setting, or the plan's.
const plan::Value& setting(const plan::Plan& plan, const scenario::Scenario& scenario, std::string_view name) {
  const auto own = scenario.values.find(name);
  return own == scenario.values.end() ? plan.assumption(name) : own->second;
}

Range year_of(const ExecutionRate& rate, double planned) {
  constexpr double low = 0.05;
  return {planned * rate.mean, planned * rate.distribution.quantile(low),
          planned * rate.distribution.quantile(1.0 - low)};
}

}  // namespace

std::vector<Updated> update_executions(const plan::Plan& plan, const scenario::Scenario& scenario,
                                       const Actuals& actuals) {
  const programmes::ProgrammeModel model(plan, scenario, {});
  const auto changed = programmes::apply(plan, scenario);
  std::vector<Updated> all;
  for (const auto& actual : actuals.programmes) {
    const auto& programme = plan.programmes[actual.programme];
    const auto* group = group_of(model, actual.programme);
    const auto& fill =
        group == nullptr ? programme.traits.fill.distribution : model.parameter(group->fill).distribution;
    const auto& delay = group == nullptr ? programme.traits.start_delay_days.distribution
                                         : model.parameter(model.kind_of(*group).parameters.delay).distribution;
    const auto& change = changed[actual.programme];
    const bool spending = actual.kind == Kind::spending;
    const double year = change.set != scenario::ProgrammeSet::plan ? 0.0
                        : spending                                 ? static_cast<double>(change.budget.total().value())
                                   : programme.jobs * (group == nullptr ? 0.0 : ratio_of(model, *group));
    const auto gated = calendar_of(plan, programme, group, model);
    auto free = gated;
    std::fill(free.not_before.begin(), free.not_before.end(), std::nullopt);
    const auto by_plan = progress(free, actual.kind, actual.date, 0.0);
    const auto expected = expected_progress(gated, actual.kind, actual.date, delay, change.start_delay_days);
    const auto prior = prior_rate(fill);
    const bool posts = programme.sector == plan::Sector::direct;
    const auto& halfway = setting(plan, scenario,
                                  spending ? "tracking.spending_halfway"
                                  : posts  ? "tracking.posts_halfway"
                                           : "tracking.placements_halfway");
    const auto after = year > 0.0 ? updated_rate(prior, actual.value / year, expected, halfway.central()) : prior;
    all.push_back({.execution = {.actual = actual,
                                 .planned_year = year,
                                 .planned_to_date = year * by_plan.due,
                                 .expected_to_date = year * prior.mean * expected.due,
                                 .time_passed = expected.time,
                                 .year_before = year_of(prior, year),
                                 .year_after = year_of(after, year),
                                 .surprise = after.surprise,
                                 .acts = false,
                                 .points = std::nullopt,
                                 .persons = std::nullopt},
                   .rate = after});
  }
  // Placements are what the forecast counts; money speaks for them only where nothing else does.
  for (auto& each : all) {
    const bool placed = std::any_of(all.begin(), all.end(), [&](const Updated& other) {
      return other.execution.actual.programme == each.execution.actual.programme &&
             other.execution.actual.kind == Kind::placements;
    });
    const bool preferred = each.execution.actual.kind == Kind::placements || !placed;
    each.execution.acts =
        preferred && each.execution.planned_year > 0.0 && plan.programmes[each.execution.actual.programme].jobs > 0.0;
  }
  return all;
}

double jobs_offered(const programmes::ProgrammeModel& model, const SlotGroup& group) {
  return group.jobs * ratio_of(model, group);
}

}  // namespace jobcast::tracking
