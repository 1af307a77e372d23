#include "models/gap/persons.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "models/survey/publish.hpp"

namespace jobcast::gap {
namespace {

using plan::Indicator;
using state::LabourState;
using units::Lane;

constexpr double nobody = 1e-300;
constexpr int youth_groups = 3;        // labour groups 0..2 are 15-29
constexpr int working_age_groups = 7;  // 0..6 are 15-64

constexpr auto inactive = static_cast<std::size_t>(LabourState::inactive);
constexpr auto unemployed = static_cast<std::size_t>(LabourState::unemployed);
constexpr auto regular = static_cast<std::size_t>(LabourState::regular);
constexpr auto temporary = static_cast<std::size_t>(LabourState::temporary);

/// Whom an indicator counts.
struct Counted {
  int groups = state::labour_group_count;
  bool men = true;
  std::size_t first_state = regular;  ///< states of work that count, to the last of `last_state`
  std::size_t last_state = state::labour_state_count - 1;
  std::size_t starts_as = temporary;
};

Counted counted(Indicator::Id indicator) {
  switch (indicator) {
    case Indicator::Id::employment_rate_15_64:
      return {.groups = working_age_groups};
    case Indicator::Id::youth_employment_rate_15_29:
      return {.groups = youth_groups};
    case Indicator::Id::female_employment_rate_15_64:
      return {.groups = working_age_groups, .men = false};
    case Indicator::Id::regular_employees:
      return {.last_state = regular, .starts_as = regular};
    case Indicator::Id::employed_persons:
    case Indicator::Id::insured_persons:
      break;
  }
  return {};
}

template <class Visit>
void for_each_cell(const Counted& who, const Visit& visit) {
  for (int group = 0; group < who.groups; ++group) {
    for (const auto sex : state::sexes) {
      if (sex == state::Sex::male && !who.men) continue;
      visit(static_cast<std::size_t>(state::cell_of(group, sex)));
    }
  }
}

Lane at_work(const std::array<Lane, state::labour_state_count>& states, const Counted& who) {
  Lane sum = Lane::Zero();
  for (std::size_t each = who.first_state; each <= who.last_state; ++each) sum += states[each];
  return sum;
}

Lane without_work(const state::CellCounts& people, const Counted& who) {
  Lane sum = Lane::Zero();
  for_each_cell(who,
                [&](std::size_t cell) { sum += people.persons[cell][inactive] + people.persons[cell][unemployed]; });
  return sum;
}

Lane at_work(const state::CellCounts& people, const Counted& who) {
  Lane sum = Lane::Zero();
  for_each_cell(who, [&](std::size_t cell) { sum += at_work(people.persons[cell], who); });
  return sum;
}

}  // namespace

void put_to_work(state::CellCounts& people, Indicator::Id indicator, double persons) {
  if (indicator == Indicator::Id::insured_persons) return;
  const Counted who = counted(indicator);
  if (persons >= 0.0) {
    const Lane share = (persons / without_work(people, who).max(nobody)).min(1.0);
    for_each_cell(who, [&](std::size_t cell) {
      auto& states = people.persons[cell];
      states[who.starts_as] += share * (states[inactive] + states[unemployed]);
      states[inactive] *= 1.0 - share;
      states[unemployed] *= 1.0 - share;
    });
    return;
  }
  const Lane share = (-persons / at_work(people, who).max(nobody)).min(1.0);
  for_each_cell(who, [&](std::size_t cell) {
    auto& states = people.persons[cell];
    states[inactive] += share * at_work(states, who);
    for (std::size_t each = who.first_state; each <= who.last_state; ++each) states[each] *= 1.0 - share;
  });
}

PersonsCurve::PersonsCurve(const response::Simulator& simulator, const scenario::Scenario& scenario,
                           const plan::Indicator& indicator)
    : indicator_(indicator), simulator_(simulator), weeks_(simulator.week(scenario)) {
  const Counted who = counted(indicator.id);
  const bool insured = indicator.id == Indicator::Id::insured_persons;
  double idle = 0.0;
  double busy = 0.0;
  for (const auto& week : weeks_) {
    idle += without_work(week.people, who).mean();
    busy += insured ? week.insured.mean() : at_work(week.people, who).mean();
  }
  const auto blocks = static_cast<double>(weeks_.size());
  reach_ = {-std::ceil(busy / blocks), std::ceil(idle / blocks)};
}

stats::Proportion PersonsCurve::chance(double persons) const {
  const auto index = static_cast<std::size_t>(indicator_.id);
  const survey::PublishedStep step(indicator_.rounding);
  std::vector<std::int64_t> reached(weeks_.size(), 0);
  simulator_.over_blocks([&](std::size_t block) {
    survey::IndicatorLanes truth, published;
    if (indicator_.id == Indicator::Id::insured_persons) {
      published.values[index] = step.round((weeks_[block].insured + persons).max(0.0));
    } else {
      auto people = weeks_[block].people;
      put_to_work(people, indicator_.id, persons);
      survey::publish(people, simulator_.survey()[block], truth, published);
    }
    const Lane found = survey::meets_target(published.values[index], indicator_.target, step);
    const int first = static_cast<int>(block) * units::lane_count;
    const int lanes = std::min(units::lane_count, simulator_.draws() - first);
    for (int lane = 0; lane < lanes; ++lane) reached[block] += found[lane] > 0.0 ? 1 : 0;
  });
  return {std::accumulate(reached.begin(), reached.end(), std::int64_t{0}), simulator_.draws()};
}

std::optional<double> PersonsCurve::needed(double wanted) const {
  double low = reach_.low;
  double high = reach_.high;
  if (chance(high).estimate() < wanted) return std::nullopt;
  if (chance(low).estimate() >= wanted) return low;
  while (high - low > 1.0) {
    const double middle = std::floor((low + high) / 2.0);
    (chance(middle).estimate() >= wanted ? high : low) = middle;
  }
  return high;
}

}  // namespace jobcast::gap
