#include "models/forecast/steady_behaviour.hpp"

#include "models/forecast/play.hpp"

namespace jobcast::forecast {
namespace {

using state::CountyBlock;
using state::Sex;
using units::Lane;

int years_of(const CountyModel& model) { return model.population.last_year() - model.population.start_year(); }

/// One inactive person in every row.
void fill(CountyBlock& block) {
  block.clear();
  for (const Sex sex : state::sexes) {
    for (int row = 0; row < block.row_count(); ++row) block.persons(sex, row)[0].setOnes();
  }
}

/// people = shares * persons(sex, row), row by row.
template <class Persons>
void multiply(const CountyBlock& shares, CountyBlock& people, Persons persons) {
  people = shares;
  for (const Sex sex : state::sexes) {
    for (int row = 0; row < people.row_count(); ++row) {
      const Lane factor = persons(sex, row);
      for (int k = 0; k < state::labour_state_count; ++k) people.persons(sex, row)[k] *= factor;
    }
  }
}

}  // namespace

struct SteadyBehaviour::Player {
  SteadyBehaviour& self;

  void operator()(const YearBegins&, time::Date) const { self.shares_.begin_year(); }
  void operator()(const SeasonBegins&, time::Date date) const { self.step_.begin_season(self.shares_, date); }
  void operator()(const MonthBegins&, time::Date date) const { self.step_.step_month(self.shares_, date); }
  void operator()(const ShockStrikes&, time::Date) const {}
  void operator()(const SurveyWeek& week, time::Date date) const {
    self.count(self.model_.population.start(), date, self.at_start_[week.survey]);
  }
  void operator()(const YearEnds&, time::Date) const { self.shares_.retire_oldest(); }
};

SteadyBehaviour::SteadyBehaviour(const CountyModel& model)
    : model_(model),
      shares_(model.population.start_year(), years_of(model)),
      people_(model.population.start_year(), years_of(model)),
      at_start_(model.calendar.surveys.size()) {}

void SteadyBehaviour::play(labour::LabourDraw& draw, std::uint32_t first_draw) {
  const auto behaviour = draw.behaviour;
  draw.behaviour = labour::Behaviour::frozen;
  step_.begin_block(model_.labour, draw, {}, first_draw, false);
  fill(shares_);
  step_.open(shares_);
  forecast::play(model_.calendar, model_.calendar.last_survey, Player{*this});
  draw.behaviour = behaviour;
}

void SteadyBehaviour::count(const state::AgePyramid& registered, time::Date date, state::CellCounts& counts) {
  const int year = time::year_of(date);
  multiply(shares_, people_, [&](Sex sex, int row) {
    const int age = year - people_.birth_year(row);  // of those who were as old on the same day of the base year
    return Lane(Lane::Constant(age > state::oldest_age ? 0.0 : registered.of(sex, age)));
  });
  state::count_cells(people_, date, counts);
}

void SteadyBehaviour::count(const state::AgePyramid& registered, state::CellCounts& counts) {
  count(registered, model_.calendar.last_survey, counts);
}

void SteadyBehaviour::count(const CountyBlock& county, state::CellCounts& counts) {
  multiply(shares_, people_, [&](Sex sex, int row) { return county.total(sex, row); });
  state::count_cells(people_, model_.calendar.last_survey, counts);
}

}  // namespace jobcast::forecast
