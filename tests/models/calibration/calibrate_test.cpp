#include "models/calibration/calibrate.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/input/diagnostic.hpp"
#include "models/labour/log_odds.hpp"
#include "models/labour/survey_figure.hpp"
#include "models/plan/as_of.hpp"
#include "tests/models/calibration/plans.hpp"

namespace jobcast::calibration {
namespace {

const Parameter& parameter(const Calibration& calibration, std::string_view column) {
  return *std::find_if(calibration.parameters.begin(), calibration.parameters.end(),
                       [&](const auto& each) { return each.column == column; });
}

const Calibration& calibrated_jeongseon() {
  static const Calibration calibration = calibrate(test::jeongseon(), {.members = 1000});
  return calibration;
}

TEST(Calibrate, FindsLevelsBetweenTheLastSurveysAndTheHistory) {
  const auto rate = [](const char* column) {
    return 100.0 * labour::share_of(parameter(calibrated_jeongseon(), column).mean);
  };
  // Published in 2023H2: 37.3, 85.9, 79.1, 64.5; youth was 43.4 and 43.9 before, 65 and over rises.
  EXPECT_NEAR(rate("labour.level_15_29"), 40.0, 2.5);
  EXPECT_NEAR(rate("labour.level_30_49"), 85.7, 1.5);
  EXPECT_NEAR(rate("labour.level_50_64"), 79.6, 1.2);
  EXPECT_NEAR(rate("labour.level_65_over"), 64.0, 1.5);
  for (const char* column :
       {"labour.level_15_29", "labour.level_30_49", "labour.level_50_64", "labour.level_65_over"}) {
    EXPECT_GT(parameter(calibrated_jeongseon(), column).told(), 0.9) << column;
  }
  EXPECT_EQ(calibrated_jeongseon().surveys, 22);
  EXPECT_EQ(calibrated_jeongseon().until, "2023H2");
}

TEST(Calibrate, FindsStatusAndUnemploymentWhereTheSurveysHaveThem) {
  const auto share = [](const char* column) {
    return 100.0 * labour::share_of(parameter(calibrated_jeongseon(), column).mean);
  };
  // 7.7 and 7.5 of 21.7 and 21.8; 4.0 and 4.5 of the 14.0 and 14.3 others; 0.09-0.13 of 8.6 without work.
  EXPECT_NEAR(share("labour.regular_share"), 34.9, 1.0);
  EXPECT_NEAR(share("labour.temporary_share"), 30.2, 1.5);
  EXPECT_NEAR(share("labour.search_share"), 1.3, 0.4);
  EXPECT_GT(parameter(calibrated_jeongseon(), "labour.temporary_share").told(), 0.9);
  EXPECT_GT(parameter(calibrated_jeongseon(), "labour.search_share").told(), 0.5);
  EXPECT_LT(parameter(calibrated_jeongseon(), "labour.old_sex_gap").mean, 0.0)
      << "fewer women than men of 65 and over work";
  EXPECT_EQ(calibrated_jeongseon().figures, 292)
      << "10 or 12 a survey, 34 where status is published, births and deaths";
}

TEST(Calibrate, BelievesARiseOfTenYears) {
  EXPECT_GT(parameter(calibrated_jeongseon(), "labour.drift_spread_65_over").mean,
            parameter(calibrated_jeongseon(), "labour.drift_spread_65_over").prior_mean);
  EXPECT_GT(parameter(calibrated_jeongseon(), "labour.drift_65_over").mean, 0.015);
}

TEST(Calibrate, TakesMortalityFromTheDeathsOf2022AndSetsMigrationAgainstIt) {
  const auto& mortality = calibrated_jeongseon().columns.at("population.mortality_multiplier");
  const auto& migration = calibrated_jeongseon().columns.at("population.migration_level");
  EXPECT_NEAR(parameter(calibrated_jeongseon(), "population.mortality_multiplier").mean, 1.03, 0.03);
  EXPECT_LT(parameter(calibrated_jeongseon(), "population.mortality_multiplier").sd, 0.06);
  double covariance = 0.0;
  for (std::size_t member = 0; member < mortality.size(); ++member) {
    covariance += (mortality[member] - parameter(calibrated_jeongseon(), "population.mortality_multiplier").mean) *
                  migration[member];
  }
  EXPECT_GT(covariance, 0.0) << "who dies more has lost fewer people to moves";
}

TEST(Calibrate, HasTheSameBitsOnOneAndOnThreeThreads) {
  const auto one = calibrate(test::jeongseon(), {.members = 64, .threads = 1});
  EXPECT_EQ(one.columns, calibrate(test::jeongseon(), {.members = 64, .threads = 3}).columns);
  EXPECT_NE(one.columns, calibrate(test::jeongseon(), {.members = 64, .seed = 2, .threads = 1}).columns);
}

TEST(Calibrate, UntilASurveyReadsNothingLater) {
  const int until = *labour::survey_index("2022H2");
  const auto changed = test::with_facts(test::jeongseon(), [](plan::Fact& fact) {
    if (fact.period == "2023H1" || fact.period == "2023H2") fact.value *= 0.9;
    return true;
  });
  const auto own = calibrate(test::jeongseon(), {.members = 64, .until = until});
  const auto other = calibrate(changed, {.members = 64, .until = until});
  for (const auto& [column, members] : own.columns) {
    if (column.starts_with("labour.") || column.starts_with("survey.")) {
      EXPECT_EQ(members, other.columns.at(column)) << column;
    }
  }
  EXPECT_EQ(own.until, "2022H2");
  EXPECT_GT(parameter(own, "labour.level_15_29").sd, parameter(calibrated_jeongseon(), "labour.level_15_29").sd)
      << "two surveys fewer";
}

TEST(Calibrate, SaysHowFarLevelsMovedSinceTheForecastsStartWhereALaterSurveyTells) {
  // As of the end of 2022 the surveys of 2023 are later ones.
  plan::Plan earlier = test::jeongseon();
  earlier.as_of = time::make_date(2022, 12, 31);
  const auto smoothed = calibrate(earlier, {.members = 400});
  const auto filtered = calibrate(earlier, {.members = 400, .until = labour::survey_index("2022H2")});
  EXPECT_FALSE(filtered.columns.contains("labour.moved_50_64"));
  EXPECT_LT(parameter(smoothed, "labour.level_50_64").sd, 0.95 * parameter(filtered, "labour.level_50_64").sd);
  // Where it stands now is where it stood and how it moved.
  const auto& level = smoothed.columns.at("labour.level_50_64");
  const auto& first = smoothed.columns.at("labour.moved_50_64");
  const auto& second = smoothed.columns.at("labour.moved_second_50_64");
  double now = 0.0;
  for (std::size_t member = 0; member < level.size(); ++member) {
    now += (level[member] + first[member] + second[member]) / static_cast<double>(level.size());
  }
  EXPECT_NEAR(now, parameter(calibrated_jeongseon(), "labour.level_50_64").mean, 0.02);
}

TEST(Calibrate, WorksWithOneSurveyAndWithGaps) {
  const auto one = test::with_facts(test::jeongseon(), [](plan::Fact& fact) {
    return !labour::survey_index(fact.period) || fact.period == "2023H2";
  });
  const auto calibrated = calibrate(one, {.members = 200});
  EXPECT_EQ(calibrated.surveys, 1);
  EXPECT_NEAR(100.0 * labour::share_of(parameter(calibrated, "labour.level_15_29").mean), 37.3, 1.5);
  EXPECT_GT(parameter(calibrated, "labour.level_15_29").sd, parameter(calibrated_jeongseon(), "labour.level_15_29").sd);
  EXPECT_NEAR(parameter(calibrated, "labour.innovation_30_49").told(), 0.0, 0.35) << "one survey shows no change";

  const auto gaps = test::with_facts(test::jeongseon(), [](plan::Fact& fact) {
    return !fact.period.starts_with("2019H") && !(fact.period == "2021H1" && fact.age == "50-64");
  });
  EXPECT_EQ(calibrate(gaps, {.members = 64}).surveys, 20);
}

TEST(Calibrate, OfAPackWithPopulationOnlyCalibratesItsPopulation) {
  const auto population =
      test::with_facts(test::jeongseon(), [](plan::Fact& fact) { return !labour::survey_index(fact.period); });
  const auto calibrated = calibrate(population, {.members = 200});
  EXPECT_EQ(calibrated.columns.size(), 3U);
  EXPECT_TRUE(calibrated.columns.contains("population.mortality_multiplier"));
  EXPECT_EQ(calibrated.surveys, 0);
}

TEST(Calibrate, SaysSoWhenThereIsNothingToLearnFrom) {
  const auto nothing = test::with_facts(test::jeongseon(), [](plan::Fact& fact) { return fact.item == "budget"; });
  EXPECT_THROW(calibrate(nothing, {.members = 16}), input::InputError);
}

}  // namespace
}  // namespace jobcast::calibration
