#include <gtest/gtest.h>

#include "models/audit/derived.hpp"
#include "models/audit/fact_index.hpp"
#include "models/audit/likeness.hpp"
#include "models/audit/precision.hpp"

namespace jobcast::audit {
namespace {

TEST(Printed, AgreesWithinRoundingAndCutting) {
  EXPECT_TRUE(agree({21.8, 0.1}, {21.84, 0.01}));
  EXPECT_FALSE(agree({22.0, 0.1}, {21.8, 0.1}));
  EXPECT_TRUE(agree({4531.0, 1.0}, {4531.506, 0.001})) << "cut off at a million";
  EXPECT_FALSE(agree({4530.0, 1.0}, {4531.506, 0.001}));
  EXPECT_TRUE(agree({5.0, 0.0}, {5.0, 0.0}));
  EXPECT_FALSE(agree({5.0, 0.0}, {6.0, 0.0})) << "counts are exact";
  EXPECT_FALSE(agree({2.6, 0.1}, {2.7, 0.1})) << "neighbours touch and do not meet";
  EXPECT_TRUE(agree({-2.6, 0.1}, {-2.65, 0.01}));
}

TEST(Printed, KnowsPowersOfTen) {
  EXPECT_TRUE(power_of_ten_apart({79.0, 1.0}, {7.9, 0.1}));
  EXPECT_TRUE(power_of_ten_apart({7900.0, 100.0}, {7.9, 0.1}));
  EXPECT_FALSE(power_of_ten_apart({7.9, 0.1}, {7.9, 0.1}));
  EXPECT_FALSE(power_of_ten_apart({0.0, 1.0}, {7.9, 0.1}));
  EXPECT_FALSE(power_of_ten_apart({10.0, 0.0}, {2.0, 0.0}));
}

TEST(Words, GroupThousands) {
  EXPECT_EQ(words(140000.0), "140,000");
  EXPECT_EQ(words(-1524.92), "-1,524.92");
  EXPECT_EQ(words(0.30000000000000004), "0.3");
  EXPECT_EQ(words(-0.0), "0");
  EXPECT_EQ(words(999.0), "999");
  EXPECT_EQ(decimals_of(71.3), 1);
  EXPECT_EQ(decimals_of(101054194.0), 0);
  EXPECT_EQ(decimals_of(0.002322), 6);
}

TEST(Derived, ReadsCategories) {
  EXPECT_EQ(derived("").form, Derived::Form::none);
  EXPECT_EQ(derived("shareholders").form, Derived::Form::none) << "no word of its own";
  EXPECT_EQ(derived("regular share").form, Derived::Form::share);
  EXPECT_EQ(derived("regular share").of, "regular");
  EXPECT_EQ(derived("direct share of county general budget").against, "county general budget");
  EXPECT_EQ(derived("change").form, Derived::Form::change);
  EXPECT_EQ(derived("regular target change").of, "regular target");
  EXPECT_EQ(derived("change in points").form, Derived::Form::change_in);
  EXPECT_EQ(derived("public rise from comprehensive plan").of, "public");
  EXPECT_EQ(derived("all change from comprehensive plan").form, Derived::Form::change_from);
  EXPECT_EQ(derived("regular achievement").form, Derived::Form::achievement);
  EXPECT_EQ(derived("mining rank of fall").against, "fall");
  EXPECT_EQ(derived("original target").form, Derived::Form::none);
}

TEST(Likeness, FindsOneNameInAnother) {
  EXPECT_TRUE(alike("국민고향정선 「청년학교」 운영", "국민고향정선 청년학교", 5, 0.6));
  EXPECT_TRUE(alike("정선여성새일센터 취업상담사 운영", "여성새일센터 운영", 5, 0.6));
  EXPECT_FALSE(alike("자유총연맹 운영", "민주평화통일자문회의 운영", 5, 0.6));
  EXPECT_FALSE(alike("", "무엇", 5, 0.6));
  EXPECT_EQ(letters_of("Young;농 플랫-홈"), U"young농플랫홈");
  EXPECT_EQ(letters_of("\xEA\xB0"), U"") << "half a letter";
}

TEST(Periods, GoAYearBack) {
  EXPECT_EQ(year_before("2023H2"), "2022H2");
  EXPECT_EQ(year_before("2023"), "2022");
  EXPECT_EQ(year_before("2020-2025"), "");
  EXPECT_EQ(year_before("H2"), "");
  EXPECT_EQ(period_words("2023H2"), "2023. 2/2");
  EXPECT_EQ(period_words("2023"), "2023");
}

}  // namespace
}  // namespace jobcast::audit
