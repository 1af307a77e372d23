#include "models/discovery/cases.hpp"

#include <gmock/gmock.h>

#include "models/runs/run_of.hpp"
#include "models/sensitivity/inputs.hpp"
#include "tests/models/runs/hand_made.hpp"

namespace jobcast::discovery {
namespace {

using ::testing::ElementsAre;

store::Run with_mean(const std::string& scenario, double mean, double chance) {
  auto run = runs::testing::run({.scenario = scenario, .truth = {60.0, 61.0}});
  for (auto& outcome : run.outcomes) {
    if (!outcome.name.starts_with("published.")) continue;
    outcome.mean = mean;
    outcome.probability = chance;
  }
  return run;
}

TEST(Cases, OfScenariosHaveTheLeversAsInputs) {
  const auto low = with_mean("a", 58.0, 0.2), high = with_mean("b", 62.0, 0.9), plan = with_mean("plan", 60.0, 0.5);
  const std::vector<LeveredRun> runs{
      {&low, {{"money", "-30%"}, {"who", "복지과"}}}, {&high, {{"money", "+10%"}, {"who", "경제과"}}}, {&plan, {}}};
  const auto cases = cases_of_scenarios(runs, read_failure("employment_rate_15_64 < 60", "f"));
  EXPECT_EQ(cases.left_out, 1U) << "the plan as written has no levers";
  ASSERT_EQ(cases.inputs.size(), 2U);
  EXPECT_FALSE(cases.inputs[0].categorical);
  EXPECT_THAT(cases.inputs[0].values, ElementsAre(-30.0, 10.0));
  EXPECT_TRUE(cases.inputs[1].categorical);
  EXPECT_THAT(cases.categories[1], ElementsAre("경제과", "복지과"));
  EXPECT_THAT(cases.inputs[1].values, ElementsAre(1.0, 0.0));
  EXPECT_THAT(cases.failed, ElementsAre(true, false));
  const auto by_chance = cases_of_scenarios(runs, read_failure("probability(employment_rate_15_64) > 0.5", "f"));
  EXPECT_THAT(by_chance.failed, ElementsAre(false, true));
}

TEST(Cases, ReadLeversAsTheNumbersThatTheyAre) {
  EXPECT_EQ(number_of("-30%"), -30.0);
  EXPECT_EQ(number_of("+5%"), 5.0);
  EXPECT_EQ(number_of("0.25"), 0.25);
  EXPECT_EQ(number_of("=0"), std::nullopt);
  EXPECT_EQ(number_of("복지과 -30%"), std::nullopt);
  EXPECT_EQ(number_of(""), std::nullopt);
  EXPECT_EQ(number_of("%"), std::nullopt);
}

TEST(Cases, OfDrawsHaveTheNumbersThatTheDrawsWereMadeWith) {
  const auto plan = plan::load_plan(std::string(JOBCAST_SOURCE_DIR) + "/scenarios/jeongseon-2024");
  const auto written = scenario::as_written(plan);
  const forecast::Request request{
      .draws = 64, .seed = 5, .split_uncertainty = false, .until = time::make_date(2024, 12, 31)};
  const auto drawn = forecast::run_drawn(plan, written, request);
  const auto run = runs::run_of(plan, drawn, {}, runs::Keep::outcomes_and_draws);
  const auto cases = cases_of_draws(plan, written, run, read_failure("employment_rate_15_64 < 76.1", "f"));
  ASSERT_EQ(cases.failed.size(), 64U);
  const auto published = drawn.outcomes.numbers.column(forecast::ScenarioOutcomes::published(1, 0));
  for (std::size_t draw = 0; draw < cases.failed.size(); ++draw) EXPECT_EQ(cases.failed[draw], published[draw] < 76.1);
  for (const auto& input : cases.inputs) {
    ASSERT_EQ(input.values.size(), 64U) << input.name;
    if (input.name != "survey.design_effect") continue;
    const auto& distribution = plan.assumption("survey.design_effect").distribution;
    for (std::uint32_t draw = 0; draw < 64; ++draw) {
      random::Stream stream({5, random::Purpose::parameters, 0}, draw, random::entity("survey.design_effect"));
      EXPECT_EQ(input.values[draw], distribution.quantile(stream.uniform()));
    }
  }
  EXPECT_GT(cases.inputs.size(), 50U);
}

TEST(Cases, OfARunWithoutDrawsAreNone) {
  const auto plan = plan::load_plan(std::string(JOBCAST_SOURCE_DIR) + "/scenarios/jeongseon-2024");
  const auto run = runs::testing::run({.truth = {60.0}, .draws_kept = false});
  const auto cases =
      cases_of_draws(plan, scenario::as_written(plan), run, read_failure("employment_rate_15_64 < 76.1", "f"));
  EXPECT_TRUE(cases.failed.empty());
}

}  // namespace
}  // namespace jobcast::discovery
