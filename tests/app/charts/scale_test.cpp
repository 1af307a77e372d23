#include "app/charts/scale.hpp"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace jobcast::charts {
namespace {

using ::testing::DoubleEq;
using ::testing::DoubleNear;
using ::testing::ElementsAre;

TEST(LinearScale, PutsItsEndsOnItsEnds) {
  const Linear up{70.0, 80.0, 300.0, 20.0};
  EXPECT_DOUBLE_EQ(up(70.0), 300.0);
  EXPECT_DOUBLE_EQ(up(80.0), 20.0);
  EXPECT_DOUBLE_EQ(up(75.0), 160.0);
}

TEST(LinearScale, TicksAreRound) {
  EXPECT_THAT((Linear{0.0, 1.0, 0.0, 1.0}.ticks(5)),
              ElementsAre(DoubleEq(0.0), DoubleNear(0.2, 1e-12), DoubleNear(0.4, 1e-12), DoubleNear(0.6, 1e-12),
                          DoubleNear(0.8, 1e-12), DoubleNear(1.0, 1e-12)));
  EXPECT_THAT((Linear{71.3, 80.2, 0.0, 1.0}.ticks(4)), ElementsAre(72.0, 74.0, 76.0, 78.0, 80.0));
  EXPECT_EQ(decimals_for(2.0), 0);
  EXPECT_EQ(decimals_for(0.5), 1);
  EXPECT_EQ(decimals_for(0.05), 2);
}

RC_GTEST_PROP(RoundScale, HoldsItsNumbersAndHasTicksWithinItself, ()) {
  const double low = *rc::gen::inRange(-1'000'000, 1'000'000) / 100.0;
  const double span = *rc::gen::inRange(0, 1'000'000) / 100.0;
  const int about = *rc::gen::inRange(2, 10);
  const auto scale = round_scale(low, low + span, 0.0, 100.0, about);
  RC_ASSERT(scale.from <= low + 1e-6 && scale.to >= low + span - 1e-6);
  const auto ticks = scale.ticks(about);
  RC_ASSERT(ticks.size() >= 2U && ticks.size() <= 4U * static_cast<std::size_t>(about));
  for (const double tick : ticks) RC_ASSERT(scale(tick) >= -1e-6 && scale(tick) <= 100.0 + 1e-6);
}

TEST(DateScale, ChoosesMonthsQuartersOrYearsByTheRoom) {
  const Dates year{time::make_date(2024, 1, 1), time::make_date(2024, 12, 31), 0.0, 365.0};
  EXPECT_EQ(year.ticks(12).size(), 12U);
  const auto quarters = year.ticks(5);
  EXPECT_THAT(quarters, ElementsAre(time::make_date(2024, 1, 1), time::make_date(2024, 4, 1),
                                    time::make_date(2024, 7, 1), time::make_date(2024, 10, 1)));
  EXPECT_EQ(date_label(quarters[1], quarters), "2024-04");
  EXPECT_DOUBLE_EQ(year(time::make_date(2024, 1, 31)), 30.0);
  const Dates decade{time::make_date(2013, 4, 14), time::make_date(2024, 10, 13), 0.0, 1.0};
  const auto years = decade.ticks(6);
  EXPECT_THAT(years.size(), ::testing::AllOf(::testing::Ge(4U), ::testing::Le(6U)));
  EXPECT_EQ(date_label(years[0], years), "2014");
  const Dates day{time::make_date(2024, 1, 1), time::make_date(2024, 1, 1), 0.0, 10.0};
  EXPECT_DOUBLE_EQ(day(day.from), 5.0) << "a scale of one day is its middle";
}

TEST(BandScale, DividesItsLineEvenly) {
  const Bands bands{4, 100.0, 300.0, 0.2};
  EXPECT_DOUBLE_EQ(bands.centre(0), 125.0);
  EXPECT_DOUBLE_EQ(bands.centre(3), 275.0);
  EXPECT_DOUBLE_EQ(bands.width(), 40.0);
  EXPECT_DOUBLE_EQ(bands.low(0), 105.0);
  EXPECT_TRUE(std::isfinite((Bands{0, 0.0, 1.0}.width()))) << "no bands divide by nothing";
}

}  // namespace
}  // namespace jobcast::charts
