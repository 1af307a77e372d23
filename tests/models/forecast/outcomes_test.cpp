#include "models/forecast/outcomes.hpp"

#include <gtest/gtest.h>

#include <set>

namespace jobcast::forecast {
namespace {

void expect_each_once(const std::multiset<std::size_t>& columns) {
  std::size_t expected = 0;
  for (const std::size_t column : columns) EXPECT_EQ(column, expected++);
}

TEST(Outcomes, EveryOutcomeOfACountyHasAColumnOfItsOwn) {
  std::multiset<std::size_t> columns;
  for (std::size_t indicator = 0; indicator < indicator_count; ++indicator) {
    columns.insert({CountyOutcomes::start(indicator), CountyOutcomes::population_part(indicator),
                    CountyOutcomes::behaviour_part(indicator)});
  }
  for (std::size_t year = 0; year < 3; ++year) {
    for (std::size_t group = 0; group < population_columns; ++group) {
      columns.insert(CountyOutcomes::population(year, group));
    }
    for (std::size_t flow = 0; flow < flow_names.size(); ++flow) columns.insert(CountyOutcomes::flow(year, flow));
  }
  expect_each_once(columns);
  const CountyOutcomes outcomes(5, 3);
  EXPECT_EQ(outcomes.numbers.column(columns.size() - 1).size(), 5U);
}

TEST(Outcomes, EveryOutcomeOfAScenarioHasAColumnOfItsOwn) {
  std::multiset<std::size_t> columns;
  for (std::size_t indicator = 0; indicator < indicator_count; ++indicator) {
    columns.insert(ScenarioOutcomes::programmes_part(indicator));
    for (std::size_t survey = 0; survey < 2; ++survey) {
      columns.insert({ScenarioOutcomes::published(survey, indicator), ScenarioOutcomes::truth(survey, indicator)});
    }
    for (const Source source : {Source::parameters, Source::chance, Source::execution, Source::survey}) {
      columns.insert(ScenarioOutcomes::replicate(source, indicator));
    }
  }
  for (std::size_t sector = 0; sector < plan::sectors.size(); ++sector) {
    for (std::size_t measure = 0; measure < sector_measure_count; ++measure) {
      columns.insert(ScenarioOutcomes::sector(sector, static_cast<SectorMeasure>(measure)));
    }
  }
  expect_each_once(columns);
  const ScenarioOutcomes outcomes(5, 2);
  EXPECT_EQ(outcomes.numbers.column(columns.size() - 1).size(), 5U);
}

TEST(Columns, KeepTheLanesOfABlockAsDrawsAndCutOffWhatWasNotAskedFor) {
  Columns columns(2, 20);
  EXPECT_EQ(columns.block_count(), 2);
  units::Lane lanes;
  for (int lane = 0; lane < units::lane_count; ++lane) lanes[lane] = 100.0 + lane;
  columns.put(1, units::lane_count, lanes);
  const auto column = columns.column(1);
  ASSERT_EQ(column.size(), 20U);
  EXPECT_EQ(column[15], 0.0);
  EXPECT_EQ(column[16], 100.0);
  EXPECT_EQ(column[19], 103.0);
  for (const double number : columns.column(0)) EXPECT_EQ(number, 0.0);
}

}  // namespace
}  // namespace jobcast::forecast
