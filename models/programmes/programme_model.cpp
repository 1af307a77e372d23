#include "models/programmes/programme_model.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "models/programmes/execution.hpp"

namespace jobcast::programmes {
namespace {

using units::Lane;

constexpr int last_group_under_65 = 6;

/// Heads that a scenario puts to work: the plan's jobs through money and execution, the base year's own, or none.
Lane heads_of(const SlotGroup& group, const Lane& persons, const Lane& fill, const Lane& elasticity, const Lane& base) {
  switch (group.set) {
    case scenario::ProgrammeSet::none:
      return Lane::Zero();
    case scenario::ProgrammeSet::base_year:
      return base;
    case scenario::ProgrammeSet::plan:
      break;
  }
  Lane heads = group.jobs * group.jobs_ratio * persons * fill;
  if (group.budget_ratio <= 0.0) return Lane::Zero();
  if (group.budget_ratio != 1.0) heads *= (elasticity * std::log(group.budget_ratio)).exp();
  return heads;
}

/// Share of a group's slots at work in windows of the plan year, whose delayed start has come.
Lane share_started(const SlotGroup& group, const WeekCalendar& week, const WeekCalendar::Kind& calendar,
                   const Lane& delay_days, const std::vector<Lane>& milestones) {
  Lane share = Lane::Zero();
  for (const auto& start : calendar.starts) {
    const double days = start.days_since_start - (start.in_plan_year ? group.start_delay_days : 0.0);
    Lane open = (delay_days <= days).select(Lane::Constant(start.share), 0.0);
    for (const std::size_t step : start.waits) open = (milestones[step] <= week.last_day).select(open, 0.0);
    share += open;
  }
  return share.min(1.0 - calendar.carried_share);
}

struct GroupWeek {
  Lane plan;  ///< heads at work under the scenario
  Lane base;  ///< heads at work in the base year's same week
};

GroupWeek at_work(const SlotGroup& group, const WeekCalendar& week, const ProgrammeDraw::Group& lanes,
                  const std::vector<Lane>& milestones) {
  const WeekCalendar::Kind& calendar = week.kinds[group.kind];
  const Lane base = lanes.base_heads * calendar.base_share;
  if (group.set == scenario::ProgrammeSet::base_year) return {base, base};
  const Lane started = share_started(group, week, calendar, lanes.delay_days, milestones);
  return {lanes.plan_heads * started + lanes.base_heads * calendar.carried_share, base};
}

/// The three kinds of slots in a cell by whom they may be filled from.
enum Takes : std::size_t { inactive_only, unemployed_only, both, takes_count };

std::size_t takes(const ProgrammeKind& kind) {
  if (kind.from_inactive == kind.from_unemployed) return both;
  return kind.from_inactive ? inactive_only : unemployed_only;
}

/// Share of a kind's slots for which somebody is left: 1, or people over slots.
Lane share_filled(const Lane& people, const Lane& slots) {
  return (slots > people).select(people / slots.max(1e-300), 1.0);
}

using CellShares = std::array<std::array<Lane, takes_count>, state::cell_count>;

/// Turns wanted[cell][kind], slots, into the share of them that is filled. Slots for the inactive alone (the unemployed
/// alone) get no more than those people; all together no more than everybody without work. Who held base-year slots can
/// take any.
void fill_slots(const state::CellCounts& people, const std::array<Lane, state::cell_count>& base, CellShares& wanted) {
  for (std::size_t cell = 0; cell < state::cell_count; ++cell) {
    const Lane& inactive = people.persons[cell][0];
    const Lane& unemployed = people.persons[cell][1];
    auto& kinds = wanted[cell];
    const Lane all = share_filled(inactive + unemployed + base[cell], kinds[0] + kinds[1] + kinds[2]);
    kinds[inactive_only] = share_filled(inactive + base[cell], kinds[inactive_only]).min(all);
    kinds[unemployed_only] = share_filled(unemployed + base[cell], kinds[unemployed_only]).min(all);
    kinds[both] = all;
  }
}

std::size_t elasticity_of(const SlotGroup& group, const ProgrammeKind::Parameters& at) {
  return group.budget_ratio < 1.0 ? at.elasticity_cut : at.elasticity_expansion;
}

/// The parameter of a row's fill: the kind's, or another with the same random numbers where the scenario knows more.
std::size_t fill_of(const std::string& programme, std::size_t of_kind, const scenario::Scenario& scenario,
                    std::vector<Parameter>& parameters) {
  const auto known = scenario.fills.find(programme);
  if (known == scenario.fills.end()) return of_kind;
  Parameter fill = parameters[of_kind];
  fill.distribution = known->second;
  const auto found = std::find_if(parameters.begin(), parameters.end(), [&](const Parameter& there) {
    return there.stream.id == fill.stream.id && there.purpose == fill.purpose &&
           there.distribution == fill.distribution;
  });
  const auto index = static_cast<std::size_t>(found - parameters.begin());
  if (found == parameters.end()) parameters.push_back(fill);
  return index;
}

bool joins(const SlotGroup& a, const SlotGroup& b) {
  return a.kind == b.kind && a.fill == b.fill && a.jobs_ratio == b.jobs_ratio && a.budget_ratio == b.budget_ratio &&
         a.set == b.set && a.start_delay_days == b.start_delay_days;
}

/// Puts the rows that act alike together; adds to `parameters` what the scenario knows of single rows.
std::vector<SlotGroup> group_rows(const plan::Plan& plan, const PlannedProgrammes& planned,
                                  const scenario::Scenario& scenario, const std::vector<ProgrammeExecution>& executions,
                                  std::vector<Parameter>& parameters) {
  std::vector<SlotGroup> groups;
  for (const PlannedProgrammes::Row& row : planned.rows()) {
    const ProgrammeExecution& execution = executions[row.programme];
    const std::size_t of_kind = planned.kinds()[row.kind].parameters.fill;
    SlotGroup group{.kind = row.kind,
                    .fill = fill_of(plan.programmes[row.programme].id, of_kind, scenario, parameters),
                    .rows = {},
                    .jobs_ratio = execution.jobs_ratio,
                    .budget_ratio = execution.budget_ratio,
                    .start_delay_days = execution.start_delay_days,
                    .set = execution.set};
    auto found =
        std::find_if(groups.begin(), groups.end(), [&](const SlotGroup& other) { return joins(other, group); });
    if (found == groups.end()) found = groups.insert(groups.end(), std::move(group));
    found->jobs += row.jobs;
    found->rows.push_back(row.programme);
  }
  return groups;
}

}  // namespace

ProgrammeModel::ProgrammeModel(const plan::Plan& plan, std::shared_ptr<const PlannedProgrammes> planned,
                               const scenario::Scenario& scenario)
    : planned_(std::move(planned)),
      parameters_(planned_->parameters().with(scenario.values)),
      groups_(group_rows(plan, *planned_, scenario, apply(plan, scenario), parameters_)) {
  std::vector<bool> needed(parameters_.size());
  for (const SlotGroup& group : groups_) {
    const ProgrammeKind::Parameters& at = kind_of(group).parameters;
    for (const std::size_t index : {at.persons, at.residents, at.deadweight, at.displacement, group.fill, at.delay,
                                    at.base_ratio, elasticity_of(group, at), at.insured, at.placement}) {
      needed[index] = true;
    }
  }
  for (std::size_t index = 0; index < parameters_.size(); ++index) {
    if (needed[index] && !parameters_[index].distribution.is_fixed()) uncertain_.push_back(index);
  }
}

ProgrammeDraw ProgrammeModel::make_draw() const {
  ProgrammeDraw draw{.values = std::vector<Lane>(parameters_.size()),
                     .milestones = std::vector<Lane>(planned_->schedule().steps().size()),
                     .groups = std::vector<ProgrammeDraw::Group>(groups_.size())};
  for (std::size_t index = 0; index < parameters_.size(); ++index) {
    draw.values[index].setConstant(parameters_[index].distribution.a);
  }
  return draw;
}

void ProgrammeModel::draw_parameters(random::StreamKey parameters, random::StreamKey execution,
                                     std::uint32_t first_draw, std::vector<Lane>& values) const {
  for (const std::size_t index : uncertain_) {
    const Parameter& parameter = parameters_[index];
    const auto key = parameter.purpose == random::Purpose::execution ? execution : parameters;
    const Lane uniform = random::LaneStream(key, first_draw, parameter.stream).uniform();
    values[index] = parameter.distribution.quantile(uniform);
  }
}

void ProgrammeModel::draw(random::StreamKey parameters, random::StreamKey execution, std::uint32_t first_draw,
                          ProgrammeDraw& draw) const {
  draw_parameters(parameters, execution, first_draw, draw.values);
  planned_->schedule().draw(execution, first_draw, draw.milestones);
  const auto& value = draw.values;
  for (std::size_t index = 0; index < groups_.size(); ++index) {
    const SlotGroup& group = groups_[index];
    const ProgrammeKind& kind = kind_of(group);
    const ProgrammeKind::Parameters& at = kind.parameters;
    ProgrammeDraw::Group& lanes = draw.groups[index];
    lanes.base_heads = group.jobs * kind.base_fill * value[at.persons] * value[at.base_ratio];
    lanes.plan_heads =
        heads_of(group, value[at.persons], value[group.fill], value[elasticity_of(group, at)], lanes.base_heads);
    lanes.residents = value[at.residents];
    lanes.net = 1.0 - value[at.deadweight] - value[at.displacement];
    lanes.insured = lanes.net * value[at.insured];
    lanes.placement = lanes.residents * value[at.placement];
    lanes.delay_days = value[at.delay];
  }
}

void ProgrammeModel::offered(const ProgrammeDraw& draw, const WeekCalendar& week, std::vector<Lane>& heads) const {
  for (std::size_t index = 0; index < groups_.size(); ++index) {
    heads[index] = at_work(groups_[index], week, draw.groups[index], draw.milestones).plan;
  }
}

void ProgrammeModel::measure(const ProgrammeDraw& draw, const WeekCalendar& week, const state::CellCounts& people,
                             Overlay& overlay, SectorOutcomes& sectors) const {
  CellShares filled_share;
  std::array<Lane, state::cell_count> base;
  for (auto& cell : filled_share) cell.fill(Lane::Zero());
  base.fill(Lane::Zero());
  for (auto& cell : overlay.net) cell.fill(Lane::Zero());
  overlay.insured.setZero();
  for (auto& sector : sectors) sector = {Lane::Zero(), Lane::Zero(), Lane::Zero(), Lane::Zero()};

  for (std::size_t index = 0; index < groups_.size(); ++index) {
    const SlotGroup& group = groups_[index];
    const ProgrammeKind& kind = kind_of(group);
    const ProgrammeDraw::Group& lanes = draw.groups[index];
    const GroupWeek heads = at_work(group, week, lanes, draw.milestones);
    const Lane wanted = heads.plan * lanes.residents;
    const Lane held = heads.base * lanes.residents;
    for (const WeightedCell& part : kind.cells) {
      filled_share[part.cell][takes(kind)] += part.weight * wanted;
      base[part.cell] += part.weight * held;
    }
  }
  fill_slots(people, base, filled_share);
  for (std::size_t index = 0; index < groups_.size(); ++index) {
    const SlotGroup& group = groups_[index];
    const ProgrammeKind& kind = kind_of(group);
    const ProgrammeDraw::Group& lanes = draw.groups[index];
    const GroupWeek heads = at_work(group, week, lanes, draw.milestones);
    SectorLanes& sector = sectors[static_cast<std::size_t>(kind.sector)];
    const auto contract = static_cast<std::size_t>(kind.contract);
    const Lane wanted = heads.plan * lanes.residents;
    const Lane held = heads.base * lanes.residents;
    const Lane left = lanes.placement * (lanes.plan_heads - lanes.base_heads) * week.kinds[group.kind].ended_share;
    Lane residents = Lane::Zero();
    for (const WeightedCell& part : kind.cells) {
      const Lane slots = part.weight * wanted * filled_share[part.cell][takes(kind)];
      residents += slots;
      overlay.net[part.cell][contract] += (slots - part.weight * held) * lanes.net + part.weight * left;
      if (part.cell / state::sex_count <= last_group_under_65) {
        sector.at_work_15_64 += slots + part.weight * (heads.plan - wanted);
      }
    }
    // Those who come from elsewhere are found elsewhere.
    const Lane filled = residents + (heads.plan - wanted);
    sector.at_work += filled;
    sector.net_employment += residents * lanes.net;
    sector.unfilled += (wanted - residents).max(0.0);
    overlay.insured += (filled - heads.base) * lanes.insured;
  }
}

void apply(const Overlay& overlay, state::CellCounts& people) {
  for (std::size_t cell = 0; cell < state::cell_count; ++cell) {
    auto& states = people.persons[cell];
    const Lane idle = states[0] + states[1];
    std::array<Lane, 3> move;
    Lane starts = Lane::Zero();
    for (std::size_t contract = 0; contract < 3; ++contract) {
      move[contract] = overlay.net[cell][contract].max(-states[2 + contract]);
      starts += move[contract].max(0.0);
    }
    const Lane room = (starts > idle).select(idle / starts.max(1e-300), 1.0);
    Lane started = Lane::Zero();
    Lane stopped = Lane::Zero();
    for (std::size_t contract = 0; contract < 3; ++contract) {
      const Lane in = move[contract].max(0.0) * room;
      const Lane out = (-move[contract]).max(0.0);
      states[2 + contract] += in - out;
      started += in;
      stopped += out;
    }
    const Lane taken = started / idle.max(1e-300);
    states[0] = states[0] * (1.0 - taken) + stopped;
    states[1] = states[1] * (1.0 - taken);
  }
}

std::vector<std::vector<std::size_t>> alike(const plan::Plan& plan, const scenario::Scenario& scenario) {
  CellWeights pool;
  pool.fill(1.0);
  const PlannedProgrammes planned(plan, pool);
  auto executions = apply(plan, scenario);
  for (ProgrammeExecution& execution : executions) execution.budget_ratio = 1.0;
  auto parameters = planned.parameters().with(scenario.values);
  std::vector<std::vector<std::size_t>> rows;
  for (auto& group : group_rows(plan, planned, scenario, executions, parameters)) {
    rows.push_back(std::move(group.rows));
  }
  return rows;
}

}  // namespace jobcast::programmes
