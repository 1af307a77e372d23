#include "models/tracking/track.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "models/tracking/executions.hpp"
#include "tests/support/jeongseon_plan.hpp"

// The actual figures in these tests are invented; no county reported them.
namespace jobcast::tracking {
namespace {

using jobcast::testing::jeongseon_plan;

scenario::Scenario written() { return scenario::as_written(jeongseon_plan()); }

forecast::Request few(int draws = 320) {
  return {.draws = draws, .seed = 3, .threads = 2, .split_uncertainty = false, .until = {}};
}

std::size_t index_of(const std::string& id) {
  for (std::size_t index = 0; index < jeongseon_plan().programmes.size(); ++index) {
    if (jeongseon_plan().programmes[index].id == id) return index;
  }
  throw std::out_of_range(id);
}

const time::Date june = time::make_date(2024, 6, 30);

ProgrammeActual placed(const std::string& id, double jobs) { return {Kind::placements, index_of(id), june, jobs, {}}; }
ProgrammeActual spent(const std::string& id, double won) { return {Kind::spending, index_of(id), june, won, {}}; }

Actuals actuals(std::vector<ProgrammeActual> programmes, std::vector<SurveyActual> surveys = {}) {
  return {june, std::move(programmes), std::move(surveys), 0};
}

/// Every programme with jobs exactly where the forecast expects it.
Actuals as_expected() {
  Actuals all = actuals({});
  for (std::size_t index = 0; index < jeongseon_plan().programmes.size(); ++index) {
    if (jeongseon_plan().programmes[index].jobs > 0.0)
      all.programmes.push_back({Kind::placements, index, june, 0.0, {}});
  }
  const auto held = update_executions(jeongseon_plan(), written(), all);
  for (std::size_t i = 0; i < held.size(); ++i) all.programmes[i].value = held[i].execution.expected_to_date;
  return all;
}

TEST(Track, IsTheForecastWithoutActualFigures) {
  const auto found = track(jeongseon_plan(), written(), actuals({}), few());
  auto request = few();
  request.until = jeongseon_plan().forecast_until;
  const auto result = forecast::run(jeongseon_plan(), written(), request);
  ASSERT_EQ(found.indicators.size(), 6U);
  for (std::size_t i = 0; i < 6; ++i) {
    const auto& of_forecast = result.indicators[6 + i];
    for (const auto* row : {&found.indicators[i].before, &found.indicators[i].after}) {
      EXPECT_EQ(row->published.mean, of_forecast.published.mean) << i;
      EXPECT_EQ(row->published.p05, of_forecast.published.p05) << i;
      EXPECT_EQ(row->truth.p95, of_forecast.truth.p95) << i;
      EXPECT_EQ(row->probability_published_meets_target, of_forecast.probability_published_meets_target) << i;
    }
    EXPECT_EQ(found.indicators[i].published.mean, 0.0);
    EXPECT_EQ(found.indicators[i].published.error, 0.0);
  }
  EXPECT_EQ(found.effective_draws, 320.0);
  EXPECT_TRUE(found.executions.empty());
  for (std::size_t sector = 0; sector < result.jobs.size(); ++sector) {
    EXPECT_NEAR(found.sectors[sector].at_work_after.mean, result.jobs[sector].at_work_in_reference_week, 1e-9);
  }
}

TEST(Track, NarrowsAndDoesNotShiftWhereAllIsAsExpected) {
  const auto found = track(jeongseon_plan(), written(), as_expected(), few(64));
  EXPECT_NEAR(found.all_points.mean, 0.0, 0.02) << "points of 5.9 that the plan is worth";
  const auto& total = found.sectors.back();
  EXPECT_NEAR(total.year_after.mean, total.year_before.mean, 0.002 * total.year_before.mean);
  EXPECT_LT(total.year_after.p95 - total.year_after.p05, total.year_before.p95 - total.year_before.p05);
  EXPECT_NEAR(total.at_work_after.mean, total.at_work_before.mean, 0.002 * total.at_work_before.mean);
  for (const auto& each : found.executions) {
    EXPECT_NEAR(each.year_after.mean, each.year_before.mean, 1e-6 * std::max(1.0, each.year_before.mean));
    EXPECT_LE(each.year_after.p95 - each.year_after.p05, each.year_before.p95 - each.year_before.p05 + 1e-9);
    EXPECT_EQ(each.surprise, 0.0);
  }
}

TEST(Track, SaysWhatIsBehindAndWhatItCosts) {
  // Seniors' jobs half filled, and a small programme without anybody.
  const auto& seniors = jeongseon_plan().programmes[index_of("senior-jobs")];
  const auto found =
      track(jeongseon_plan(), written(),
            actuals({placed("senior-jobs", 0.5 * seniors.jobs), placed("volunteer-centre", 0.0)}), few());
  ASSERT_EQ(found.executions.size(), 2U);
  const auto& first = found.executions[0];
  EXPECT_EQ(first.actual.programme, index_of("senior-jobs")) << "what costs most comes first";
  EXPECT_TRUE(first.behind());
  EXPECT_NEAR(first.planned_to_date, seniors.jobs, 1e-9) << "posts are filled when the work begins";
  EXPECT_LT(first.year_after.mean, 0.6 * seniors.jobs);
  EXPECT_GE(first.year_after.p05, 0.2 * seniors.jobs) << "half of the posts were filled for some half of the year";
  EXPECT_GT(first.surprise, 0.0);
  ASSERT_TRUE(first.points && first.persons);
  EXPECT_LT(first.points->mean, -0.02);
  EXPECT_LT(first.persons->mean, -100.0) << "most are over 64";
  EXPECT_GT(found.executions[1].points->mean, -found.published_step) << "four posts move no printed figure";
  EXPECT_LT(found.all_points.mean, first.points->mean + 0.01);
  EXPECT_LT(found.sectors[0].at_work_after.mean, found.sectors[0].at_work_before.mean - 300.0);
  EXPECT_EQ(found.sectors[0].actual_to_date, 0.5 * seniors.jobs);
  EXPECT_NEAR(found.survey_error, 1.457, 0.001) << "as jobcast attribute has it";
}

TEST(Track, LetsMoneySpeakWhereNoPlacementsDo) {
  const auto& seniors = jeongseon_plan().programmes[index_of("senior-jobs")];
  const auto money = static_cast<double>(seniors.budget.total().value());
  const auto alone = track(jeongseon_plan(), written(), actuals({spent("senior-jobs", 0.1 * money)}), few(64));
  EXPECT_TRUE(alone.executions.at(0).acts);
  EXPECT_LT(alone.executions[0].points->mean, 0.0);
  const auto both = track(jeongseon_plan(), written(),
                          actuals({spent("senior-jobs", 0.1 * money), placed("senior-jobs", seniors.jobs)}), few(64));
  for (const auto& each : both.executions) {
    EXPECT_EQ(each.acts, each.actual.kind == Kind::placements);
    EXPECT_EQ(each.points.has_value(), each.acts);
  }
  EXPECT_GT(both.all_points.mean, -0.01) << "the posts are filled, whatever was paid so far";
}

TEST(Track, FollowsASurvey) {
  const SurveyActual high{{2024, 1}, plan::Indicator::Id::employment_rate_15_64, 78.5, {}};
  const auto found = track(jeongseon_plan(), written(), actuals({}, {high}), few(2000));
  EXPECT_LT(found.effective_draws, 2000.0);
  EXPECT_GT(found.effective_draws, 200.0);
  const auto& rate = found.indicators[0];
  const auto& april = found.surveys.at(0).forecast;
  const double surprise = 78.5 - april.mean;
  EXPECT_GT(rate.published.mean * surprise, 0.0) << "October's forecast goes the way of April's surprise";
  EXPECT_LT(std::abs(rate.published.mean), std::abs(surprise)) << "but not all of it: the survey errs";
  EXPECT_LT(rate.after.truth.sd, rate.before.truth.sd);
  EXPECT_GT(rate.published.error, 0.0);
}

TEST(Track, FailsLoudlyWhereASurveyLeavesNoDraws) {
  const SurveyActual absurd{{2024, 1}, plan::Indicator::Id::employment_rate_15_64, 40.0, {"actuals.csv", 2, 1}};
  EXPECT_THROW(track(jeongseon_plan(), written(), actuals({}, {absurd}), few(640)), input::InputError);
}

TEST(Track, TakesNoActualsForProgrammesThatTheScenarioLeavesOut) {
  const auto none = scenario::load_scenario(jeongseon_plan(), "no-programmes");
  const auto found = track(jeongseon_plan(), none, actuals({placed("senior-jobs", 100.0)}), few(64));
  EXPECT_FALSE(found.executions.at(0).acts);
  EXPECT_EQ(found.executions[0].planned_year, 0.0);
  EXPECT_EQ(found.all_points.mean, 0.0);
}

TEST(Track, RepeatsItselfOnAnyNumberOfThreads) {
  const SurveyActual april{{2024, 1}, plan::Indicator::Id::employment_rate_15_64, 76.0, {}};
  auto request = few(200);
  request.threads = 1;
  const auto given = actuals({placed("senior-jobs", 1500.0)}, {april});
  const auto one = track(jeongseon_plan(), written(), given, request);
  request.threads = 3;
  const auto three = track(jeongseon_plan(), written(), given, request);
  for (std::size_t i = 0; i < one.indicators.size(); ++i) {
    EXPECT_EQ(one.indicators[i].after.published.mean, three.indicators[i].after.published.mean);
    EXPECT_EQ(one.indicators[i].chance.error, three.indicators[i].chance.error);
  }
  EXPECT_EQ(one.executions[0].points->mean, three.executions[0].points->mean);
  EXPECT_EQ(one.effective_draws, three.effective_draws);
}

}  // namespace
}  // namespace jobcast::tracking
