#include "models/population/population_step.hpp"

#include <algorithm>
#include <stdexcept>

#include "models/population/migration.hpp"

namespace jobcast::population {
namespace {

using state::Sex;
using units::Lane;

constexpr double months = 12.0;
/// Below this number of persons a row's composition fades and who comes is inactive.
constexpr double nobody = 1e-9;

/// Share of a cohort that has had its birthday at the middle of the month: the month's mean exposure.
double middle_share(time::Date month_start) {
  const int month = time::month_of(month_start);
  const int days = time::days_between(month_start, time::last_of_month(time::year_of(month_start), month)) + 1;
  return 0.5 * (time::birthday_share(month_start) + time::birthday_share(time::add_days(month_start, days - 1)) +
                1.0 / 365.25);
}

/// What a cohort is in one year: it was `younger` before its birthday and is `older` after it. The newborn have no age
/// before their birth, and those over the oldest single year stay in it.
struct CohortYear {
  std::size_t younger = 0;
  std::size_t older = 0;
  double younger_arrivals = 1.0;  ///< 0 where the younger age is not there to arrive at
  double older_arrivals = 1.0;    ///< 0 where another cohort takes the arrivals of the older age

  CohortYear(int year, int birth_year)
      : younger(static_cast<std::size_t>(std::clamp(year - birth_year - 1, 0, state::oldest_age))),
        older(static_cast<std::size_t>(std::clamp(year - birth_year, 0, state::oldest_age))),
        younger_arrivals(birth_year == year ? 0.0 : 1.0),
        older_arrivals(year - birth_year > state::oldest_age ? 0.0 : 1.0) {}

