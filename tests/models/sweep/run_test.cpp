#include "models/sweep/run.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <map>

#include "models/forecast/county_model.hpp"
#include "models/sweep/agenda.hpp"
#include "tests/models/forecast/jeongseon.hpp"
#include "tests/support/temporary_file.hpp"

namespace jobcast::sweep {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// A sweep of the repository's plan with few draws; its file is gone when it has been read.
Sweep sweep_of(const std::string& rest) {
  const testing::TemporaryFile file("s.toml", R"(schema = "jobcast.sweep/1"
title = { ko = "스윕", en = "Sweep" }
plan = ")" JOBCAST_SOURCE_DIR R"(/scenarios/jeongseon-2024/plan.toml"
draws = 40
seed = 3
until = 2024-12-31
)" + rest);
  return load_sweep(file.path());
}

const std::string mixed = R"(
[[lever]]
name = "money"
select = { funding = "county" }
change = "budget"
values = ["-20%", "+20%"]
[[lever]]
name = "coverage"
key = "survey.design_effect"
values = [1.2, 1.6]
[[lever]]
name = "deadweight"
key = "deadweight.training"
values = [0.4, 0.6]
)";

using Answers = std::map<std::uint64_t, std::vector<double>>;

struct Told {
  Ending ending = Ending::complete;
  Answers answers;
  std::vector<std::uint64_t> order;
  std::map<std::uint64_t, int> draws;
};

Told run_with(const Sweep& sweep, int threads, const std::function<bool(const Swept&)>& known = {},
              std::size_t stop_after = 1000) {
  Told told;
  told.ending = run(sweep, {.threads = threads},
                    {.known = known,
                     .begin = {},
                     .take =
                         [&](const Swept& swept, const forecast::Drawn& drawn) {
                           told.order.push_back(swept.number);
                           told.answers[swept.number] = forecast::test::numbers(drawn.result);
                           told.draws[swept.number] = drawn.result.draws;
                         },
                     .stopped = [&] { return told.order.size() >= stop_after; }});
  return told;
}

TEST(RunSweep, GivesEveryScenarioTheBitsOfAForecastOfItsOwn) {
  const auto sweep = sweep_of(mixed);
  const auto told = run_with(sweep, 2);
  EXPECT_EQ(told.ending, Ending::complete);
  ASSERT_EQ(told.answers.size(), 9U);
  const Scenarios scenarios(sweep, 0);
  for (const auto& [number, answer] : told.answers) {
    const auto swept = scenarios.at(number);
    auto request = request_of(sweep, sweep.plans[0]->plan, {.threads = 2});
    EXPECT_EQ(answer, forecast::test::numbers(forecast::run(sweep.plans[0]->plan, swept.scenario, request)))
        << swept.scenario.id;
  }
}

TEST(RunSweep, OfOneScenarioIsTheForecastOfItsFile) {
  const auto sweep = sweep_of("extends = \"county-cut-10\"\n");
  const auto told = run_with(sweep, 1);
  forecast::Request request{.draws = 40, .seed = 3, .until = time::make_date(2024, 12, 31)};
  request.split_uncertainty = false;
  EXPECT_EQ(told.answers.at(1), forecast::test::numbers(forecast::run(
                                    forecast::test::jeongseon(), forecast::test::named("county-cut-10"), request)));
}

TEST(RunSweep, HasTheSameBitsAndTheSameOrderOnAnyNumberOfThreads) {
  const auto sweep = sweep_of(mixed);
  const auto one = run_with(sweep, 1);
  for (const int threads : {2, 7}) {
    const auto more = run_with(sweep, threads);
    EXPECT_EQ(more.answers, one.answers) << threads;
    EXPECT_EQ(more.order, one.order) << threads;
  }
}

TEST(RunSweep, LeavesOutWhatIsKnownAndChangesNothingElse) {
  const auto sweep = sweep_of(mixed);
  auto whole = run_with(sweep, 2).answers;
  const auto rest = run_with(sweep, 2, [](const Swept& swept) { return swept.number % 2 == 0; });
  std::erase_if(whole, [](const auto& each) { return each.first % 2 == 0; });
  EXPECT_EQ(rest.answers, whole);
}

TEST(RunSweep, StopsAfterWhatIsInHandAndGoesOnWhereItStopped) {
  const auto sweep = sweep_of(mixed);
  const auto whole = run_with(sweep, 1);
  const auto begun = run_with(sweep, 1, {}, 3);
  EXPECT_EQ(begun.ending, Ending::stopped);
  EXPECT_GE(begun.answers.size(), 3U);
  EXPECT_LT(begun.answers.size(), whole.answers.size());
  auto all = run_with(sweep, 1, [&](const Swept& swept) { return begun.answers.contains(swept.number); }).answers;
  for (const auto& [number, answer] : begun.answers) EXPECT_TRUE(all.emplace(number, answer).second);
  EXPECT_EQ(all, whole.answers);
}

