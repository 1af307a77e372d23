#include "engine/input/csv_cells.hpp"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "tests/engine/input/said.hpp"

namespace jobcast::input {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Table = std::vector<std::vector<std::string>>;

Table cells_of(std::string_view text) {
  Table table;
  for (const auto& line : split_csv(text).lines) {
    auto& row = table.emplace_back();
    for (const auto& cell : line) row.push_back(cell.text);
  }
  return table;
}

/// "offset problem mend" of each fault.
std::vector<std::string> split_faults(std::string_view text) {
  std::vector<std::string> faults;
  for (const auto& fault : split_csv(text).faults) {
    faults.push_back(std::to_string(fault.offset) + " " + fault.problem.id + " " + fault.mend.id);
  }
  return faults;
}

/// Tables whose rows are equally wide, of the letters that matter to CSV and some that do not.
rc::Gen<Table> tables() {
  const auto letter = rc::gen::element<std::string>(",", "\"", "\n", "\r", "\r\n", "a", " ", "값", ";");
  const auto cell = rc::gen::map(rc::gen::container<std::vector<std::string>>(letter), [](const auto& letters) {
    std::string text;
    for (const auto& each : letters) text += each;
    return text;
  });
  return rc::gen::mapcat(rc::gen::inRange<std::size_t>(1, 5), [cell](std::size_t width) {
    return rc::gen::container<Table>(rc::gen::container<std::vector<std::string>>(width, cell));
  });
}

TEST(SplitCsv, TakesCellsAsTheyStand) {
  EXPECT_EQ(cells_of("a,b\n1, 2 \n"), (Table{{"a", "b"}, {"1", " 2 "}}));
  EXPECT_EQ(cells_of("a,,\n"), (Table{{"a", "", ""}}));
  EXPECT_THAT(cells_of(""), IsEmpty());
}

TEST(SplitCsv, EndsLinesAtLfCrLfAndCrWithOrWithoutALastOne) {
  const Table expected{{"a", "b"}, {"c", "d"}};
  for (const std::string_view text :
       {"a,b\nc,d\n", "a,b\nc,d", "a,b\r\nc,d\r\n", "a,b\r\nc,d", "a,b\rc,d\r", "a,b\rc,d", "a,b\r\nc,d\r"}) {
    EXPECT_EQ(cells_of(text), expected) << ::testing::PrintToString(text);
  }
}

TEST(SplitCsv, UnquotesCommasQuotesAndLineEnds) {
  EXPECT_EQ(cells_of("\"a,b\",\"say \"\"ja\"\"\",\"one\r\ntwo\"\n"), (Table{{"a,b", "say \"ja\"", "one\r\ntwo"}}));
  EXPECT_EQ(cells_of("\"\",\"\"\"\""), (Table{{"", "\""}}));
}

TEST(SplitCsv, PassesOverLinesOfNothingButCommas) {
  EXPECT_EQ(cells_of("\n\na,b\n\n,\n,,,,\r\nc,d\n\n"), (Table{{"a", "b"}, {"c", "d"}}));
  EXPECT_EQ(cells_of("\"\",\n"), (Table{{"", ""}})) << "a quoted cell is meant";
}

TEST(SplitCsv, GoesOnAfterAStrayQuoteWithTheNextLine) {
  EXPECT_EQ(cells_of("a\nb\"c,x\nd\n\"e\"f,x\ng\n"), (Table{{"a"}, {"d"}, {"g"}}));
  EXPECT_THAT(split_faults("a\nb\"c,x\nd\n\"e\"f,x\ng\n"),
              ElementsAre("3 csv.quote_inside csv.mend_quote_inside", "13 csv.after_quote csv.mend_quote_inside"));
}

TEST(SplitCsv, BlamesTheQuoteThatWasNotClosedWhereverTheNextOneStands) {
  EXPECT_THAT(split_faults("a,\"b\nc,d"), ElementsAre("2 csv.open_quote csv.mend_open_quote"));
  EXPECT_THAT(split_faults("a,\"b\nc,\"d\"\ne"), ElementsAre("2 csv.open_quote csv.mend_open_quote"));
  EXPECT_THAT(split_faults("\""), ElementsAre("0 csv.open_quote csv.mend_open_quote"));
  EXPECT_EQ(cells_of("z\na,\"b\nc,\"d\"\ne"), (Table{{"z"}, {"e"}}));
}

TEST(SplitCsv, KeepsTheOffsetOfEachCell) {
  const auto lines = split_csv("값,\"b\"\n\nc,d").lines;
  EXPECT_EQ(lines[0][1].offset, 4U);
  EXPECT_EQ(lines[1][0].offset, 9U);
  EXPECT_EQ(lines[1][1].offset, 11U);
}

TEST(CsvLine, QuotesOnlyWhatNeedsIt) {
  EXPECT_EQ(csv_line({"a b", "1,2", "say \"ja\"", "one\ntwo", ""}), "a b,\"1,2\",\"say \"\"ja\"\"\",\"one\ntwo\",\n");
  EXPECT_EQ(csv_line({""}), "\"\"\n");
  EXPECT_EQ(csv_line({"", ""}), "\"\",\n");
}

RC_GTEST_PROP(SplitCsv, GivesBackAnyTableThatCsvLineWrote, ()) {
  const auto table = *tables();
  std::string text;
  for (const auto& row : table) text += csv_line(row);
  RC_ASSERT(split_faults(text).empty());
  RC_ASSERT(cells_of(text) == table);
}

RC_GTEST_PROP(SplitCsv, TakesAnyBytes, ()) {
  const auto text = *rc::gen::container<std::string>(
      rc::gen::oneOf(rc::gen::element<char>(',', '"', '\n', '\r'), rc::gen::arbitrary<char>()));
  const auto split = split_csv(text);
  for (const auto& line : split.lines) {
    RC_ASSERT(!line.empty());
    for (const auto& cell : line) RC_ASSERT(cell.offset <= text.size());
  }
  for (const auto& fault : split.faults) RC_ASSERT(fault.offset < text.size());
}

}  // namespace
}  // namespace jobcast::input
