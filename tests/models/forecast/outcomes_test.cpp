#include "models/forecast/outcomes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace jobcast::forecast {
namespace {

TEST(Outcomes, EveryOutcomeHasAColumnOfItsOwn) {
  const Outcomes outcomes(20, 2, 3, 10);
  std::multiset<std::size_t> columns;
  for (std::size_t indicator = 0; indicator < indicator_count; ++indicator) {
    for (std::size_t survey = 0; survey < 2; ++survey) {
      columns.insert({outcomes.published(survey, indicator), outcomes.truth(survey, indicator)});
    }
    columns.insert(outcomes.start(indicator));
    for (const Part part : {Part::population, Part::behaviour, Part::programmes}) {
      columns.insert(outcomes.change(part, indicator));
    }
    for (std::size_t source = 0; source < source_names.size(); ++source) {
      columns.insert(outcomes.replicate(source, indicator));
    }
  }
  for (std::size_t sector = 0; sector < plan::sectors.size(); ++sector) {
    for (std::size_t measure = 0; measure < sector_measure_count; ++measure) {
      columns.insert(outcomes.sector(sector, static_cast<SectorMeasure>(measure)));
    }
  }
  for (std::size_t year = 0; year < 3; ++year) {
    for (std::size_t group = 0; group < 14; ++group) columns.insert(outcomes.population(year, group));
    for (std::size_t flow = 0; flow < flow_names.size(); ++flow) columns.insert(outcomes.flow(year, flow));
  }
  std::size_t expected = 0;
  for (const std::size_t column : columns) EXPECT_EQ(column, expected++);
}

TEST(Outcomes, KeepsTheLanesOfABlockAsDrawsAndCutsOffWhatWasNotAskedFor) {
  Outcomes outcomes(20, 0, 1, 0);
  EXPECT_EQ(outcomes.block_count(), 2);
  units::Lane lanes;
  for (int lane = 0; lane < units::lane_count; ++lane) lanes[lane] = 100.0 + lane;
  outcomes.put(outcomes.flow(0, 1), units::lane_count, lanes);
  const auto column = outcomes.column(outcomes.flow(0, 1));
  ASSERT_EQ(column.size(), 20U);
  EXPECT_EQ(column[15], 0.0);
  EXPECT_EQ(column[16], 100.0);
  EXPECT_EQ(column[19], 103.0);
  for (const double number : outcomes.column(outcomes.flow(0, 2))) EXPECT_EQ(number, 0.0);
}

}  // namespace
}  // namespace jobcast::forecast
