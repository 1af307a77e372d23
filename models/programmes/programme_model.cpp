#include "models/programmes/programme_model.hpp"

#include <algorithm>
#include <cmath>

namespace jobcast::programmes {
namespace {

using units::Lane;

constexpr int last_group_under_65 = 6;

/// Heads that a scenario puts to work: the plan's jobs through money and execution, the base year's own, or none.
Lane heads_of(const SlotGroup& group, const Lane& persons, const Lane& fill, const Lane& elasticity, const Lane& base) {
  switch (group.set) {
    case scenario::ProgrammeSet::none: return Lane::Zero();
    case scenario::ProgrammeSet::base_year: return base;
    case scenario::ProgrammeSet::plan: break;
  }
  Lane heads = group.jobs * group.jobs_ratio * persons * fill;
  if (group.budget_ratio <= 0.0) return Lane::Zero();
  if (group.budget_ratio != 1.0) heads *= (elasticity * std::log(group.budget_ratio)).exp();
  return heads;
}

/// Share of a group's slots at work: windows whose delayed start has come.
Lane share_started(const WeekCalendar::Group& calendar, const Lane& delay_days) {
  Lane share = Lane::Zero();
  for (const auto& start : calendar.starts) {
    share += (delay_days <= start.days_since_start).select(Lane::Constant(start.share), 0.0);
  }
  return share.min(1.0);
}

struct GroupWeek {
  Lane plan;  ///< heads at work under the scenario
  Lane base;  ///< heads at work in the base year's same week
};

GroupWeek at_work(const SlotGroup& group, const WeekCalendar::Group& calendar, const ProgrammeDraw::Group& lanes) {
  const Lane base = lanes.base_heads * calendar.base_share;
  if (group.set == scenario::ProgrammeSet::base_year) return {base, base};
  return {lanes.plan_heads * share_started(calendar, lanes.delay_days), base};
}

}  // namespace

ProgrammeModel::ProgrammeModel(const plan::Plan& plan, const scenario::Scenario& scenario, const CellWeights& pool)
    : groups_(group_slots(plan, scenario, apply(plan, scenario), pool)), plan_year_(plan.plan_year) {
  using random::Purpose;
  for (const SlotGroup& group : groups_) {
    const plan::ProgrammeTraits& traits = group.traits;
    const auto add = [&](const plan::Value& value, Purpose purpose) { return table_.add(value, value.key, purpose); };
    const plan::Value& elasticity = group.budget_ratio < 1.0 ? traits.elasticity_cut : traits.elasticity_expansion;
    parameters_.push_back({.persons = add(traits.persons_per_job, Purpose::parameters),
                           .residents = add(traits.resident_share, Purpose::parameters),
                           .deadweight = add(traits.deadweight, Purpose::parameters),
                           .displacement =
                               table_.add(traits.displacement, traits.deadweight.key, Purpose::parameters),
                           .fill = add(traits.fill, Purpose::execution),
                           .delay = add(traits.start_delay_days, Purpose::execution),
                           .base_ratio = add(traits.base_ratio, Purpose::parameters),
                           .elasticity = add(elasticity, Purpose::parameters),
                           .insured = add(traits.insured_share, Purpose::parameters),
                           .placement = add(traits.placement_after, Purpose::parameters)});
  }
}

WeekCalendar ProgrammeModel::week(time::Date sunday) const {
  const time::Date saturday = time::add_days(sunday, 6);
  const int year = time::year_of(sunday);
  WeekCalendar calendar;
  for (const SlotGroup& group : groups_) {
    WeekCalendar::Group entry;
    entry.base_share = share_at_work(group.traits.windows, sunday, saturday);
    for (const Spell& spell : spells(group.traits.windows, year)) {
      if (spell.to < sunday && time::year_of(spell.to) == year) entry.ended_share += spell.share;
      if (spell.from > saturday || spell.to < sunday) continue;
      const bool started_this_year = time::year_of(spell.from) == plan_year_;
      entry.starts.push_back(
          {spell.share, started_this_year ? time::days_between(spell.from, saturday) : 1e9});
    }
    entry.ended_share = std::min(entry.ended_share, 1.0);
    calendar.groups.push_back(std::move(entry));
  }
  return calendar;
}

ProgrammeDraw ProgrammeModel::make_draw() const {
  return {.values = std::vector<Lane>(table_.size()), .groups = std::vector<ProgrammeDraw::Group>(groups_.size())};
}

void ProgrammeModel::draw(random::StreamKey parameters, random::StreamKey execution, std::uint32_t first_draw,
                          ProgrammeDraw& draw) const {
  table_.draw(parameters, execution, first_draw, draw.values);
  const auto& value = draw.values;
  for (std::size_t index = 0; index < groups_.size(); ++index) {
    const SlotGroup& group = groups_[index];
    const GroupParameters& at = parameters_[index];
    ProgrammeDraw::Group& lanes = draw.groups[index];
    lanes.base_heads = group.jobs * value[at.persons] * value[at.base_ratio];
    lanes.plan_heads = heads_of(group, value[at.persons], value[at.fill], value[at.elasticity], lanes.base_heads);
    lanes.net = value[at.residents] * (1.0 - value[at.deadweight] - value[at.displacement]);
    lanes.insured = value[at.insured];
    lanes.placement = value[at.placement];
    lanes.delay_days = value[at.delay] + group.start_delay_days;
  }
}

void ProgrammeModel::measure(const ProgrammeDraw& draw, const WeekCalendar& week, const state::CellCounts& people,
                             Overlay& overlay, SectorOutcomes& sectors) const {
  std::array<Lane, state::cell_count> planned;
  std::array<Lane, state::cell_count> base;
  planned.fill(Lane::Zero());
  base.fill(Lane::Zero());
  for (auto& cell : overlay.net) cell.fill(Lane::Zero());
  overlay.insured.setZero();
  for (auto& sector : sectors) sector = {Lane::Zero(), Lane::Zero(), Lane::Zero(), Lane::Zero()};

  for (std::size_t index = 0; index < groups_.size(); ++index) {
    const GroupWeek heads = at_work(groups_[index], week.groups[index], draw.groups[index]);
    for (std::size_t cell = 0; cell < state::cell_count; ++cell) {
      planned[cell] += groups_[index].weights[cell] * heads.plan;
      base[cell] += groups_[index].weights[cell] * heads.base;
    }
  }
  // From here on planned[cell] is the share of the cell's slots for which somebody is left.
  for (std::size_t cell = 0; cell < state::cell_count; ++cell) {
    const Lane available = people.persons[cell][0] + people.persons[cell][1] + base[cell];
    planned[cell] = (planned[cell] > available).select(available / planned[cell].max(1e-300), 1.0);
  }
  for (std::size_t index = 0; index < groups_.size(); ++index) {
    const SlotGroup& group = groups_[index];
    const ProgrammeDraw::Group& lanes = draw.groups[index];
    const GroupWeek heads = at_work(group, week.groups[index], lanes);
    SectorLanes& sector = sectors[static_cast<std::size_t>(group.sector)];
    const auto contract = static_cast<std::size_t>(group.traits.contract);
    const Lane left = lanes.placement * (lanes.plan_heads - lanes.base_heads) * week.groups[index].ended_share;
    Lane filled = Lane::Zero();
    for (std::size_t cell = 0; cell < state::cell_count; ++cell) {
      const double weight = group.weights[cell];
      if (weight == 0.0) continue;
      const Lane slots = weight * heads.plan * planned[cell];
      filled += slots;
      overlay.net[cell][contract] += (slots - weight * heads.base) * lanes.net + weight * left;
      if (cell / state::sex_count <= last_group_under_65) sector.at_work_15_64 += slots;
    }
    sector.at_work += filled;
    sector.net_employment += filled * lanes.net;
    sector.unfilled += heads.plan - filled;
    overlay.insured += (filled - heads.base) * lanes.net * lanes.insured;
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

}  // namespace jobcast::programmes
