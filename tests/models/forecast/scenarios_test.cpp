#include <gmock/gmock.h>

#include <algorithm>

#include "models/forecast/county_model.hpp"
#include "tests/models/forecast/jeongseon.hpp"

namespace jobcast::forecast {
namespace {

using test::jeongseon;
using Id = plan::Indicator::Id;

double employed(const Result& result) { return test::october(result, Id::employed_persons).truth.mean; }
double rate(const Result& result) { return test::october(result, Id::employment_rate_15_64).truth.mean; }

scenario::Scenario without(scenario::Selection selection) {
  scenario::Scenario scenario = scenario::as_written(jeongseon());
  scenario.changes.push_back({.select = std::move(selection),
                              .budget = {},
                              .jobs = scenario::Adjustment{scenario::Adjustment::Kind::absolute, 0.0},
                              .start_delay_days = {},
                              .programmes = {},
                              .where = {}});
  return scenario;
}

TEST(Scenarios, WithoutProgrammesFewerWorkThanWithTheBaseYearsAndMostWithThePlan) {
  const Request request{.draws = 640};
  const double none = employed(test::forecast(test::named("no-programmes"), request));
  const double again = employed(test::forecast(test::named("base-year-again"), request));
  const double plan = employed(test::forecast(test::named("plan"), request));
  EXPECT_LT(none, again);
  EXPECT_LE(again, plan);
}

TEST(Scenarios, ThePlanAsWrittenIsThePlan) {
  EXPECT_EQ(test::numbers(test::forecast(test::named("as-written"), {.draws = 48})),
            test::numbers(test::forecast(test::named("plan"), {.draws = 48})));
}

TEST(Scenarios, TheBaseYearAgainMovesNothingByProgrammes) {
  const Result result = test::forecast(test::named("base-year-again"), {.draws = 160});
  for (const auto& part : result.change) {
    if (part.from != "programmes") continue;
    EXPECT_NEAR(part.points, 0.0, 1e-6) << plan::name_of(part.id);
  }
}

TEST(Scenarios, CountyMoneyCutByATenthTakesJobsAndNeverAddsAny) {
  const Request request{.draws = 320};
  const Result plan = test::forecast(test::named("plan"), request);
  const Result cut = test::forecast(test::named("county-cut-10"), request);
  EXPECT_LT(employed(cut), employed(plan));
  const double at_work = test::sector(plan, plan::Sector::direct).at_work_in_reference_week;
  const double left = test::sector(cut, plan::Sector::direct).at_work_in_reference_week;
  EXPECT_LT(left, at_work);
  EXPECT_GT(left, 0.85 * at_work) << "a tenth of the money is not more than a tenth of the jobs";
  EXPECT_EQ(test::population(cut, 2024, "all", "both"), test::population(plan, 2024, "all", "both"))
      << "scenarios share their random numbers";
}

TEST(Scenarios, AProgrammeWithoutJobsChangesNoBit) {
  plan::Plan plan = jeongseon();
  plan::Programme extra = plan.programmes.front();
  extra.id = "nothing";
  extra.jobs = 0.0;
  plan.programmes.insert(plan.programmes.begin() + 3, extra);
  const Request request{.draws = 48};
  EXPECT_EQ(test::numbers(test::forecast(plan, scenario::as_written(plan), request)),
            test::numbers(test::forecast(test::named("plan"), request)));
}

TEST(Scenarios, StudentSummerJobsContributeNothingInOctober) {
  scenario::Selection students;
  for (const auto& programme : jeongseon().programmes) {
    if (programme.type.find("student") != std::string::npos) students.programmes.push_back(programme.id);
  }
  ASSERT_FALSE(students.programmes.empty());
  const Request request{.draws = 48};
  const Result plan = test::forecast(test::named("plan"), request);
  const Result changed = test::forecast(without(students), request);
  EXPECT_EQ(test::october(plan, Id::youth_employment_rate_15_29).published.mean,
            test::october(changed, Id::youth_employment_rate_15_29).published.mean);
  EXPECT_EQ(employed(plan), employed(changed));
}

TEST(Scenarios, SeniorsJobsMoveTheOldAndAlmostNothingOfTheWorkingAges) {
  const Request request{.draws = 320};
  const Result plan = test::forecast(test::named("plan"), request);
  const Result changed = test::forecast(without({.programmes = {},
                                                 .departments = {},
                                                 .sectors = {},
                                                 .types = {"senior-public-job"},
                                                 .fundings = {},
                                                 .actions = {}}),
                                        request);
  const double lost = employed(plan) - employed(changed);
  EXPECT_GT(lost, 300.0);
  const double lost_15_64 = (rate(plan) - rate(changed)) / 100.0 * 19400.0;
  EXPECT_LT(lost_15_64, 0.1 * lost);
  EXPECT_GE(lost_15_64, 0.0);
}

TEST(Scenarios, AClosedEmployerTakesItsJobsFromTheSurvey) {
  scenario::Scenario closed = scenario::as_written(jeongseon());
  closed.shocks.push_back({.date = time::make_date(2024, 9, 1),
                           .name = {"폐업", "Closure"},
                           .contract = plan::Contract::regular,
                           .jobs = -300.0,
                           .where = {}});
  const Request request{.draws = 160};
  const double lost =
      employed(test::forecast(test::named("plan"), request)) - employed(test::forecast(closed, request));
  EXPECT_GT(lost, 100.0);
  EXPECT_LT(lost, 300.0) << "some find other work by October";
}

TEST(Scenarios, APermanentJobOfAMilestoneIsTheCountysUnlessThePlanDoesNotTakePlace) {
  plan::Plan plan = jeongseon();
  plan::Action mill = plan.actions.front();
  mill.id = "mill";
  mill.covers.clear();
  mill.milestones = {{.id = "mill/opens",
                      .name = {"가동", "Opens"},
                      .date = time::make_date(2024, 6, 30),
                      .after = {},
                      .duration_days = {},
                      .jobs = 200.0,
                      .provenance = {}}};
  plan.actions.push_back(mill);
  const auto written = scenario::as_written(plan);
  EXPECT_EQ(demand_shocks(plan, written).size(), demand_shocks(jeongseon(), written).size() + 1);
  EXPECT_TRUE(demand_shocks(plan, test::named("no-programmes")).empty());
  EXPECT_FALSE(same_county(plan, written, test::named("no-programmes")));
  const Request request{.draws = 160};
  EXPECT_GT(employed(test::forecast(plan, written, request)), employed(test::forecast(written, request)) + 50.0);
}

TEST(Scenarios, ASettingReplacedByAScenarioReachesItsModel) {
  scenario::Scenario sure = scenario::as_written(jeongseon());
  plan::Value value = jeongseon().assumption("survey.sample_persons");
  value.distribution = random::Distribution::fixed(90000.0);
  sure.values.emplace(value.key, value);
  const Request request{.draws = 320};
  const auto& published = test::october(test::forecast(sure, request), Id::employment_rate_15_64).published;
  EXPECT_LT(published.sd,
            test::october(test::forecast(test::named("plan"), request), Id::employment_rate_15_64).published.sd);
}

}  // namespace
}  // namespace jobcast::forecast
