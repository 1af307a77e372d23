#include "app/report/numbers.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "app/report/forecast_json.hpp"
#include "app/report/forecast_text.hpp"

namespace jobcast::app {
namespace {

TEST(Numbers, GroupThousandsAndNeverShowMinusZero) {
  EXPECT_EQ(grouped(21850), "21,850");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(1000), "1,000");
  EXPECT_EQ(grouped(1234567.89, 1), "1,234,567.9");
  EXPECT_EQ(grouped(-1234), "-1,234");
  EXPECT_EQ(grouped(-0.04, 1), "0.0");
  EXPECT_EQ(grouped(std::nan("")), "-");
}

TEST(Numbers, ShowTheSignOfAChange) {
  EXPECT_EQ(with_sign(0.123, 2), "+0.12");
  EXPECT_EQ(with_sign(-1200, 0), "-1,200");
  EXPECT_EQ(with_sign(0.004, 2), "0.00");
}

TEST(Probability, ShowsNoMoreDigitsThanTheDrawsAllow) {
  EXPECT_EQ(probability(0.5234, 0.0005), "52.3%") << "1,000,000 draws";
  EXPECT_EQ(probability(0.5234, 0.0010), "52%") << "250,000 draws";
  EXPECT_EQ(probability(0.5234, 0.005), "52%") << "10,000 draws";
  EXPECT_EQ(probability(0.5234, 0.016), "50%") << "1,000 draws";
  EXPECT_EQ(probability(0.5734, 0.05), "60%") << "100 draws";
}

TEST(Probability, NeverClaimsCertainty) {
  EXPECT_EQ(probability(0.0, 0.005), "<1%");
  EXPECT_EQ(probability(1.0, 0.005), ">99%");
  EXPECT_EQ(probability(1.0, 1.0), ">90%");
}

TEST(Probability, HasWordsForEveryChance) {
  const Catalogue korean(Language::korean);
  EXPECT_EQ(korean.text(odds_id(0.50)), "거의 반반입니다");
  EXPECT_EQ(odds_id(0.449), "odds.under_even");
  EXPECT_EQ(odds_id(0.45), "odds.even");
  EXPECT_EQ(odds_id(0.55), "odds.even");
  EXPECT_EQ(odds_id(0.0), "odds.none");
  EXPECT_EQ(odds_id(1.0), "odds.certain");
}

TEST(Money, IsSaidInEokOrMillionWonInKorean) {
  const Catalogue korean(Language::korean);
  EXPECT_EQ(money(units::thousand_won(12'345'678), korean), "123.5억 원");
  EXPECT_EQ(money(units::million_won(98), korean), "98백만 원");
  EXPECT_EQ(money(units::thousand_won(1'500), korean), "1.5백만 원");
}

TEST(Money, IsSaidInBillionOrMillionWonInEnglish) {
  const Catalogue english(Language::english);
  EXPECT_EQ(money(units::million_won(12'346), english), "KRW 12.3 billion");
  EXPECT_EQ(money(units::million_won(492), english), "KRW 492 million");
}

TEST(JsonNumber, WritesTheShortestTextThatReadsBackTheSame) {
  EXPECT_EQ(json_number(13267.0).dump(), "13267");
  EXPECT_EQ(json_number(76.1).dump(), "76.1");
  EXPECT_EQ(json_number(std::nan("")).dump(), "null");
  for (const double value : {0.1, 1.0 / 3.0, 76.23999999999999, 1e300, -2.5e-9}) {
    EXPECT_EQ(nlohmann::json::parse(json_number(value).dump()).get<double>(), value);
  }
}

}  // namespace
}  // namespace jobcast::app
