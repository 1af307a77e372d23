#pragma once

#include "models/programmes/programme_model.hpp"

namespace jobcast::programmes::testing {

inline plan::Value fixed(const std::string& key, double value) {
  return {.key = key, .distribution = random::Distribution::fixed(value), .unit = "", .provenance = {}};
}

/// Traits with nothing uncertain: one head a job, all resident, no deadweight, all year, open to men of 40-49.
inline plan::ProgrammeTraits plain_traits(const std::string& type) {
  plan::ProgrammeTraits traits;
  traits.persons_per_job = fixed("persons_per_job." + type, 1.0);
  traits.resident_share = fixed("resident_share." + type, 1.0);
  traits.deadweight = fixed("deadweight." + type, 0.0);
  traits.displacement = fixed("displacement." + type, 0.0);
  traits.fill = fixed("fill." + type, 1.0);
  traits.start_delay_days = fixed("start_delay_days." + type, 0.0);
  traits.base_ratio = fixed("base_ratio." + type, 0.0);
  traits.elasticity_cut = fixed("elasticity_cut." + type, 1.0);
  traits.elasticity_expansion = fixed("elasticity_expansion." + type, 1.0);
  traits.insured_share = fixed("insured_share." + type, 0.0);
  traits.placement_after = fixed("placement_after." + type, 0.0);
  traits.windows = {{1, 1, 12, 31, 1.0}};
  traits.eligible = {{40, 49, plan::Eligible::Sexes::male, 1.0}};
  return traits;
}

inline plan::Programme programme(const std::string& id, double jobs, plan::ProgrammeTraits traits = plain_traits("t")) {
  plan::Programme row;
  row.id = id;
  row.name = {id, id};
  row.jobs = jobs;
  row.type = "t";
  row.traits = std::move(traits);
  return row;
}

inline scenario::Scenario scenario_of(std::vector<scenario::Change> changes) {
  scenario::Scenario scenario;
  scenario.changes = std::move(changes);
  return scenario;
}

inline scenario::Scenario with_set(scenario::ProgrammeSet set) {
  scenario::Change change;
  change.programmes = set;
  return scenario_of({change});
}

inline plan::Budget budget(std::int64_t national, std::int64_t provincial, std::int64_t county,
                           std::int64_t private_money = 0) {
  return {{units::Won(national), units::Won(provincial), units::Won(county), units::Won(private_money)}};
}

inline plan::Plan plan_of(std::vector<plan::Programme> programmes) {
  plan::Plan plan;
  plan.base_year = 2023;
  plan.plan_year = 2024;
  plan.as_of = time::make_date(2023, 12, 31);
  plan.programmes = std::move(programmes);
  return plan;
}

/// A milestone by its planned end, least, likeliest and greatest duration and the full ids it waits for.
inline plan::Milestone milestone(const std::string& id, const std::string& date, std::array<double, 3> days,
                                 std::vector<std::string> after = {}) {
  plan::Milestone result;
  result.id = id;
  result.name = {id, id};
  result.date = time::parse_date(date).value();
  result.after = std::move(after);
  result.duration_days = fixed("duration_days." + id, days[1]);
  if (days[0] < days[2]) {
    result.duration_days.distribution = random::Distribution::triangular(days[0], days[1], days[2]);
  }
  return result;
}

inline plan::Plan plan_with_actions(std::vector<plan::Action> actions) {
  plan::Plan plan = plan_of({});
  plan.actions = std::move(actions);
  return plan;
}

inline CellWeights even_pool() {
  CellWeights pool;
  pool.fill(100.0);
  return pool;
}

/// `people` in each state of every cell.
inline state::CellCounts people(double inactive, double employed) {
  state::CellCounts counts;
  for (auto& cell : counts.persons) {
    cell.fill(units::Lane::Constant(employed));
    cell[0].setConstant(inactive);
    cell[1].setConstant(0.0);
  }
  return counts;
}

inline const time::Date october = time::reference_week(2024, 2);
inline const time::Date april = time::reference_week(2024, 1);

struct Measured {
  Overlay overlay;
  SectorOutcomes sectors;
};

inline Measured measure(const plan::Plan& plan, const scenario::Scenario& scenario, time::Date sunday,
                        const state::CellCounts& counts = people(1e6, 1e6), std::uint64_t seed = 1) {
  const ProgrammeModel model(plan, scenario, even_pool());
  ProgrammeDraw draw = model.make_draw();
  model.draw({seed, random::Purpose::parameters}, {seed, random::Purpose::execution}, 0, draw);
  Measured result;
  model.measure(draw, model.planned().week(sunday), counts, result.overlay, result.sectors);
  return result;
}

inline double net_total(const Overlay& overlay) {
  double sum = 0.0;
  for (const auto& cell : overlay.net) {
    for (const auto& lanes : cell) sum += lanes[0];
  }
  return sum;
}

}  // namespace jobcast::programmes::testing
