#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <sstream>

#include "app/report/bars.hpp"
#include "app/report/display_width.hpp"
#include "app/report/faults.hpp"
#include "app/report/table.hpp"

namespace jobcast::app {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

rc::Gen<std::string> words() {
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(
                          rc::gen::element<std::string>("가", "값", "한", "a", "Z", "7", ",", " ", "é")),
                      [](const std::vector<std::string>& letters) {
                        std::string text;
                        for (const auto& letter : letters) text += letter;
                        return text;
                      });
}

TEST(DisplayWidth, CountsTwoColumnsForHangulAndNoneForCombiningMarks) {
  EXPECT_EQ(display_width(""), 0);
  EXPECT_EQ(display_width("abc"), 3);
  EXPECT_EQ(display_width("고용률"), 6);
  EXPECT_EQ(display_width("15~64세"), 7);
  EXPECT_EQ(display_width("e\xCC\x81"), 1);
  EXPECT_EQ(display_width("\xFF"), 1) << "a byte that is not UTF-8";
}

RC_GTEST_PROP(Padded, IsAsWideAsAsked, ()) {
  const auto text = *words();
  const int width = *rc::gen::inRange(0, 60);
  const auto side = *rc::gen::element(Align::left, Align::right);
  RC_ASSERT(display_width(padded(text, width, side)) == std::max(width, display_width(text)));
}

RC_GTEST_PROP(Shortened, FitsAndKeepsTheBeginning, ()) {
  const auto text = *words();
  const int width = *rc::gen::inRange(4, 20);
  const auto cut = shortened(text, width);
  RC_ASSERT(display_width(cut) <= width);
  if (display_width(text) <= width) RC_ASSERT(cut == text);
}

RC_GTEST_PROP(Wrapped, KeepsEveryWordAndNoLineIsWiderUnlessItIsOneWord, ()) {
  const auto text = *words();
  const int width = *rc::gen::inRange(2, 30);
  std::string joined;
  for (const auto& line : wrapped(text, width)) {
    RC_ASSERT(display_width(line) <= width || line.find(' ') == std::string::npos);
    for (const char letter : line) joined += letter == ' ' ? "" : std::string(1, letter);
  }
  std::string without_blanks;
  for (const char letter : text) without_blanks += letter == ' ' ? "" : std::string(1, letter);
  RC_ASSERT(joined == without_blanks);
}

RC_GTEST_PROP(Table, PutsColumnsUnderEachOtherWhateverTheLetters, ()) {
  Table table({{"사업", Align::left}, {"|", Align::left}, {"jobs", Align::right}});
  const int rows = *rc::gen::inRange(1, 8);
  for (int i = 0; i < rows; ++i) table.add({*words(), "|", std::to_string(i) + "명"});
  const auto lines = lines_of(table.text(Paint(false)));
  RC_ASSERT(lines.size() == static_cast<std::size_t>(rows) + 2);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    RC_ASSERT(display_width(lines[i]) == table.width());
    if (i != 1)
      RC_ASSERT(display_width(lines[i].substr(0, lines[i].find('|'))) ==
                display_width(lines[0].substr(0, lines[0].find('|'))));
  }
}

TEST(Table, IsAsWideWithColoursAsWithout) {
  const auto draw = [](bool colours) {
    Table table({{"이름", Align::left}, {"n", Align::right}});
    table.add({{"가", Style::good}, {"1", Style::bold}});
    return table.text(Paint(colours));
  };
  std::string bare;
  const auto coloured = draw(true);
  for (std::size_t i = 0; i < coloured.size(); ++i) {
    if (coloured[i] == '\x1b')
      i = coloured.find('m', i);
    else
      bare += coloured[i];
  }
  EXPECT_EQ(bare, draw(false));
  EXPECT_NE(coloured, bare);
}

TEST(IntervalBar, MarksTheTargetTheMedianAndBothIntervals) {
  const forecast::Summary summary{50, 20, 10, 30, 50, 70, 90};
  EXPECT_EQ(interval_bar(summary, 60, {0, 100, 11}), " ──━━●┃━── ");
}

TEST(IntervalBar, PutsWhatLiesOutsideOnTheEdge) {
  const forecast::Summary summary{50, 20, 10, 30, 50, 70, 90};
  EXPECT_EQ(interval_bar(summary, 500, {0, 100, 11}), " ──━━●━━──┃");
}

RC_GTEST_PROP(StackedBar, FillsItsWidthWithSharesThatSumToOne, ()) {
  const auto raw = *rc::gen::container<std::vector<int>>(4, rc::gen::inRange(0, 100));
  const int width = *rc::gen::inRange(1, 60);
  double sum = 0.0;
  for (const int each : raw) sum += each;
  RC_PRE(sum > 0.0);
  std::vector<double> shares;
  for (const int each : raw) shares.push_back(each / sum);
  const auto bar = stacked_bar(shares, width);
  RC_ASSERT(display_width(bar) == width);
  RC_ASSERT(bar.find(' ') == std::string::npos);
}

TEST(FaultText, NamesThePlaceTheExpectationAndTheMend) {
  const Catalogue catalogue(Language::english);
  const input::Diagnostic fault{{"whatif/a.toml", 6, 12},
                                {"app.unknown_department", {"복지가"}},
                                {"app.expected_department", {"25"}},
                                {"app.did_you_mean", {"복지과"}}};
  EXPECT_EQ(fault_text(fault, catalogue, Paint(false)),
            "whatif/a.toml:6:12: error: unknown department \"복지가\"\n"
            "  expected  one of the 25 departments of this plan\n"
            "  mend      did you mean \"복지과\"?\n");
}

TEST(FaultText, LeavesOutLineAndColumnOfAFileAsAWhole) {
  const Catalogue catalogue(Language::english);
  EXPECT_EQ(fault_text(input::Diagnostic{{"plan.toml", 0, 0}, {"app.no_memory", {}}, {}, {}}, catalogue, Paint(false)),
            "plan.toml: error: not enough memory\n");
}

}  // namespace
}  // namespace jobcast::app
