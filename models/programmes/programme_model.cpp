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
Lane share_started(const SlotGroup& group, const WeekCalendar& week, const WeekCalendar::Group& calendar,
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

GroupWeek at_work(const SlotGroup& group, const WeekCalendar& week, const WeekCalendar::Group& calendar,
                  const ProgrammeDraw::Group& lanes, const std::vector<Lane>& milestones) {
  const Lane base = lanes.base_heads * calendar.base_share;
  if (group.set == scenario::ProgrammeSet::base_year) return {base, base};
  const Lane started = share_started(group, week, calendar, lanes.delay_days, milestones);
  return {lanes.plan_heads * started + lanes.base_heads * calendar.carried_share, base};
}

/// The three kinds of slots in a cell by whom they may be filled from.
enum Takes : std::size_t { inactive_only, unemployed_only, both, takes_count };

std::size_t takes(const plan::ProgrammeTraits& traits) {
  if (traits.from_inactive == traits.from_unemployed) return both;
  return traits.from_inactive ? inactive_only : unemployed_only;
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

}  // namespace

ProgrammeModel::ProgrammeModel(const plan::Plan& plan, const scenario::Scenario& scenario, const CellWeights& pool)
    : schedule_(plan),
      groups_(group_slots(plan, scenario, apply(plan, scenario), schedule_, pool)),
      plan_year_(plan.plan_year) {
  using random::Purpose;
  for (const SlotGroup& group : groups_) {
    const plan::ProgrammeTraits& traits = group.traits;
    const auto add = [&](const plan::Value& value, Purpose purpose) { return table_.add(value, value.key, purpose); };
    const plan::Value& elasticity = group.budget_ratio < 1.0 ? traits.elasticity_cut : traits.elasticity_expansion;
    parameters_.push_back({.persons = add(traits.persons_per_job, Purpose::parameters),
                           .residents = add(traits.resident_share, Purpose::parameters),
                           .deadweight = add(traits.deadweight, Purpose::parameters),
                           .displacement = table_.add(traits.displacement, traits.deadweight.key, Purpose::parameters),
                           .fill = add(traits.fill, Purpose::execution),
                           .delay = add(traits.start_delay_days, Purpose::execution),
                           .base_ratio = add(traits.base_ratio, Purpose::parameters),
                           .elasticity = add(elasticity, Purpose::parameters),
                           .insured = add(traits.insured_share, Purpose::parameters),
                           .placement = add(traits.placement_after, Purpose::parameters)});
  }
}

WeekCalendar ProgrammeModel::week(time::Date sunday, const ExpectedShares& shares) const {
  const time::Date saturday = time::add_days(sunday, 6);
  const int year = time::year_of(sunday);
  WeekCalendar calendar;
  calendar.last_day = static_cast<double>(saturday.time_since_epoch().count());
  for (const SlotGroup& group : groups_) {
    WeekCalendar::Group entry;
    const auto all = spells(group.traits.windows, year);
    for (const Spell& spell : all) {
      const int from = time::year_of(spell.from);
      if (spell.to < sunday && time::year_of(spell.to) == year && from >= plan_year_) entry.ended_share += spell.share;
    }
    const auto open = open_in_week(all, sunday);
    for (const Spell& spell : open) {
      const int from = time::year_of(spell.from);
      if (from < plan_year_) continue;
      const bool in_plan_year = from == plan_year_;
      entry.starts.push_back({.share = spell.share,
                              .days_since_start = static_cast<double>(time::days_between(spell.from, saturday)),
                              .in_plan_year = in_plan_year,
                              .waits = in_plan_year ? group.waits[spell.window] : std::vector<std::size_t>()});
    }
    entry.ended_share = std::min(entry.ended_share, 1.0);
    entry.base_share = shares.of(open, group.base_delay, saturday);
    entry.carried_share = shares.of(begun_before(open, plan_year_), group.base_delay, saturday);
    calendar.groups.push_back(std::move(entry));
  }
  return calendar;
}

ProgrammeDraw ProgrammeModel::make_draw() const {
  return {.values = std::vector<Lane>(table_.size()),
          .milestones = std::vector<Lane>(schedule_.steps().size()),
          .groups = std::vector<ProgrammeDraw::Group>(groups_.size())};
}

void ProgrammeModel::draw(random::StreamKey parameters, random::StreamKey execution, std::uint32_t first_draw,
                          ProgrammeDraw& draw) const {
  table_.draw(parameters, execution, first_draw, draw.values);
  schedule_.draw(execution, first_draw, draw.milestones);
  const auto& value = draw.values;
  for (std::size_t index = 0; index < groups_.size(); ++index) {
    const SlotGroup& group = groups_[index];
    const GroupParameters& at = parameters_[index];
    ProgrammeDraw::Group& lanes = draw.groups[index];
    lanes.base_heads = group.jobs * group.base_fill * value[at.persons] * value[at.base_ratio];
    lanes.plan_heads = heads_of(group, value[at.persons], value[at.fill], value[at.elasticity], lanes.base_heads);
    lanes.residents = value[at.residents];
    lanes.net = 1.0 - value[at.deadweight] - value[at.displacement];
    lanes.insured = lanes.net * value[at.insured];
    lanes.placement = lanes.residents * value[at.placement];
    lanes.delay_days = value[at.delay];
  }
}

void ProgrammeModel::offered(const ProgrammeDraw& draw, const WeekCalendar& week, std::vector<Lane>& heads) const {
  for (std::size_t index = 0; index < groups_.size(); ++index) {
    heads[index] = at_work(groups_[index], week, week.groups[index], draw.groups[index], draw.milestones).plan;
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
    const ProgrammeDraw::Group& lanes = draw.groups[index];
    const GroupWeek heads = at_work(group, week, week.groups[index], lanes, draw.milestones);
    const Lane wanted = heads.plan * lanes.residents;
    const Lane held = heads.base * lanes.residents;
    for (const WeightedCell& part : group.cells) {
      filled_share[part.cell][takes(group.traits)] += part.weight * wanted;
      base[part.cell] += part.weight * held;
    }
  }
  fill_slots(people, base, filled_share);
  for (std::size_t index = 0; index < groups_.size(); ++index) {
    const SlotGroup& group = groups_[index];
    const ProgrammeDraw::Group& lanes = draw.groups[index];
    const GroupWeek heads = at_work(group, week, week.groups[index], lanes, draw.milestones);
    SectorLanes& sector = sectors[static_cast<std::size_t>(group.sector)];
    const auto contract = static_cast<std::size_t>(group.traits.contract);
    const Lane wanted = heads.plan * lanes.residents;
    const Lane held = heads.base * lanes.residents;
    const Lane left = lanes.placement * (lanes.plan_heads - lanes.base_heads) * week.groups[index].ended_share;
    Lane residents = Lane::Zero();
    for (const WeightedCell& part : group.cells) {
      const Lane slots = part.weight * wanted * filled_share[part.cell][takes(group.traits)];
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

}  // namespace jobcast::programmes
