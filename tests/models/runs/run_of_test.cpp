#include "models/runs/run_of.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

#include "engine/store/run_store.hpp"
#include "models/forecast/forecast.hpp"
#include "models/runs/run_key.hpp"
#include "tests/engine/store/runs.hpp"
#include "tests/models/forecast/jeongseon.hpp"

namespace jobcast::runs {
namespace {

using forecast::test::jeongseon;

forecast::Request few_draws() { return {.draws = 40, .seed = 5, .threads = 1, .until = time::make_date(2024, 12, 31)}; }

const forecast::Drawn& drawn() {
  static const auto once = forecast::run_drawn(jeongseon(), scenario::as_written(jeongseon()), few_draws());
  return once;
}

store::Run stored(Keep keep) {
  const auto pack = pack_print(jeongseon());
  const Origin origin{.key = run_key(pack, scenario::as_written(jeongseon()), few_draws(), "1"),
                      .pack = pack,
                      .engine = "1",
                      .until = few_draws().until};
  return run_of(jeongseon(), drawn(), origin, keep);
}

const store::Outcome& outcome(const store::Run& run, const std::string& name, const std::string& group = "",
                              const std::string& sex = "") {
  const auto found = std::find_if(run.outcomes.rbegin(), run.outcomes.rend(), [&](const store::Outcome& row) {
    return row.name == name && row.group == group && row.subgroup == sex;
  });
  if (found == run.outcomes.rend()) throw std::out_of_range(name + " " + group + " " + sex);
  return *found;
}

TEST(RunOf, KeepsWhatTheForecastIs) {
  const auto record = stored(Keep::outcomes).record;
  EXPECT_EQ(record.plan, "jeongseon-2024");
  EXPECT_EQ(record.scenario, "plan");
  EXPECT_EQ(record.title_ko, jeongseon().title.ko);
  EXPECT_EQ(record.seed, 5U);
  EXPECT_EQ(record.draws, 40);
}

TEST(RunOf, KeepsEveryNumberOfTheForecast) {
  const auto run = stored(Keep::outcomes);
  const auto& result = drawn().result;
  std::vector<double> kept;
  for (const auto& row : run.outcomes) {
    for (const auto& number :
         {row.mean, row.sd, row.p05, row.p25, row.p50, row.p75, row.p95, row.probability, row.monte_carlo_error}) {
      if (number && !std::isnan(*number)) kept.push_back(*number);
    }
  }
  std::sort(kept.begin(), kept.end());
  for (const double number : forecast::test::numbers(result)) {
    EXPECT_TRUE(std::binary_search(kept.begin(), kept.end(), number)) << number;
  }
}

TEST(RunOf, NamesItsFigures) {
  const auto run = stored(Keep::outcomes);
  const auto& result = drawn().result;
  const auto& last = result.indicators.back();
  EXPECT_EQ(outcome(run, "published.insured_persons").mean, last.published.mean);
  EXPECT_EQ(outcome(run, "true.insured_persons").p05, last.truth.p05);
  EXPECT_EQ(outcome(run, "published.insured_persons").probability, last.probability_published_meets_target);
  EXPECT_EQ(outcome(run, "target.insured_persons").mean, last.target);
  EXPECT_EQ(outcome(run, "jobs.net_employment", "direct").mean, result.jobs.front().net_employment);
  EXPECT_EQ(outcome(run, "population", "all", "both").p95, result.population.back().p95);
  EXPECT_EQ(outcome(run, "flow.births").mean, result.flows.back().births.mean);
  EXPECT_EQ(outcome(run, "change.insured_persons", "programmes").mean, result.change.back().points);
  EXPECT_EQ(outcome(run, "variance_share.employment_rate_15_64", "parameters").mean, result.uncertainty.front().share);
}

TEST(RunOf, KeepsDrawsOnlyWhenAsked) {
  EXPECT_TRUE(stored(Keep::outcomes).columns.empty());
  const auto run = stored(Keep::outcomes_and_draws);
  ASSERT_EQ(run.columns.size(), 2 * 2 * forecast::indicator_count) << "published and true, April and October";
  for (const auto& column : run.columns) EXPECT_EQ(column.values.size(), 40U);
}

TEST(IndicatorsOf, ReadBackFromAStoreAreThoseOfTheForecast) {
  const store::testing::Folder folder;
  store::RunStore store(folder / "runs.sqlite", store::Access::create);
  const auto run = stored(Keep::outcomes_and_draws);
  store.write(run);
  const auto indicators = indicators_of(store.read(run.record.key));
  const auto& expected = drawn().result.indicators;
  ASSERT_EQ(indicators.size(), expected.size());
  for (std::size_t row = 0; row < expected.size(); ++row) {
    const auto& found = indicators[row].forecast;
    EXPECT_EQ(found.id, expected[row].id);
    EXPECT_EQ(found.reference_week, expected[row].reference_week);
    EXPECT_THAT(found.base, ::testing::NanSensitiveDoubleEq(expected[row].base)) << "not all are known";
    EXPECT_EQ(found.target, expected[row].target);
    EXPECT_EQ(found.published.p75, expected[row].published.p75);
    EXPECT_EQ(found.truth.sd, expected[row].truth.sd);
    EXPECT_EQ(found.probability_published_meets_target, expected[row].probability_published_meets_target);
    EXPECT_EQ(found.probability_true_meets_target, expected[row].probability_true_meets_target);
    EXPECT_EQ(found.monte_carlo_error, expected[row].monte_carlo_error);
    EXPECT_EQ(indicators[row].step, jeongseon().indicator(found.id).rounding);
    const auto column = drawn().outcomes.numbers.column(
        forecast::ScenarioOutcomes::truth(row / forecast::indicator_count, row % forecast::indicator_count));
    ASSERT_EQ(indicators[row].truth.size(), column.size());
    for (std::size_t draw = 0; draw < column.size(); ++draw) {
      EXPECT_EQ(indicators[row].truth[draw], static_cast<double>(static_cast<float>(column[draw])));
    }
    const auto printed = drawn().outcomes.numbers.column(
        forecast::ScenarioOutcomes::published(row / forecast::indicator_count, row % forecast::indicator_count));
    EXPECT_TRUE(
        std::equal(printed.begin(), printed.end(), indicators[row].published.begin(), indicators[row].published.end()));
  }
}

}  // namespace
}  // namespace jobcast::runs
