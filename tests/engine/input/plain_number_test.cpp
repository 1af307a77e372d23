#include "engine/input/plain_number.hpp"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "tests/engine/input/said.hpp"

namespace jobcast::input {
namespace {

std::string mend_of(std::string_view text) {
  const auto read = plain_number(text);
  EXPECT_FALSE(read.value) << text;
  return testing::said(read.mend);
}

std::string written(std::string_view number) { return "csv.mend_plain_number <" + std::string(number) + ">"; }

TEST(PlainNumber, ReadsDecimalsWithBlanksAroundThem) {
  EXPECT_EQ(plain_number("-12.5").value, -12.5);
  EXPECT_EQ(plain_number(" 007\t").value, 7.0);
  EXPECT_EQ(plain_number("3e-5").value, 3e-5);
  EXPECT_EQ(plain_number(".5").value, 0.5);
}

TEST(PlainNumber, RefusesSeparatorsMarksAndPercentsAndSaysHowToWriteThem) {
  EXPECT_EQ(mend_of("1,234,567.8"), written("1234567.8"));
  EXPECT_EQ(mend_of("△3.2"), written("-3.2"));
  EXPECT_EQ(mend_of("▲ 1,234"), written("-1234"));
  EXPECT_EQ(mend_of("−5"), written("-5"));
  EXPECT_EQ(mend_of("+5"), written("5"));
  EXPECT_EQ(mend_of("12.5 %"), written("12.5"));
  EXPECT_EQ(mend_of("-"), "csv.mend_dash");
  EXPECT_EQ(mend_of(" – "), "csv.mend_dash");
}

TEST(PlainNumber, OffersNoMendWhereTheNumberIsInDoubt) {
  for (const std::string_view text :
       {"",  " ",   "abc", "1,2",  "1,23,456", ",123", "123,",  "1,234,", "12a",  "1 2",   "△",
        "%", "nan", "inf", "-inf", "1e999",    "0x1F", "1.2.3", "--1",    "12명", "1,,234"}) {
    EXPECT_EQ(mend_of(text), "") << text;
  }
}

TEST(NumberText, IsTheShortestThatReadsBack) {
  EXPECT_EQ(number_text(0.1), "0.1");
  EXPECT_EQ(number_text(100), "100");
  EXPECT_EQ(number_text(-2.5), "-2.5");
}

RC_GTEST_PROP(NumberText, ReadsBackAsTheSameNumber, (double value)) {
  RC_PRE(std::isfinite(value));
  RC_ASSERT(plain_number(number_text(value)).value == value);
}

RC_GTEST_PROP(PlainNumber, MendsAnyCountWithSeparatorsToTheCountItself, ()) {
  const std::string plain = std::to_string(*rc::gen::inRange(1000, 2000000000));
  std::string separated;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    if (i > 0 && (plain.size() - i) % 3 == 0) separated += ',';
    separated += plain[i];
  }
  RC_ASSERT(mend_of(separated) == written(plain));
}

}  // namespace
}  // namespace jobcast::input
