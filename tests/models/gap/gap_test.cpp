#include "models/gap/gap.hpp"

#include <gmock/gmock.h>

#include "models/gap/persons.hpp"
#include "models/survey/publish.hpp"

namespace jobcast::gap {
namespace {

using Id = plan::Indicator::Id;

const plan::Plan& jeongseon() {
  static const plan::Plan plan = plan::load_plan(std::string(JOBCAST_SOURCE_DIR) + "/scenarios/jeongseon-2024");
  return plan;
}

scenario::Scenario named(const std::string& name) { return scenario::load_scenario(jeongseon(), name); }

Question question(double chance, Id target = Id::employment_rate_15_64) {
  return {.request = {.draws = 160, .seed = 3}, .target = target, .chance = chance};
}

const response::Simulator& simulator() {
  static const response::Simulator all(jeongseon(), scenario::as_written(jeongseon()), question(0.8).request);
  return all;
}

PersonsCurve curve_of(Id target) {
  return {simulator(), scenario::as_written(jeongseon()), jeongseon().indicator(target)};
}

state::CellCounts thousand_everywhere() {
  state::CellCounts people;
  for (auto& cell : people.persons) {
    for (auto& state : cell) state.setConstant(1000.0);
  }
  return people;
}

double sum(const state::CellCounts& people) {
  double all = 0.0;
  for (const auto& cell : people.persons) {
    for (const auto& state : cell) all += state[0];
  }
  return all;
}

TEST(PutToWork, MovesSoManyAndLosesNobody) {
  for (std::size_t index = 0; index < plan::indicator_names.size(); ++index) {
    const auto id = static_cast<Id>(index);
    for (const double persons : {300.0, -300.0}) {
      auto people = thousand_everywhere();
      put_to_work(people, id, persons);
      EXPECT_NEAR(sum(people), 100'000.0, 1e-6);
      double employed = 0.0;
      for (int cell = 0; cell < state::cell_count; ++cell) employed += people.employed(cell)[0];
      EXPECT_NEAR(employed, 60'000.0 + (id == Id::insured_persons ? 0.0 : persons), 1e-6) << index;
    }
  }
}

TEST(PutToWork, TakesThoseWhomTheIndicatorCountsAndNoMoreThanThereAre) {
  auto people = thousand_everywhere();
  put_to_work(people, Id::youth_employment_rate_15_29, 1e9);
  for (int cell = 0; cell < state::cell_count; ++cell) {
    const bool youth = cell < 3 * state::sex_count;
    EXPECT_NEAR(people.employed(cell)[0], youth ? 5000.0 : 3000.0, 1e-6) << cell;
  }
  people = thousand_everywhere();
  put_to_work(people, Id::female_employment_rate_15_64, -1e9);
  for (int group = 0; group < state::labour_group_count; ++group) {
    EXPECT_EQ(people.employed(state::cell_of(group, state::Sex::male))[0], 3000.0);
    EXPECT_NEAR(people.employed(state::cell_of(group, state::Sex::female))[0], group < 7 ? 0.0 : 3000.0, 1e-6);
  }
  people = thousand_everywhere();
  put_to_work(people, Id::regular_employees, -1e9);
  EXPECT_NEAR(people.persons[4][2][0], 0.0, 1e-9) << "the regular stop";
  EXPECT_EQ(people.persons[4][3][0], 1000.0) << "no other";
}

TEST(PutToWork, RaisesTheRateByTheShareOfThePopulation) {
  auto people = thousand_everywhere();
  const auto rate = [&] {
    survey::SurveyDraw asked;
    for (auto& band : asked.coverage) band.setConstant(0.9);
    asked.sample_persons.setConstant(900.0);
    asked.design_effect.setZero();
    for (auto* errors : {&asked.employed_error, &asked.regular_error}) {
      for (auto& cell : *errors) cell.setZero();
    }
    survey::IndicatorLanes truth, published;
    survey::publish(people, asked, truth, published);
    return truth.of(Id::employment_rate_15_64)[0];
  };
  const double before = rate();
  put_to_work(people, Id::employment_rate_15_64, 700.0);
  EXPECT_NEAR(rate() - before, 100.0 * 700.0 / 70'000.0, 1e-9) << "14 cells of 5,000";
}

TEST(PersonsCurve, StartsAtTheForecastsChance) {
  forecast::Request request = question(0.8).request;
  request.until = time::make_date(2024, 12, 31);
  const auto result = forecast::run(jeongseon(), scenario::as_written(jeongseon()), request);
  for (std::size_t index = 0; index < plan::indicator_names.size(); ++index) {
    const auto& october = result.indicators[plan::indicator_names.size() + index];
    EXPECT_EQ(curve_of(october.id).chance(0.0).estimate(), october.probability_published_meets_target)
        << plan::indicator_names[index];
  }
}

TEST(PersonsCurve, GivesTheLeastNumberThatDoes) {
  for (std::size_t index = 0; index < plan::indicator_names.size(); ++index) {
    const auto curve = curve_of(static_cast<Id>(index));
    for (const double chance : {0.3, 0.8}) {
      const auto needed = curve.needed(chance);
      ASSERT_TRUE(needed) << index;
      EXPECT_GE(curve.chance(*needed).estimate(), chance);
      EXPECT_LT(curve.chance(*needed - 1.0).estimate(), chance);
    }
    EXPECT_LE(*curve.needed(0.3), *curve.needed(0.8));
  }
}

TEST(PersonsCurve, SaysWhatIsOutOfReach) {
  auto plan = jeongseon();
  plan.indicators[0].target = 100.0;
  const PersonsCurve curve(simulator(), scenario::as_written(plan), plan.indicators[0]);
  EXPECT_EQ(curve.chance(0.0).estimate(), 0.0);
  EXPECT_TRUE(curve.needed(0.5)) << "when everybody works, the rate is 100";
  plan.indicators[0].target = 101.0;
  EXPECT_FALSE(curve.needed(0.5));
}

TEST(Levers, AreThePursesThatHoldMoney) {
  const auto written = scenario::as_written(jeongseon());
  const auto levers = levers_of(jeongseon(), written);
  units::Won sectors{}, sources{};
  for (const auto& lever : levers) {
    const auto money = money_of(jeongseon(), written, lever);
    EXPECT_GT(money.value(), 0);
    if (lever.sector) sectors += money;
    if (lever.source) sources += money;
  }
  EXPECT_TRUE(levers.front().is_whole());
  EXPECT_EQ(sectors, money_of(jeongseon(), written));
  EXPECT_EQ(sources, money_of(jeongseon(), written));
}

TEST(Levers, FollowTheMatchingRule) {
  const auto written = scenario::as_written(jeongseon());
  const Lever county{.sector = {}, .source = plan::Funding::county};
  const Lever national{.sector = {}, .source = plan::Funding::national};
  const auto cut = moved(written, county, 0.9);
  EXPECT_EQ(money_of(jeongseon(), cut), money_of(jeongseon(), named("county-cut-10")));
  EXPECT_LT(money_of(jeongseon(), cut, national), money_of(jeongseon(), written, national));
  EXPECT_EQ(money_of(jeongseon(), moved(written, county, 1.1), national), money_of(jeongseon(), written, national));
}

TEST(Gap, NeedsMoneyThatReallyGivesTheChance) {
  const auto written = scenario::as_written(jeongseon());
  std::size_t asked = 0, expected = 0;
  const auto wanted = question(0.85);
  const auto gap = find_gap(jeongseon(), written, wanted, [&](std::size_t count) { ++asked, expected = count; });
  EXPECT_LE(asked, expected);
  ASSERT_LT(gap.now.value, 0.85);
  ASSERT_TRUE(gap.persons.persons);
  EXPECT_GT(*gap.persons.persons, 0.0);
  EXPECT_LE(*gap.persons.low, *gap.persons.persons);
  std::size_t reached = 0, out = 0;
  for (const auto& need : gap.money) {
    const auto met =
        response::met(simulator().outcomes(moved(written, need.lever, need.ratio)), jeongseon().indicator(gap.target));
    EXPECT_EQ(met.estimate(), need.chance.value);
    EXPECT_FALSE(need.already);
    if (need.reached) {
      ++reached;
      EXPECT_GE(need.chance.value, 0.85);
      EXPECT_GT(need.won, 0.0);
      EXPECT_EQ(need.obstacle, Obstacle::none);
    } else {
      ++out;
      EXPECT_LT(need.chance.value, 0.85);
      EXPECT_NE(need.obstacle, Obstacle::none);
    }
  }
  EXPECT_TRUE(gap.money.front().reached) << "all money together";
  EXPECT_GT(out, 0U) << "training, for one";
}

TEST(Gap, TellsWhatCanBeSpared) {
  const auto gap = find_gap(jeongseon(), scenario::as_written(jeongseon()), question(0.3));
  ASSERT_GT(gap.now.value, 0.3);
  EXPECT_LT(*gap.persons.persons, 0.0);
  for (const auto& need : gap.money) {
    EXPECT_TRUE(need.already);
    EXPECT_LE(need.won, 0.0);
    EXPECT_GE(need.chance.value, 0.3);
    EXPECT_LE(need.persons.mean, 1e-9);
  }
}

TEST(Gap, KnowsThatMoneyOfAbsentProgrammesDoesNothing) {
  const auto gap = find_gap(jeongseon(), named("no-programmes"), question(0.95));
  for (const auto& need : gap.money) {
    EXPECT_FALSE(need.reached);
    EXPECT_EQ(need.obstacle, Obstacle::no_effect);
  }
}

TEST(Gap, RepeatsItselfOnAnyNumberOfThreads) {
  auto one = question(0.85, Id::employed_persons);
  one.request.threads = 1;
  auto three = one;
  three.request.threads = 3;
  const auto first = find_gap(jeongseon(), named("county-cut-10"), one);
  const auto second = find_gap(jeongseon(), named("county-cut-10"), three);
  EXPECT_EQ(first.persons.persons, second.persons.persons);
  ASSERT_EQ(first.money.size(), second.money.size());
  for (std::size_t i = 0; i < first.money.size(); ++i) {
    EXPECT_EQ(first.money[i].won, second.money[i].won);
    EXPECT_EQ(first.money[i].persons.mean, second.money[i].persons.mean);
  }
}

}  // namespace
}  // namespace jobcast::gap
