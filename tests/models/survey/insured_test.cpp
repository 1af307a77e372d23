#include "models/survey/insured.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "tests/models/survey/jeongseon.hpp"
#include "tests/models/survey/jeongseon_plan.hpp"

namespace jobcast::survey {
namespace {

using testing::Lane;
using enum plan::Indicator::Id;

constexpr random::StreamKey insured_parameters{.seed = 3, .purpose = random::Purpose::parameters};

InsuredDraw plain_draw(double elasticity = 0.7, double temporary_weight = 0.4, double walk = 0.0) {
  InsuredDraw draw;
  draw.base = 12'609.0;
  draw.elasticity.setConstant(elasticity);
  draw.temporary_weight.setConstant(temporary_weight);
  draw.walk.setConstant(walk);
  return draw;
}

double insured(const state::CellCounts& start, const state::CellCounts& now, double programme,
               const InsuredDraw& draw) {
  IndicatorLanes true_values;
  IndicatorLanes published;
  publish_insured(start, now, Lane::Constant(programme), draw, true_values, published);
  EXPECT_EQ(published.of(insured_persons)[3], std::round(true_values.of(insured_persons)[3]));
  return true_values.of(insured_persons)[3];
}

TEST(Insured, StayAtTheBaseWhenNothingChanges) {
  EXPECT_DOUBLE_EQ(insured(testing::truth(), testing::truth(), 0.0, plain_draw()), 12'609.0);
}

TEST(Insured, FollowEmployeesWithTheirElasticity) {
  const state::CellCounts start = testing::truth();
  state::CellCounts now = start;
  for (auto& cell : now.persons) {
    cell[2] *= 1.1;
    cell[3] *= 1.1;
    cell[4] *= 0.5;  // the self-employed are not insured
  }
  EXPECT_NEAR(insured(start, now, 0.0, plain_draw(0.7)), 12'609.0 * std::pow(1.1, 0.7), 1e-6);
  EXPECT_NEAR(insured(start, now, 0.0, plain_draw(0.0)), 12'609.0, 1e-6);
  EXPECT_NEAR(insured(start, now, 40.0, plain_draw(1.0)), 12'609.0 * 1.1 + 40.0, 1e-6);
}

TEST(Insured, CountTemporaryEmployeesInPart) {
  const state::CellCounts start = testing::truth();
  state::CellCounts now = start;
  double regular = 0.0, temporary = 0.0;
  for (auto& cell : now.persons) {
    regular += cell[2][0];
    temporary += cell[3][0];
    cell[3].setZero();
  }
  EXPECT_NEAR(insured(start, now, 0.0, plain_draw(1.0, 0.4)), 12'609.0 * regular / (regular + 0.4 * temporary), 1e-6);
  EXPECT_NEAR(insured(start, now, 0.0, plain_draw(1.0, 0.0)), 12'609.0, 1e-6);
}

TEST(Insured, MoveOnTheirOwnByTheWalk) {
  EXPECT_NEAR(insured(testing::truth(), testing::truth(), 0.0, plain_draw(0.7, 0.4, 0.05)), 12'609.0 * std::exp(0.05),
              1e-6);
}

TEST(Insured, AreNeverFewerThanNobody) {
  state::CellCounts nobody;
  for (auto& cell : nobody.persons) cell.fill(Lane::Zero());
  EXPECT_GE(insured(testing::truth(), nobody, -500.0, plain_draw()), 0.0);
  EXPECT_NEAR(insured(nobody, nobody, 0.0, plain_draw()), 12'609.0, 1e-6) << "nobody before and after is no change";
}

TEST(InsuredWalk, HasTheVarianceOfItsYears) {
  plan::Plan plan = testing::jeongseon_plan();
  plan.assumptions.insert_or_assign("insured.volatility", testing::fixed_value("insured.volatility", 0.04));
  const InsuredModel model(plan);
  for (const auto& [date, years] : {std::pair{time::make_date(2024, 4, 14), 105.0 / 365.25},
                                    {time::make_date(2024, 12, 31), 366.0 / 365.25},
                                    {time::make_date(2026, 12, 31), 1096.0 / 365.25}}) {
    double sum = 0.0, squares = 0.0;
    constexpr int draws = 16'000;
    for (std::uint32_t first = 0; first < draws; first += units::lane_count) {
      const Lane walk = draw_insured(model, date, insured_parameters, first).walk;
      sum += walk.sum();
      squares += walk.square().sum();
    }
    const double expected = 0.04 * 0.04 * years;
    EXPECT_NEAR(sum / draws, 0.0, 4.0 * std::sqrt(expected / draws)) << time::to_string(date);
    EXPECT_NEAR(squares / draws / expected, 1.0, 4.0 * std::sqrt(2.0 / draws)) << time::to_string(date);
  }
}

TEST(InsuredWalk, OfALaterDateGoesOnFromTheEarlierOnes) {
  plan::Plan plan = testing::jeongseon_plan();
  plan.assumptions.insert_or_assign("insured.volatility", testing::fixed_value("insured.volatility", 0.04));
  const InsuredModel model(plan);
  const auto walk = [&](int year, int month, int day) {
    return draw_insured(model, time::make_date(year, month, day), insured_parameters, 0).walk;
  };
  EXPECT_TRUE((walk(2023, 12, 31) == 0.0).all());
  const Lane june = walk(2024, 6, 30);
  // Within a half-year one number serves, by the square root of the days.
  EXPECT_LT((walk(2024, 4, 14) / june - std::sqrt(105.0 / 182.0)).abs().maxCoeff(), 1e-9);
  const Lane second_half = walk(2024, 12, 31) - june;
  EXPECT_LT(((walk(2024, 10, 13) - june) / second_half - std::sqrt(105.0 / 184.0)).abs().maxCoeff(), 1e-9);
}

TEST(InsuredModel, StartsFromThePublishedCount) {
  const InsuredModel model(testing::jeongseon_plan());
  EXPECT_EQ(model.base(), 12'609.0);
  EXPECT_EQ(time::to_string(model.base_date()), "2023-12-31");
  const InsuredDraw draw = central_insured(model);
  EXPECT_EQ(insured(testing::truth(), testing::truth(), 0.0, draw), 12'609.0);
}

TEST(InsuredModel, IsAsUncertainAsTheCountysHistoryInAYear) {
  // 11,838, 12,671, 12,609 at the ends of 2021, 2022, 2023: changes of +6.8 % and -0.5 %.
  const InsuredModel model(testing::jeongseon_plan());
  double squares = 0.0;
  constexpr int draws = 8'000;
  for (std::uint32_t first = 0; first < draws; first += units::lane_count) {
    const Lane walk = draw_insured(model, time::make_date(2024, 12, 31), insured_parameters, first).walk;
    squares += walk.square().sum();
  }
  const double sd = std::sqrt(squares / draws);
  EXPECT_GT(sd, 0.02);
  EXPECT_LT(sd, 0.07);
}

RC_GTEST_PROP(Insured, RiseWithEmployeesAndWithProgrammes, ()) {
  const state::CellCounts start = testing::truth();
  state::CellCounts fewer = start;
  state::CellCounts more = start;
  const double factor = *rc::gen::inRange(1, 300) / 100.0;
  for (std::size_t cell = 0; cell < start.persons.size(); ++cell) {
    fewer.persons[cell][2] *= factor;
    more.persons[cell][2] *= factor * 1.01;
  }
  const InsuredDraw draw = plain_draw(*rc::gen::inRange(1, 100) / 100.0);
  const double programme = *rc::gen::inRange(-300, 300);
  RC_ASSERT(insured(start, more, programme, draw) > insured(start, fewer, programme, draw));
  RC_ASSERT(insured(start, fewer, programme + 1.0, draw) > insured(start, fewer, programme, draw));
}

}  // namespace
}  // namespace jobcast::survey
