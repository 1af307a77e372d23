#include "models/plan/age_range.hpp"
#include "models/plan/pack_words.hpp"
#include "models/plan/value_reader.hpp"
#include "models/scenario/scenario_file.hpp"

namespace jobcast::scenario {
namespace {

using input::Presence;
using input::TomlTable;

void read_ages(TomlTable& entry, DemandShock& shock) {
  const auto text = entry.text("age", Presence::optional);
  if (!text) return;
  const auto ages = plan::parse_ages(*text);
  if (ages && plan::fits_labour_groups(*ages)) {
    shock.age_from = ages->from;
    shock.age_to = ages->to;
    return;
  }
  entry.faults().add({entry.where("age"),
                      {ages ? "plan.ages_between_groups" : "plan.bad_ages", {*text}},
                      {ages ? "plan.expected_group_edges" : "plan.expected_ages", {}},
                      {}});
}

DemandShock read_shock(TomlTable& entry, const plan::Plan& plan) {
  DemandShock shock;
  shock.where = entry.where();
  shock.name = plan::read_name(entry, "name");
  if (const auto date = entry.date("date")) {
    shock.date = *date;
    const auto first = time::add_days(plan.as_of, 1);
    if (*date < first || *date > plan.forecast_until) {
      entry.faults().add({entry.where("date"),
                          {"scenario.shock_outside", {time::to_string(*date)}},
                          {"scenario.expected_dates", {time::to_string(first), time::to_string(plan.forecast_until)}},
                          {}});
    }
  }
  if (const auto status = entry.choice("status", plan::contract_ids())) {
    shock.contract = static_cast<plan::Contract>(*status);
  }
  shock.jobs = entry.number("jobs").value_or(0.0);
  read_ages(entry, shock);
  entry.refuse_other_keys();
  return shock;
}

}  // namespace

void read_differences(TomlTable& root, const plan::Plan& plan, Scenario& scenario) {
  scenario.title = plan::read_name(root, "title");
  for (auto& entry : root.tables("change", Presence::optional)) scenario.changes.push_back(read_change(entry, plan));
  for (auto& entry : root.tables("shock", Presence::optional)) scenario.shocks.push_back(read_shock(entry, plan));
  read_values(root, plan, scenario);
}

}  // namespace jobcast::scenario
