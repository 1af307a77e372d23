#include "models/calibration/found.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "models/calibration/labour_path.hpp"
#include "models/calibration/status_record.hpp"
#include "models/labour/log_odds.hpp"
#include "tests/models/calibration/plans.hpp"

namespace jobcast::calibration {
namespace {

using labour::StateSet;
using labour::SurveyFigure;

constexpr StateSet unemployed{false, true, false, false, false};
constexpr StateSet inactive{true, false, false, false, false};
constexpr StateSet active{false, true, true, true, true};

/// A county of 10 thousand in each band, half of them men, of whom one half works in every band.
Found half_works() {
  Found found = Found::Zero();
  found.segment<band_count>(found::search).setConstant(labour::log_odds(0.1));
  return found;
}
People ten_thousand_each() {
  People people = People::Zero();
  people.head<band_count>().setConstant(std::log(10.0));
  return people;
}
SurveyFigure count(StateSet counted, state::AgeRange ages = {15, state::oldest_age},
                   std::optional<state::Sex> sex = {}) {
  return {.fact = nullptr, .ages = ages, .sex = sex, .counted = counted};
}
double persons(const SurveyFigure& figure, const Found& found) {
  return off_scale(figure, evaluate(figure, found, ten_thousand_each()));
}

TEST(Evaluate, IsWhatSharesOfSharesMakeByHand) {
  Found found = half_works();
  found[found::regular] = labour::log_odds(0.3);
  found[found::temporary] = labour::log_odds(0.25);
  EXPECT_NEAR(persons(count(labour::employed_states), found), 20000.0, 1e-6);
  EXPECT_NEAR(persons(count({false, false, true, false, false}), found), 6000.0, 1e-6);
  EXPECT_NEAR(persons(count({false, false, false, true, false}), found), 3500.0, 1e-6) << "a quarter of 14,000";
  EXPECT_NEAR(persons(count({false, false, false, false, true}), found), 10500.0, 1e-6);
  EXPECT_NEAR(persons(count(unemployed), found), 2000.0, 1e-6) << "a tenth of those without work";
  EXPECT_NEAR(persons(count(inactive, {15, 29}), found), 4500.0, 1e-6);
  SurveyFigure rate = count(unemployed);
  rate.base = active;
  EXPECT_NEAR(persons(rate, found), 100.0 * 2000.0 / 22000.0, 1e-9);
}

TEST(Evaluate, BySexAddsUpToBothAndKeepsTheGap) {
  Found found = half_works();
  found[found::sex_gap] = -0.8;
  found[found::old_sex_gap] = -0.3;
  found[found::search_gap] = 0.4;
  for (const StateSet& states : {labour::employed_states, unemployed, inactive, labour::everyone}) {
    const double men = persons(count(states, {15, state::oldest_age}, state::Sex::male), found);
    const double women = persons(count(states, {15, state::oldest_age}, state::Sex::female), found);
    EXPECT_NEAR(men + women, persons(count(states), found), 1e-6);
  }
  const auto rate = [&](state::Sex sex) {
    SurveyFigure figure = count(labour::employed_states, {15, 64}, sex);
    figure.base = labour::everyone;
    return evaluate(figure, found, ten_thousand_each());
  };
  EXPECT_NEAR(rate(state::Sex::female) - rate(state::Sex::male), -0.8, 1e-9);
}

TEST(CanRead, TakesBandsAndTheirUnionsAndLeavesTheRest) {
  EXPECT_TRUE(can_read(count(inactive, {50, state::oldest_age})));
  EXPECT_TRUE(can_read(count(inactive, {15, 64}, state::Sex::male)));
  EXPECT_FALSE(can_read(count(inactive, {15, 24})));
  EXPECT_FALSE(can_read(count(inactive, {30, 49}, state::Sex::male))) << "no gap between the sexes is known by band";
  EXPECT_FALSE(can_read(count({false, false, true, false, false}, {15, 29}))) << "status is known of all ages";
}

TEST(Linearise, MeetsAll34FiguresOfASurveyNearlyWithinRounding) {
  const LabourPath path(read_record(test::jeongseon()));
  for (const std::size_t index : {path.rounds.size() - 1, path.rounds.size() - 3}) {
    const RoundView& round = path.rounds[index];
    ASSERT_EQ(round.figures.size(), 34U) << round.step;
    for (std::size_t row = 0; row < round.figures.size(); ++row) {
      const auto at = static_cast<Eigen::Index>(row);
      // Half a step is 1.73 deviations of rounding; figures that contradict each other by a step share it.
      EXPECT_NEAR(round.point.at_point[at], round.observed[at], 2.6 * std::sqrt(round.rounding[at]))
          << round.names[row];
    }
  }
}

TEST(OnScale, TakesNobodyForAQuarterOfTheStep) {
  SurveyFigure figure = count(unemployed);
  figure.step = 100.0;
  figure.value = 0.0;
  EXPECT_NEAR(std::exp(on_scale(figure).value), 0.025, 1e-12) << "25 persons, in thousands";
  EXPECT_GT(on_scale(figure).rounding, 1.0) << "so that it says little";
}

TEST(StatusRecords, SayHowFarTwoSamplesLieApartByChance) {
  const auto records = status_records(LabourPath(read_record(test::jeongseon())));
  ASSERT_EQ(records.size(), 4U);
  EXPECT_EQ(records[0].what, "regular");
  EXPECT_EQ(records[0].surveys, 2);
  EXPECT_EQ(records[0].first, "2022H2");
  EXPECT_NEAR(records[0].first_percent, 100.0 * 7.7 / 21.7, 0.3);
  EXPECT_NEAR(records[0].last_percent, 100.0 * 7.5 / 21.8, 0.3);
  // sqrt(2 * 1.1 * 0.35 * 0.65 / 900) = 2.36 points.
  EXPECT_NEAR(records[0].chance_sd, 2.36, 0.15);
  double sum = 0.0;
  for (int status = 0; status < 3; ++status) sum += records[static_cast<std::size_t>(status)].last_percent;
  EXPECT_NEAR(sum, 100.0, 1e-6);
  EXPECT_EQ(records[3].what, "unemployed");
  EXPECT_NEAR(records[3].last_percent, 0.4, 0.06);
}

}  // namespace
}  // namespace jobcast::calibration
