#include <gmock/gmock.h>

#include "engine/input/csv.hpp"
#include "tests/engine/input/said.hpp"

namespace jobcast::input {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::said;

/// A table of one column, a cell a row.
CsvTable column(const std::vector<std::string>& cells) {
  std::string text = csv_line({"value"});
  for (const auto& cell : cells) text += csv_line({cell});
  Diagnostics faults;
  CsvTable table("a.csv", text, {{"value"}}, faults);
  faults.throw_if_any();
  return table;
}

std::vector<std::string> number_faults(const std::string& cell, const NumberRange& range) {
  Diagnostics faults;
  EXPECT_EQ(column({cell}).number(0, 0, faults, range), std::nullopt);
  return said(faults);
}

TEST(CsvNumber, IsNoneForAnEmptyCellWithoutAFault) {
  const auto table = column({"", " \t", "12.5", "-3"});
  Diagnostics faults;
  EXPECT_EQ(table.number(0, 0, faults), std::nullopt);
  EXPECT_EQ(table.number(1, 0, faults), std::nullopt);
  EXPECT_EQ(table.number(2, 0, faults), 12.5);
  EXPECT_EQ(table.number(3, 0, faults), -3.0);
  EXPECT_THAT(said(faults), IsEmpty());
}

TEST(CsvNumber, RefusesTextAndSaysWhatBelongsThere) {
  EXPECT_THAT(number_faults("많음", any_number),
              ElementsAre("a.csv:2:1: csv.bad_number <많음>; expected csv.expected_number"));
  EXPECT_THAT(number_faults("1,234", any_count),
              ElementsAre("a.csv:2:1: csv.bad_number <1,234>; expected csv.expected_at_least <0>; "
                          "mend csv.mend_plain_number <1234>"));
}

TEST(CsvNumber, RefusesWhatLiesOutsideItsRange) {
  EXPECT_THAT(number_faults("-1", not_negative),
              ElementsAre("a.csv:2:1: csv.out_of_range <-1>; expected csv.expected_at_least <0>"));
  EXPECT_THAT(number_faults("101", {.most = 100}),
              ElementsAre("a.csv:2:1: csv.out_of_range <101>; expected csv.expected_at_most <100>"));
  EXPECT_THAT(number_faults("1.5", {.least = 0, .most = 1}),
              ElementsAre("a.csv:2:1: csv.out_of_range <1.5>; expected csv.expected_between <0> <1>"));
  Diagnostics faults;
  EXPECT_EQ(column({"0"}).number(0, 0, faults, {.least = 0, .most = 0}), 0.0) << "both ends belong to a range";
}

TEST(CsvNumber, RefusesDecimalsWhereThingsAreCounted) {
  EXPECT_THAT(number_faults("1.5", any_count),
              ElementsAre("a.csv:2:1: csv.not_whole <1.5>; expected csv.expected_whole"));
  Diagnostics faults;
  EXPECT_EQ(column({"2.0"}).number(0, 0, faults, any_count), 2.0);
  EXPECT_THAT(said(faults), IsEmpty());
}

TEST(CsvNumber, GathersTheFaultsOfAllCells) {
  const auto table = column({"x", "1", "y"});
  Diagnostics faults;
  for (std::size_t row = 0; row < table.row_count(); ++row) static_cast<void>(table.number(row, 0, faults));
  EXPECT_THAT(said(faults), ElementsAre("a.csv:2:1: csv.bad_number <x>; expected csv.expected_number",
                                        "a.csv:4:1: csv.bad_number <y>; expected csv.expected_number"));
}

TEST(CsvRequire, NamesTheColumnOfAnEmptyCell) {
  const auto table = column({" ", "x"});
  Diagnostics faults;
  EXPECT_FALSE(table.require(0, 0, faults));
  EXPECT_TRUE(table.require(1, 0, faults));
  EXPECT_THAT(said(faults), ElementsAre("a.csv:2:1: csv.empty_cell <value>"));
}

TEST(CsvChoice, IsTheIndexOfTheWordOrAFaultWithTheNearest) {
  const auto table = column({"male", "femle"});
  Diagnostics faults;
  EXPECT_EQ(table.choice(0, 0, {"both", "male", "female"}, faults), 1U);
  EXPECT_EQ(table.choice(1, 0, {"both", "male", "female"}, faults), std::nullopt);
  EXPECT_THAT(said(faults),
              ElementsAre("a.csv:3:1: csv.unknown_word <femle> <value>; "
                          "expected csv.expected_word <both, male, female>; mend input.did_you_mean <female>"));
}

}  // namespace
}  // namespace jobcast::input
