#include "engine/input/utf8.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jobcast::input {
namespace {

constexpr auto none = std::string_view::npos;

TEST(Utf8, TakesTheFirstAndTheLastSequenceOfEachRowOfTheUnicodeTable) {
  // Unicode 15.0, table 3-7: well-formed UTF-8 byte sequences.
  for (const std::string_view sequence :
       {"\x01", "\x7F", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xE0\xBF\xBF", "\xE1\x80\x80", "\xEC\xBF\xBF",
        "\xED\x80\x80", "\xED\x9F\xBF", "\xEE\x80\x80", "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF0\xBF\xBF\xBF",
        "\xF1\x80\x80\x80", "\xF3\xBF\xBF\xBF", "\xF4\x80\x80\x80", "\xF4\x8F\xBF\xBF"}) {
    EXPECT_EQ(utf8_sequence_length(sequence, 0), sequence.size()) << ::testing::PrintToString(sequence);
    EXPECT_EQ(first_invalid_utf8(sequence), none) << ::testing::PrintToString(sequence);
    EXPECT_EQ(character_count(sequence), 1U) << ::testing::PrintToString(sequence);
  }
}

TEST(Utf8, RefusesOverlongFormsSurrogatesAndWhatLiesBeyondUnicode) {
  for (const std::string_view sequence :
       {"\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xED\xBF\xBF",
        "\xF0\x80\x80\x80", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFE", "\xFF", "\xC2",
        "\xEA\xB0", "\xF0\x90\x80", "\xEA\xB0\x41"}) {
    EXPECT_EQ(utf8_sequence_length(sequence, 0), 0U) << ::testing::PrintToString(sequence);
    EXPECT_EQ(first_invalid_utf8("1234567,1234567," + std::string(sequence)), 16U)
        << ::testing::PrintToString(sequence);
  }
}

TEST(Utf8, KnowsTheCodePointsOfEachLength) {
  EXPECT_EQ(code_points("a\u00E9\uAC00\U0001F600"), U"a\u00E9\uAC00\U0001F600");
  EXPECT_EQ(code_points("\xFF\xEA\xB0"), U"\u00FF\u00EA\u00B0") << "bytes that are not UTF-8 stand for themselves";
}

RC_GTEST_PROP(Utf8, HasNothingInvalidBeforeTheFirstInvalidByteAndSomethingThere, (const std::string& bytes)) {
  const auto bad = first_invalid_utf8(bytes);
  RC_ASSERT(first_invalid_utf8(bytes.substr(0, bad)) == none);
  if (bad != none) RC_ASSERT(utf8_sequence_length(bytes, bad) == 0U);
  if (bad == none) RC_ASSERT(code_points(bytes).size() == character_count(bytes));
}

}  // namespace
}  // namespace jobcast::input
