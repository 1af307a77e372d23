#include "engine/input/nearest.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jobcast::input {
namespace {

TEST(Nearest, FindsTheNameThatWasMistyped) {
  EXPECT_EQ(nearest("pozition", {"row", "position", "period"}), "position");
  EXPECT_EQ(nearest("복지가", {"기획관", "복지과", "경제과"}), "복지과");
  EXPECT_EQ(nearest("기힉관", {"기획관", "복지과"}), "기획관");
}

TEST(Nearest, OffersNothingWhenNoNameIsNear) {
  EXPECT_EQ(nearest("세무", {"재무", "업무"}), "") << "one syllable of two is two letters of four";
  EXPECT_EQ(nearest("department", {"sector", "type"}), "");
  EXPECT_EQ(nearest("abc", {}), "");
}

TEST(Nearest, CountsInsertionsDeletionsAndReplacements) {
  // Nine letters allow for three changes: kitten -> sitting is the textbook's three (Levenshtein 1966).
  EXPECT_EQ(nearest("kitten---", {"sitting---"}), "sitting---");
  EXPECT_EQ(nearest("kitten", {"sitting"}), "") << "six letters allow for two";
  EXPECT_EQ(nearest("ab", {"b"}), "b");
  EXPECT_EQ(nearest("ab", {"cd"}), "");
}

TEST(Nearest, TakesTheFirstOfEquals) { EXPECT_EQ(nearest("ab", {"ac", "ad"}), "ac"); }

TEST(Nearest, TakesComposedAndDecomposedHangulForTheSame) {
  const std::string decomposed = "\u1107\u1169\u11A8\u110C\u1175";  // 복지, as macOS names files
  EXPECT_EQ(nearest("복지", {"볶지", decomposed}), decomposed);
}

RC_GTEST_PROP(Nearest, IsTheTextItselfWhereItIsACandidate, (const std::string& text, std::vector<std::string> others)) {
  RC_PRE(!text.empty());
  others.push_back(text);
  RC_ASSERT(nearest(text, others) == text);
}

}  // namespace
}  // namespace jobcast::input
