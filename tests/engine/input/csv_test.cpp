#include "engine/input/csv.hpp"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "tests/engine/input/said.hpp"
#include "tests/engine/input/temporary_folder.hpp"

namespace jobcast::input {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::said;

const CsvHeader name_and_value{{"name", "value"}};
constexpr auto* expected_columns = "; expected csv.expected_columns <name, value>";

std::vector<std::string> table_faults(const std::string& text, const CsvHeader& header = name_and_value) {
  Diagnostics faults;
  const CsvTable table("a.csv", text, header, faults);
  return said(faults);
}

TEST(CsvTable, FindsItsColumnsInAnyOrder) {
  Diagnostics faults;
  const CsvTable table("a.csv", "value,name\n1,정선\n2,\"평창\"\n", name_and_value, faults);
  EXPECT_THAT(said(faults), IsEmpty());
  ASSERT_EQ(table.row_count(), 2U);
  EXPECT_EQ(table.text(0, 0), "정선");
  EXPECT_EQ(table.text(1, 0), "평창");
  EXPECT_EQ(table.text(1, 1), "2");
  EXPECT_EQ(table.file(), "a.csv");
}

TEST(CsvTable, PlacesCellsAsAnEditorDoes) {
  Diagnostics faults;
  const CsvTable table("a.csv", "name,value\r\n\"정선\r\n군\",1\r\n\r\n평창,2\r\n", name_and_value, faults);
  EXPECT_EQ(table.where(0, 0), (Position{"a.csv", 2, 1}));
  EXPECT_EQ(table.where(0, 1), (Position{"a.csv", 3, 4}));
  EXPECT_EQ(table.where(1, 1), (Position{"a.csv", 5, 4}));
}

TEST(CsvTable, NamesEachMissingColumnAndTheNearestOneThere) {
  EXPECT_THAT(table_faults("\nnme,worth\n1,2\n"),
              ElementsAre("a.csv:2:1: csv.unknown_column <nme>" + std::string(expected_columns) +
                              "; mend input.did_you_mean <name>",
                          "a.csv:2:5: csv.unknown_column <worth>" + std::string(expected_columns),
                          "a.csv:2:1: csv.missing_column <name>" + std::string(expected_columns) +
                              "; mend csv.mend_rename_column <nme> <name>",
                          "a.csv:2:1: csv.missing_column <value>" + std::string(expected_columns)));
}

TEST(CsvTable, RefusesDoubledUnknownAndUnnamedColumnsAndStillReadsTheRows) {
  Diagnostics faults;
  const CsvTable table("a.csv", "name,value,name,,비고\na,1,b,,\n", name_and_value, faults);
  EXPECT_THAT(said(faults), ElementsAre("a.csv:1:12: csv.doubled_column <name>",
                                        "a.csv:1:17: csv.unnamed_column <4>" + std::string(expected_columns) +
                                            "; mend csv.mend_unnamed",
                                        "a.csv:1:18: csv.unknown_column <비고>" + std::string(expected_columns)));
  ASSERT_EQ(table.row_count(), 1U);
  EXPECT_EQ(table.text(0, 0), "a");
}

TEST(CsvTable, TakesAnotherSeparatorForOneFault) {
  EXPECT_THAT(table_faults("name;value\na;1\n"),
              ElementsAre("a.csv:1:1: csv.semicolons" + std::string(expected_columns) + "; mend csv.mend_separator"));
  EXPECT_THAT(table_faults("name\tvalue\na\t1\n"),
              ElementsAre("a.csv:1:1: csv.tabs" + std::string(expected_columns) + "; mend csv.mend_separator"));
}

TEST(CsvTable, LeavesOutRowsWithTooFewOrTooManyCells) {
  Diagnostics faults;
  const CsvTable table("a.csv", "name,value\na\nb,1\nc,2,3\n", name_and_value, faults);
  EXPECT_THAT(said(faults),
              ElementsAre("a.csv:2:1: csv.ragged_row <1>; expected csv.expected_cells <2>; mend csv.mend_ragged_row",
                          "a.csv:4:1: csv.ragged_row <3>; expected csv.expected_cells <2>; mend csv.mend_ragged_row"));
  ASSERT_EQ(table.row_count(), 1U);
  EXPECT_EQ(table.text(0, 0), "b");
}

TEST(CsvTable, PlacesQuotesThatDoNotFitByLineAndColumn) {
  EXPECT_THAT(table_faults("name,value\n정선 \"군\",1\n\"a\"b,2\nx,\"3\n"),
              ElementsAre("a.csv:2:4: csv.quote_inside; mend csv.mend_quote_inside",
                          "a.csv:3:4: csv.after_quote; mend csv.mend_quote_inside",
                          "a.csv:4:3: csv.open_quote; mend csv.mend_open_quote"));
}

TEST(CsvTable, SaysThatAnEmptyTableIsEmpty) {
  const std::string empty = "a.csv: csv.empty" + std::string(expected_columns);
  EXPECT_THAT(table_faults(""), ElementsAre(empty));
  EXPECT_THAT(table_faults("\n\r\n,\n"), ElementsAre(empty));
  EXPECT_THAT(table_faults("\"name,value"), ElementsAre("a.csv:1:1: csv.open_quote; mend csv.mend_open_quote"));
  EXPECT_THAT(table_faults("name,value\n"), IsEmpty()) << "a table may have no rows";
}

TEST(ReadCsv, TakesAFileThatCannotBeReadForOneFaultAndAnEmptyTable) {
  const testing::TemporaryFolder folder;
  Diagnostics faults;
  EXPECT_EQ(read_csv(folder / "absent.csv", name_and_value, faults).row_count(), 0U);
  testing::put(folder / "a.csv", "name,value\n\xFF,1\n");
  EXPECT_EQ(read_csv(folder / "a.csv", name_and_value, faults).row_count(), 0U);
  ASSERT_EQ(faults.faults().size(), 2U);
  EXPECT_EQ(faults.faults()[0].problem.id, "file.missing");
  EXPECT_EQ(faults.faults()[1].problem.id, "text.not_utf8");
}

TEST(ReadCsv, ReadsATableThatExcelSavedInKorea) {
  const testing::TemporaryFolder folder;
  testing::put(folder / "a.csv", "name,value\r\n\xC1\xA4\xBC\xB1\xB1\xBA,7\r\n");  // 정선군 in CP949
  Diagnostics faults;
  const auto table = read_csv(folder / "a.csv", name_and_value, faults);
  EXPECT_THAT(said(faults), IsEmpty());
  EXPECT_EQ(table.text(0, 0), "정선군");
  EXPECT_EQ(table.where(0, 1).column, 5);
}

RC_GTEST_PROP(CsvTable, TakesAnyBytesAndPlacesEachFaultInTheText, ()) {
  const auto rows = *rc::gen::container<std::string>(
      rc::gen::oneOf(rc::gen::element<char>(',', '"', '\n', '\r'), rc::gen::arbitrary<char>()));
  const std::string text = "name,value\n" + rows;
  Diagnostics faults;
  const CsvTable table("a.csv", text, name_and_value, faults);
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    static_cast<void>(table.number(row, 1, faults, any_count));
    RC_ASSERT(table.where(row, 0).line > 1);
  }
  for (const auto& fault : faults.faults()) RC_ASSERT(fault.where.line > 1 && fault.where.column > 0);
}

}  // namespace
}  // namespace jobcast::input
