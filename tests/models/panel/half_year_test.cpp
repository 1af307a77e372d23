#include "models/panel/half_year.hpp"

#include <gtest/gtest.h>

#include "models/panel/sampling_calendar.hpp"

namespace jobcast::panel {
namespace {

TEST(HalfYear, ReadsWhatKosisAndPeopleWrite) {
  for (const auto* text :
       {"2023H2", "2023.2/2", "2023 2/2", "2023년 하반기", "2023. 2/2 취업자 (천명)", "시점 2023.2/2"}) {
    EXPECT_EQ(half_year_in(text), half_year(2023, 2)) << text;
  }
  EXPECT_EQ(half_year_in("2023.1/2"), half_year(2023, 1));
  EXPECT_EQ(half_year_in("2013년 상반기"), half_year(2013, 1));
  for (const auto* text : {"", "2023", "취업자 (천명)", "1/2", "12023H2", "2023Q2"}) {
    EXPECT_EQ(half_year_in(text), std::nullopt) << text;
  }
}

TEST(HalfYear, OfTheCommandLineIsStrict) {
  EXPECT_EQ(parse_half_year("2019H2"), half_year(2019, 2));
  for (const auto* text : {"2019", "2019h2", "2019H3", "2019H2 ", "19H2", ""}) {
    EXPECT_EQ(parse_half_year(text), std::nullopt) << text;
  }
}

TEST(HalfYear, CountsRounds) {
  EXPECT_EQ((half_year(2022, 2) + 2).name(), "2023H2");
  EXPECT_EQ((half_year(2022, 2) + -1).name(), "2022H1");
  EXPECT_EQ(half_year(2023, 1) - half_year(2022, 1), 2);
}

TEST(SamplingCalendar, RenewsTheSampleTwoYearsAfterEachCensus) {
  for (int year = 2000; year < 2040; ++year) {
    for (const int half : {1, 2}) {
      const bool renewal = half == 2 && (year % 5 == 2);
      EXPECT_EQ(is_renewal(half_year(year, half)), renewal) << year << "H" << half;
    }
  }
}

}  // namespace
}  // namespace jobcast::panel
