#include "engine/input/text_position.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jobcast::input {
namespace {

Position place(std::string_view text, std::string_view of) { return position_at(text, text.find(of), "a.csv"); }

TEST(TextPosition, CountsColumnsInCharacters) {
  EXPECT_EQ(place("이름,값\n정선군,7\n", "7"), (Position{"a.csv", 2, 5}));
  EXPECT_EQ(place("\U0001F600x", "x"), (Position{"a.csv", 1, 2}));
}

TEST(TextPosition, EndsLinesAtLfAtCrLfAndAtCrAlone) {
  EXPECT_EQ(place("a\nb\n x", "x"), (Position{"a.csv", 3, 2}));
  EXPECT_EQ(place("a\r\nb\r\n x", "x"), (Position{"a.csv", 3, 2}));
  EXPECT_EQ(place("a\rb\r x", "x"), (Position{"a.csv", 3, 2}));
  EXPECT_EQ(place("a\r\r\n x", "x"), (Position{"a.csv", 3, 2}));
}

TEST(TextPosition, PlacesTheLineEndItselfAndTheEndOfTheText) {
  EXPECT_EQ(place("ab\r\nc", "\r"), (Position{"a.csv", 1, 3}));
  EXPECT_EQ(position_at("ab\n", 3, "a.csv"), (Position{"a.csv", 2, 1}));
  EXPECT_EQ(position_at("", 0, "a.csv"), (Position{"a.csv", 1, 1}));
}

RC_GTEST_PROP(TextPosition, AdvancesByOneCharacterOrToTheNextLine, ()) {
  const auto letters = *rc::gen::container<std::vector<std::string>>(
      rc::gen::element<std::string>("\r", "\n", "\r\n", ",", "가", "\U0001F600"));
  std::string text;
  for (const auto& letter : letters) text += letter;
  const LineStarts starts(text);
  Position expected{"a.csv", 1, 1};
  std::size_t offset = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    RC_ASSERT(starts.position(text, offset, "a.csv") == expected);
    RC_ASSERT(position_at(text, offset, "a.csv") == expected);
    offset += letters[i].size();
    const bool joined = letters[i] == "\r" && i + 1 < letters.size() && letters[i + 1] == "\n";
    const bool ends = letters[i].find_first_of("\r\n") != std::string::npos && !joined;
    expected = ends ? Position{"a.csv", expected.line + 1, 1} : Position{"a.csv", expected.line, expected.column + 1};
  }
}

}  // namespace
}  // namespace jobcast::input