TEST(RunSweep, ThatIsAskedToStopWhenAllIsDoneIsComplete) {
  const auto sweep = sweep_of("");
  EXPECT_EQ(run_with(sweep, 1, {}, 1).ending, Ending::complete);
}

TEST(RunSweep, DoublesTheDrawsUntilTheErrorIsSmallEnough) {
  const auto sweep = sweep_of(R"(
[precision]
indicator = "employment_rate_15_64"
error = 0.06
[[lever]]
name = "money"
change = "budget"
values = ["-50%"]
)");
  const auto told = run_with(sweep, 2);
  const auto number = told.answers.begin()->first;
  const auto& plan = sweep.plans[0]->plan;
  for (const auto& [each, draws] : told.draws) {
    auto request = request_of(sweep, plan, {.threads = 1});
    request.draws = draws;
    const auto swept = Scenarios(sweep, 0).at(each);
    const auto result = forecast::run(plan, swept.scenario, request);
    EXPECT_EQ(told.answers.at(each), forecast::test::numbers(result)) << "as a forecast with so many draws";
    EXPECT_TRUE(precise_enough(sweep, result.indicators, draws));
    EXPECT_LT(forecast::test::october(result, plan::Indicator::Id::employment_rate_15_64).monte_carlo_error, 0.06);
    if (draws > 40) {
      request.draws = draws / 2;
      const auto before = forecast::run(plan, swept.scenario, request);
      EXPECT_FALSE(precise_enough(sweep, before.indicators, request.draws));
    }
  }
  EXPECT_EQ(run_with(sweep, 1).draws, told.draws) << number;
}

TEST(RunSweep, AsksForNoMoreThanTheMostDraws) {
  const auto told =
      run_with(sweep_of("[precision]\nindicator = \"employed_persons\"\nerror = 0.0001\nmost_draws = 100\n"), 2);
  EXPECT_EQ(told.draws.at(0), 100);
}

TEST(PreciseEnough, IsNoChanceThatWasNeverSeenToFailInFewDraws) {
  auto sweep = sweep_of("[precision]\nindicator = \"employed_persons\"\nerror = 0.01\n");
  std::vector<forecast::IndicatorForecast> certain(1);
  certain[0].id = plan::Indicator::Id::employed_persons;
  certain[0].probability_published_meets_target = 1.0;
  EXPECT_FALSE(precise_enough(sweep, certain, 40));
  EXPECT_TRUE(precise_enough(sweep, certain, 200));
}

TEST(Agenda, PutsTheScenariosOfOneCountyTogether) {
  const auto sweep = sweep_of(mixed);
  const auto agenda = make_agenda(sweep, [](const Swept&) { return false; });
  EXPECT_EQ(agenda.count, 9U);
  ASSERT_EQ(agenda.groups.size(), 3U);
  EXPECT_THAT(agenda.groups[0].numbers, ElementsAre(0)) << "alone in its county, and before what is held against it";
  EXPECT_FALSE(agenda.groups[0].one_county);
  EXPECT_THAT(agenda.groups[1].numbers, ElementsAre(1, 2, 5, 6));
  EXPECT_THAT(agenda.groups[2].numbers, ElementsAre(3, 4, 7, 8));
}

TEST(Agenda, IsEmptyWhenAllIsKnown) {
  const auto agenda = make_agenda(sweep_of(mixed), [](const Swept&) { return true; });
  EXPECT_THAT(agenda.groups, IsEmpty());
  EXPECT_EQ(agenda.known, 9U);
}

TEST(CountyKey, TellsTheCountiesOfASweepApart) {
  const auto sweep = sweep_of(mixed);
  const auto& plan = sweep.plans[0]->plan;
  const Scenarios scenarios(sweep, 0);
  for (std::uint64_t one = 0; one <= scenarios.count(); ++one) {
    for (std::uint64_t other = 0; other <= scenarios.count(); ++other) {
      const auto a = scenarios.at(one).scenario;
      const auto b = scenarios.at(other).scenario;
      EXPECT_EQ(forecast::county_key(plan, a) == forecast::county_key(plan, b), forecast::same_county(plan, a, b));
    }
  }
}

}  // namespace
}  // namespace jobcast::sweep