  [[nodiscard]] Lane mix(const std::array<Lane, age_count>& by_age, double share) const {
    return (1.0 - share) * by_age[younger] + share * by_age[older];
  }
  [[nodiscard]] Lane mix_arrivals(const std::array<Lane, age_count>& by_age, double share) const {
    return ((1.0 - share) * younger_arrivals) * by_age[younger] + (share * older_arrivals) * by_age[older];
  }
};

constexpr std::array<std::size_t, age_count> make_plan_groups() {
  std::array<std::size_t, age_count> groups{};
  for (std::size_t age = 0; age < groups.size(); ++age) {
    while (!state::plan_age_groups[groups[age]].contains(static_cast<int>(age))) ++groups[age];
  }
  return groups;
}
constexpr auto plan_group_of = make_plan_groups();

Lane sum_of_states(const Lane* states) { return (states[0] + states[1]) + (states[2] + states[3]) + states[4]; }

/// Scales a row's states from `before` to `after` persons; who comes to an empty row is inactive. Written without a
/// choice between lanes, which would not vectorise: what the scaled states fall short of is nothing but rounding, or
/// all of an empty row.
void resize_row(Lane* states, const Lane& before, const Lane& after) {
  const Lane factor = after / before.max(nobody);
  for (int state = 0; state < state::labour_state_count; ++state) states[state] *= factor;
  states[0] += (after - factor * before).max(0.0);
}

}  // namespace

PopulationStep::PopulationStep() {
  expected_.fill(0.0);
  factors_.fill(1.0);
}

void PopulationStep::begin_block(const PopulationModel& model, const PopulationDraw& draw, random::StreamKey chance,
                                 std::uint32_t first_draw, bool with_chance) {
  model_ = &model;
  draw_ = &draw;
  with_chance_ = with_chance;
  chance_.begin(chance, first_draw);
  factors_.fill(1.0);
}

void PopulationStep::open(state::CountyBlock& block) const {
  block.clear();
  for (const Sex sex : state::sexes) {
    for (int age = 0; age < age_count; ++age) {
      block.persons(sex, block.row_of(model_->start_year() - age))[0].setConstant(model_->start().of(sex, age));
    }
  }
}

void PopulationStep::begin_year(state::CountyBlock& block, int year) {
  if (year != block.newest_birth_year() + 1) throw std::out_of_range("PopulationStep: years must follow each other");
  const YearRates& rates = model_->rates(year);
  const YearFactors& factors = draw_->years[static_cast<std::size_t>(year - model_->start_year() - 1)];
  block.begin_year();
  year_ = year;
  fertility_factor_ = factors.fertility / months;
  fertility_ = rates.fertility;
  const double boys = rates.boys_per_girl / (1.0 + rates.boys_per_girl);
  sex_share_ = {boys, 1.0 - boys};
  for (std::size_t sex = 0; sex < death_.size(); ++sex) {
    for (std::size_t age = 0; age < age_count; ++age) {
      const bool young = young_ages.contains(static_cast<int>(age));
      const Lane leaving = young ? Lane(factors.leaving * factors.young_leaving) : factors.leaving;
      const Lane arrivals = young ? Lane(factors.arrivals * factors.young_arrivals) : factors.arrivals;
      death_[sex][age] = 1.0 - (-(rates.death[sex][age] / months) * draw_->mortality).exp();
      leaving_[sex][age] = 1.0 - (-(rates.leaving[sex][age] / months) * leaving).exp();
      arrivals_[sex][age] = (rates.arrivals[sex][age] / months) * arrivals;
    }
  }
}

Lane PopulationStep::expected_births(const state::CountyBlock& block, double share) const {
  Lane births = Lane::Zero();
  for (int row = 0; row < block.row_count(); ++row) {
    const CohortYear cohort(year_, block.birth_year(row));
    const double rate = (1.0 - share) * fertility_[cohort.younger] + share * fertility_[cohort.older];
    if (rate > 0.0) births += rate * sum_of_states(block.persons(Sex::female, row));
  }
  return births * fertility_factor_;
}

void PopulationStep::draw_quarter(const state::CountyBlock& block, double share, const Lane& births) {
  constexpr double months_in_quarter = 3.0;
  expected_.fill(0.0);
  for (const Sex sex : state::sexes) {
    const auto s = static_cast<std::size_t>(sex);
    for (int row = 0; row < block.row_count(); ++row) {
      const CohortYear cohort(year_, block.birth_year(row));
      const std::size_t cell = chance_cell(plan_group_of[cohort.older], sex);
      const Lane persons = months_in_quarter * sum_of_states(block.persons(sex, row));
      expected_.deaths[cell] += persons * cohort.mix(death_[s], share);
      expected_.leavers[cell] += persons * cohort.mix(leaving_[s], share);
      expected_.arrivals[cell] += months_in_quarter * cohort.mix_arrivals(arrivals_[s], share);
    }
    expected_.births[s] = (months_in_quarter * sex_share_[s]) * births;
  }
  chance_.draw(expected_, factors_);
}

void PopulationStep::move_people(state::CountyBlock& block, double share, MonthFlows& flows) const {
  for (const Sex sex : state::sexes) {
    const auto s = static_cast<std::size_t>(sex);
    for (int row = 0; row < block.row_count(); ++row) {
      const CohortYear cohort(year_, block.birth_year(row));
      const std::size_t cell = chance_cell(plan_group_of[cohort.older], sex);
      Lane* states = block.persons(sex, row);
      const Lane before = sum_of_states(states);
      const Lane dying = cohort.mix(death_[s], share) * factors_.deaths[cell];
      const Lane going = cohort.mix(leaving_[s], share) * factors_.leavers[cell];
      const Lane deaths = before * dying.min(1.0);
      const Lane leavers = (before * going).min(before - deaths);
      const Lane arrivals = cohort.mix_arrivals(arrivals_[s], share) * factors_.arrivals[cell];
      const Lane after = (before - deaths - leavers + arrivals).max(0.0);
      resize_row(states, before, after);
      flows.deaths[s] += deaths;
      flows.leavers[s] += leavers;
      flows.arrivals[s] += arrivals;
    }
  }
}

void PopulationStep::bear_children(state::CountyBlock& block, const Lane& births, MonthFlows& flows) const {
  const int newest = block.row_count() - 1;
  for (std::size_t sex = 0; sex < flows.births.size(); ++sex) {
    flows.births[sex] = sex_share_[sex] * births * factors_.births[sex];
    block.persons(state::sexes[sex], newest)[0] += flows.births[sex];
  }
}

void PopulationStep::step_month(state::CountyBlock& block, time::Date month_start, MonthFlows& flows) {
  flows.deaths.fill(Lane::Zero());
  flows.leavers.fill(Lane::Zero());
  flows.arrivals.fill(Lane::Zero());
  const double share = middle_share(month_start);
  const Lane births = expected_births(block, share);
  if (with_chance_ && (time::month_of(month_start) - 1) % 3 == 0) draw_quarter(block, share, births);
  move_people(block, share, flows);
  bear_children(block, births, flows);
}

void PopulationStep::end_year(state::CountyBlock& block) const { block.retire_oldest(); }

}  // namespace jobcast::population
