#include "models/programmes/planned_programmes.hpp"

#include <algorithm>

#include "models/programmes/expected_shares.hpp"

namespace jobcast::programmes {
namespace {

bool same_window(const plan::Window& a, const plan::Window& b) {
  return a.from_month == b.from_month && a.from_day == b.from_day && a.to_month == b.to_month && a.to_day == b.to_day &&
         a.share == b.share;
}

bool alike(const ProgrammeKind& a, const ProgrammeKind& b) {
  return a.sector == b.sector && a.contract == b.contract && a.from_inactive == b.from_inactive &&
         a.from_unemployed == b.from_unemployed && a.parameters == b.parameters && a.base_fill == b.base_fill &&
         a.base_delay == b.base_delay && a.waits == b.waits && a.cells == b.cells &&
         std::equal(a.windows.begin(), a.windows.end(), b.windows.begin(), b.windows.end(), same_window);
}

std::vector<std::vector<std::size_t>> waits_of(const plan::Plan& plan, const plan::Programme& programme,
                                               const MilestoneSchedule& schedule) {
  std::vector<std::vector<std::size_t>> waits(programme.traits.windows.size());
  for (std::size_t window = 0; window < waits.size(); ++window) {
    const time::Date opens = first_day(programme.traits.windows[window], plan.plan_year);
    for (std::size_t index = 0; index < schedule.steps().size(); ++index) {
      const MilestoneStep& step = schedule.steps()[index];
      const auto& covers = plan.actions[step.action].covers;
      const bool covered = std::find(covers.begin(), covers.end(), programme.id) != covers.end();
      if (covered && !step.reached && step.planned <= opens) waits[window].push_back(index);
    }
  }
  return waits;
}

ProgrammeKind::Parameters parameters_of(const plan::ProgrammeTraits& traits, ParameterTable& table) {
  using random::Purpose;
  const auto add = [&](const plan::Value& value, Purpose purpose) { return table.add(value, value.key, purpose); };
  return {.persons = add(traits.persons_per_job, Purpose::parameters),
          .residents = add(traits.resident_share, Purpose::parameters),
          .deadweight = add(traits.deadweight, Purpose::parameters),
          .displacement = table.add(traits.displacement, traits.deadweight.key, Purpose::parameters),
          .fill = add(traits.fill, Purpose::execution),
          .delay = add(traits.start_delay_days, Purpose::execution),
          .base_ratio = add(traits.base_ratio, Purpose::parameters),
          .elasticity_cut = add(traits.elasticity_cut, Purpose::parameters),
          .elasticity_expansion = add(traits.elasticity_expansion, Purpose::parameters),
          .insured = add(traits.insured_share, Purpose::parameters),
          .placement = add(traits.placement_after, Purpose::parameters)};
}

}  // namespace

PlannedProgrammes::PlannedProgrammes(const plan::Plan& plan, const CellWeights& pool)
    : schedule_(plan), plan_year_(plan.plan_year) {
  for (std::size_t index = 0; index < plan.programmes.size(); ++index) {
    const plan::Programme& programme = plan.programmes[index];
    if (programme.jobs == 0.0) continue;
    const plan::ProgrammeTraits& traits = programme.traits;
    ProgrammeKind kind{.sector = programme.sector,
                       .contract = traits.contract,
                       .from_inactive = traits.from_inactive,
                       .from_unemployed = traits.from_unemployed,
                       .parameters = parameters_of(traits, parameters_),
                       .windows = traits.windows,
                       .base_fill = traits.fill.distribution.mean(),
                       .base_delay = traits.start_delay_days.distribution,
                       .waits = waits_of(plan, programme, schedule_),
                       .cells = taking_part(cell_weights(traits.eligible, pool))};
    const auto found =
        std::find_if(kinds_.begin(), kinds_.end(), [&](const auto& other) { return alike(other, kind); });
    rows_.push_back({index, static_cast<std::size_t>(found - kinds_.begin()), programme.jobs});
    if (found == kinds_.end()) kinds_.push_back(std::move(kind));
  }
}

WeekCalendar PlannedProgrammes::week(time::Date sunday) const {
  const time::Date saturday = time::add_days(sunday, 6);
  const int year = time::year_of(sunday);
  WeekCalendar calendar;
  calendar.last_day = static_cast<double>(saturday.time_since_epoch().count());
  ExpectedShares shares(saturday);
  for (const ProgrammeKind& kind : kinds_) {
    WeekCalendar::Kind entry;
    const auto all = spells(kind.windows, year);
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
                              .waits = in_plan_year ? kind.waits[spell.window] : std::vector<std::size_t>()});
    }
    entry.ended_share = std::min(entry.ended_share, 1.0);
    entry.base_share = shares.of(open, kind.base_delay);
    entry.carried_share = shares.of(begun_before(open, plan_year_), kind.base_delay);
    calendar.kinds.push_back(std::move(entry));
  }
  return calendar;
}

}  // namespace jobcast::programmes
