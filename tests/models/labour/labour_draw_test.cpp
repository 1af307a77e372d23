#include "models/labour/labour_draw.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <memory>
#include <string>

#include "models/labour/cell_response.hpp"
#include "tests/models/labour/frozen_county.hpp"

namespace jobcast::labour {
namespace {

using units::Lane;

using test::model;

const StateLanes& shares_at(const LabourDraw& draw, state::Sex sex, int age) {
  return draw.start[static_cast<std::size_t>(static_cast<int>(sex) * working_ages + age - 15)];
}

/// Shares by age and sex after some years against those at the start.
void expect_line_held(const LabourModel& held, const LabourDraw& draw, int years) {
  test::FrozenCounty county(held, draw, false);
  const int first = time::year_of(held.as_of()) + 1;
  for (int year = first; year < first + years; ++year) county.pass_months(year, 1, 12);
  for (const state::Sex sex : state::sexes) {
    for (int row = 0; row < county.block.row_count(); ++row) {
      const int age = first + years - 1 - county.block.birth_year(row);
      if (age < 15 || age >= state::oldest_age) continue;
      const Lane people = county.block.total(sex, row);
      const StateLanes& start = shares_at(draw, sex, age);
      for (std::size_t k = 0; k < start.size(); ++k) {
        const Lane difference = county.block.persons(sex, row)[k] / people - start[k];
        EXPECT_LT(difference.abs().maxCoeff(), 1e-6)
            << "age " << age << ", state " << k << ", sex " << static_cast<int>(sex);
      }
    }
  }
}

TEST(HoldTheLine, KeepsSharesByAgeForAYearInTheMiddleOfEverything) {
  expect_line_held(model(), central_labour(model(), Behaviour::frozen), 1);
}

TEST(HoldTheLine, KeepsThemInEveryDraw) {
  for (const std::uint32_t first : {0U, 160U}) {
    expect_line_held(model(), draw_labour(model(), test::parameters_key, first, Behaviour::frozen), 1);
  }
}

// From the end of 2024 on three years have the same days: a leap year's birthdays come up to a day later.
TEST(HoldTheLine, KeepsThemForYears) {
  plan::Plan plan = test::jeongseon();
  plan.as_of = time::make_date(2024, 12, 31);
  const LabourModel later(plan, test::registered());
  expect_line_held(later, central_labour(later, Behaviour::frozen), 3);
}

TEST(HoldTheLine, GivesCellsTheirSharesOnAPyramidThatStays) {
  const LabourDraw draw = central_labour(model(), Behaviour::frozen);
  test::FrozenCounty county(model(), draw, false);
  county.pass_months(2024, 1, 12);
  const state::AgePyramid& people = county.people;
  for (int cell = 0; cell < state::cell_count; ++cell) {
    const auto group = static_cast<std::size_t>(cell / state::sex_count);
    const state::Sex sex = state::sexes[static_cast<std::size_t>(cell % state::sex_count)];
    if (group + 1 == state::labour_group_count) continue;  // its oldest row gathers two ages
    double before = 0.0;
    double after = 0.0;
    for (int age = state::labour_groups[group].from; age <= state::labour_groups[group].to; ++age) {
      const int row = county.block.row_of(2024 - age);
      const Lane* states = county.block.persons(sex, row);
      const StateLanes& start = shares_at(draw, sex, age);
      before += people.of(sex, age) * (start[2] + start[3] + start[4])[0];
      after += people.of(sex, age) * ((states[2] + states[3] + states[4]) / county.block.total(sex, row))[0];
    }
    EXPECT_NEAR(after / before, 1.0, 1e-6) << "cell " << cell;
  }
}

TEST(HoldTheLine, ShowsInOctoberWhatTheSurveysSay) {
  const LabourDraw draw = central_labour(model(), Behaviour::frozen);
  test::FrozenCounty county(model(), draw, false);
  county.pass_months(2024, 1, 10);
  state::CellCounts counts;
  state::count_cells(county.block, time::reference_week(2024, 2), counts);
  for (std::size_t band = 1; band < state::survey_bands.size(); ++band) {
    const state::AgeRange ages = state::survey_bands[band];
    const double rate = (test::employed(counts, ages) / test::persons(counts, ages))[0];
    const double wanted = 1.0 / (1.0 + std::exp(-model().history().bands[band].now.level));
    // The county has grown ten months older meanwhile.
    EXPECT_NEAR(rate, wanted, 0.01) << ages.from;
  }
}

TEST(Season, MakesOctoberDifferFromAprilAsMuchAsTheSurveysSay) {
  const LabourDraw draw = central_labour(model(), Behaviour::frozen);
  test::FrozenCounty county(model(), draw, false);
  state::CellCounts april;
  state::CellCounts october;
  county.pass_months(2024, 1, 4);
  state::count_cells(county.block, time::reference_week(2024, 1), april);
  county.pass_months(2024, 5, 10);
  state::count_cells(county.block, time::reference_week(2024, 2), october);
  // Shares by cell, weighted alike on both dates: composition is left out.
  double difference = 0.0;
  double people = 0.0;
  for (int cell = 0; cell < state::cell_count; ++cell) {
    if (state::labour_groups[static_cast<std::size_t>(cell / 2)].from >= 65) continue;
    const double weight = april.total(cell)[0];
    difference += weight * (october.employed(cell) / october.total(cell) - april.employed(cell) / april.total(cell))[0];
    people += weight;
  }
  EXPECT_NEAR(100.0 * difference / people, model().parameters().season_difference.central(), 0.15);
}

TEST(LabourDraw, IsTheSameForTheSameKeyAndOtherwiseNot) {
  const LabourDraw first = draw_labour(model(), test::parameters_key, 32);
  const LabourDraw again = draw_labour(model(), test::parameters_key, 32);
  const LabourDraw other = draw_labour(model(), test::parameters_key, 48);
  for (std::size_t cell = 0; cell < first.stationary.size(); ++cell) {
    for (std::size_t k = 0; k < first.stationary[cell].size(); ++k) {
      EXPECT_TRUE((first.stationary[cell][k] == again.stationary[cell][k]).all());
    }
  }
  EXPECT_TRUE((first.quarters[3].employment[1] == again.quarters[3].employment[1]).all());
  EXPECT_FALSE((first.quarters[3].employment[1] == other.quarters[3].employment[1]).any());
}

// A lane's numbers are its draw's, whatever lanes stand beside it: shifting the block by one shifts the lanes by one.
TEST(LabourDraw, HoldsTheLineOfEachLaneForItself) {
  const LabourDraw here = draw_labour(model(), test::parameters_key, 100);
  const LabourDraw next = draw_labour(model(), test::parameters_key, 101);
  for (std::size_t cell = 0; cell < here.stationary.size(); ++cell) {
    for (std::size_t k = 0; k < states; ++k) {
      for (int lane = 0; lane + 1 < units::lane_count; ++lane) {
        ASSERT_EQ(here.stationary[cell][k][lane + 1], next.stationary[cell][k][lane]) << "cell " << cell;
      }
    }
  }
}

// Level, drift and four quarters: the standard deviation over draws of a band's log-odds a year after the survey.
TEST(LabourDraw, SpreadsBandsAsTheHistorySays) {
  const int blocks = 125;
  const CellResponse response(model().start(), model().registered());
  for (std::size_t band = 0; band < state::survey_bands.size(); ++band) {
    const SeriesState& series = model().history().bands[band];
    double sum = 0.0;
    double squares = 0.0;
    for (int block = 0; block < blocks; ++block) {
      const auto quarters = draw_labour(model(), test::parameters_key, static_cast<std::uint32_t>(16 * block)).quarters;
      Lane change = Lane::Zero();
      for (std::size_t quarter = 0; quarter < 4; ++quarter) {
        change += quarters[quarter].employment[band] / response.band[band];
      }
      sum += change.sum();
      squares += change.square().sum();
    }
    const double count = blocks * static_cast<double>(units::lane_count);
    const double mean = sum / count;
    const double sd = std::sqrt(squares / count - mean * mean);
    const double damping = std::pow(model().parameters().drift_persistence.central(), 0.5);
    const double expected = std::hypot(series.innovation, 2.0 * damping * series.now.drift_sd);
    EXPECT_NEAR(mean, 2.0 * damping * series.now.drift, 4.0 * expected / std::sqrt(count) + 0.02 * expected) << band;
    EXPECT_NEAR(sd / expected, 1.0, 4.0 / std::sqrt(2.0 * count) + 0.01) << band;
  }
}

/// Persons of 15 and over by labour state in the first lane of a draw from a plan whose posterior is one column.
std::array<double, states> doing_with(const char* column, double log_odds) {
  plan::Plan plan = test::jeongseon();
  plan.posterior = std::make_shared<const plan::Posterior>(
      "made", std::map<std::string, std::vector<double>, std::less<>>{{column, {log_odds}}});
  const LabourModel calibrated(plan, test::registered());
  const LabourDraw draw = draw_labour(calibrated, {1, random::Purpose::parameters, 0}, 0, Behaviour::moving);
  std::array<double, states> persons{};
  for (const state::Sex sex : state::sexes) {
    for (int age = 15; age <= state::oldest_age; ++age) {
      const double people = test::registered().of(sex, age);
      for (std::size_t k = 0; k < persons.size(); ++k) persons[k] += people * shares_at(draw, sex, age)[k][0];
    }
  }
  return persons;
}

TEST(LabourDraw, MovesUnemploymentAndTemporaryWorkToTheMembersOfAPosteriorAndNothingElse) {
  const auto few = doing_with(labour_columns::search, std::log(0.01));
  const auto many = doing_with(labour_columns::search, std::log(0.02));
  EXPECT_NEAR(many[1] / many[0] / (few[1] / few[0]), 2.0, 0.15);
  for (std::size_t k = 2; k < states; ++k) EXPECT_NEAR(many[k] / few[k], 1.0, 0.005) << k;

  const auto little = doing_with(labour_columns::temporary, -1.0);
  const auto much = doing_with(labour_columns::temporary, -0.5);
  EXPECT_NEAR(std::log(much[3] / much[4]) - std::log(little[3] / little[4]), 0.5, 0.08);
  EXPECT_NEAR((much[3] + much[4]) / (little[3] + little[4]), 1.0, 0.005);
  EXPECT_NEAR(much[2] / little[2], 1.0, 0.005);
}

}  // namespace
}  // namespace jobcast::labour
