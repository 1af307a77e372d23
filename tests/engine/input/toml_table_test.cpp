#include "engine/input/toml_table.hpp"

#include <gmock/gmock.h>

namespace jobcast::input {
namespace {

using ::testing::ElementsAre;
using ::testing::Field;

/// A table under reading, with what it said.
class Reading {
 public:
  explicit Reading(std::string_view text)
      : root_(parse_toml("a.toml", text, faults_).value_or(TomlValue{})), table_(root_, "thing", faults_) {}

  TomlTable& table() { return table_; }
  [[nodiscard]] const std::vector<Diagnostic>& faults() const { return faults_.faults(); }
  /// The only fault.
  [[nodiscard]] Diagnostic fault() const {
    EXPECT_EQ(faults().size(), 1U) << InputError(faults()).what();
    return faults().empty() ? Diagnostic{} : faults().back();
  }

 private:
  Diagnostics faults_;
  TomlValue root_;
  TomlTable table_;
};

TEST(TomlTable, GivesWhatIsThere) {
  Reading reading(R"(id = "a"
share = 0.5
count = 3
on = false
day = 2024-02-29
sex = "male"
names = ["x", "y"]
one = "x"
inner = { k = 1 }
[[row]]
n = 1
[[row]]
n = 2
)");
  auto& table = reading.table();
  EXPECT_EQ(table.text("id"), "a");
  EXPECT_EQ(table.number("share"), 0.5);
  EXPECT_EQ(table.number("count"), 3.0) << "a whole number is a number";
  EXPECT_EQ(table.whole_number("count"), 3);
  EXPECT_EQ(table.flag("on"), false);
  EXPECT_EQ(table.date("day"), time::make_date(2024, 2, 29));
  EXPECT_EQ(table.choice("sex", {"both", "male"}), 1U);
  EXPECT_THAT(table.texts("names"), ElementsAre(Field(&TomlText::text, "x"), Field(&TomlText::text, "y")));
  EXPECT_THAT(table.text_or_texts("one"), ElementsAre(Field(&TomlText::text, "x")));
  EXPECT_THAT(table.text_or_texts("names"), ::testing::SizeIs(2));
  EXPECT_EQ(table.table("inner")->whole_number("k"), 1);
  EXPECT_EQ(table.table("inner")->name(), "thing.inner");
  auto rows = table.tables("row");
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[1].whole_number("n"), 2);
  EXPECT_EQ(rows[1].where(), (Position{"a.toml", 12, 1}));
  table.refuse_other_keys();
  EXPECT_TRUE(reading.faults().empty()) << InputError(reading.faults()).what();
}

TEST(TomlTable, WhatIsRequiredAndMissingIsAFaultWhatIsOptionalIsNot) {
  Reading reading("a = 1\n");
  EXPECT_EQ(reading.table().text("id", Presence::optional), std::nullopt);
  EXPECT_TRUE(reading.table().tables("row", Presence::optional).empty());
  EXPECT_TRUE(reading.faults().empty());
  EXPECT_EQ(reading.table().text("id"), std::nullopt);
  EXPECT_EQ(reading.fault().problem, (Message{"toml.missing_key", {"id", "thing"}}));
  EXPECT_EQ(reading.fault().where, reading.table().where());
}

TEST(TomlTable, AFileWithoutASchemaIsToldWhichItNeeds) {
  Reading reading("id = \"a\"\n");
  reading.table().require_schema("jobcast.thing/1", "thing.schema");
  const Diagnostic fault = reading.fault();
  EXPECT_EQ(fault.problem, (Message{"toml.missing_key", {"schema", "thing"}}));
  EXPECT_EQ(fault.expected, (Message{"toml.expected_schema", {"jobcast.thing/1"}}));
  EXPECT_EQ(fault.mend, (Message{"toml.mend_schema", {"jobcast.thing/1"}}));
}

TEST(TomlTable, AnotherSchemaIsAFaultAndTheRightOneNone) {
  Reading other("schema = \"jobcast.thing/2\"\n");
  other.table().require_schema("jobcast.thing/1", "thing.schema");
  EXPECT_EQ(other.fault().problem, (Message{"thing.schema", {"jobcast.thing/2"}}));
  EXPECT_EQ(other.fault().where, other.table().where("schema"));
  Reading right("schema = \"jobcast.thing/1\"\n");
  right.table().require_schema("jobcast.thing/1", "thing.schema");
  right.table().refuse_other_keys();
  EXPECT_TRUE(right.faults().empty());
}

TEST(TomlTable, AValueOfAnotherKindIsAFaultWithWhatBelongsThere) {
  struct Case {
    std::string text;
    void (*read)(TomlTable&);
    Message problem;
    std::string expected;
    Message mend;
  };
  const std::vector<Case> cases{
      {"k = 4",
       [](TomlTable& t) { t.text("k"); },
       {"toml.wrong_kind", {"k", "4"}},
       "toml.expected_text",
       {"toml.mend_quote", {"4"}}},
      {"k = \" \"", [](TomlTable& t) { t.text("k"); }, {"toml.blank_text", {"k"}}, "", {}},
      {"k = \"0.5\"",
       [](TomlTable& t) { t.number("k"); },
       {"toml.wrong_kind", {"k", "\"0.5\""}},
       "toml.expected_number",
       {"toml.mend_unquote", {"0.5"}}},
      {"k = \"half\"",
       [](TomlTable& t) { t.number("k"); },
       {"toml.wrong_kind", {"k", "\"half\""}},
       "toml.expected_number",
       {}},
      {"k = inf", [](TomlTable& t) { t.number("k"); }, {"toml.wrong_kind", {"k", "inf"}}, "toml.expected_number", {}},
      {"k = 1.5",
       [](TomlTable& t) { t.whole_number("k"); },
       {"toml.wrong_kind", {"k", "1.5"}},
       "toml.expected_whole_number",
       {}},
      {"k = 99999999999",
       [](TomlTable& t) { t.whole_number("k"); },
       {"toml.wrong_kind", {"k", "99999999999"}},
       "toml.expected_whole_number",
       {}},
      {"k = \"true\"",
       [](TomlTable& t) { t.flag("k"); },
       {"toml.wrong_kind", {"k", "\"true\""}},
       "toml.expected_flag",
       {"toml.mend_unquote", {"true"}}},
      {"k = \"2024-01-31\"",
       [](TomlTable& t) { t.date("k"); },
       {"toml.wrong_kind", {"k", "\"2024-01-31\""}},
       "toml.expected_date",
       {"toml.mend_unquote", {"2024-01-31"}}},
      {"k = \"a\"", [](TomlTable& t) { t.texts("k"); }, {"toml.wrong_kind", {"k", "\"a\""}}, "toml.expected_texts", {}},
      {"k = [1]",
       [](TomlTable& t) { t.texts("k"); },
       {"toml.wrong_kind", {"k", "1"}},
       "toml.expected_text",
       {"toml.mend_quote", {"1"}}},
      {"k = []", [](TomlTable& t) { t.table("k"); }, {"toml.wrong_kind", {"k", "[…]"}}, "toml.expected_table", {}},
      {"k = {}", [](TomlTable& t) { t.tables("k"); }, {"toml.wrong_kind", {"k", "{…}"}}, "toml.expected_tables", {}},
      {"k = \"mal\"",
       [](TomlTable& t) {
         t.choice("k", {"both", "male"});
       },
       {"toml.unknown_word", {"k", "mal"}},
       "toml.expected_one_of",
       {"input.did_you_mean", {"male"}}}};
  for (const auto& each : cases) {
    SCOPED_TRACE(each.text);
    Reading reading(each.text);
    each.read(reading.table());
    const auto fault = reading.fault();
    EXPECT_EQ(fault.problem, each.problem);
    EXPECT_EQ(fault.expected.id, each.expected);
    EXPECT_EQ(fault.mend, each.mend);
    EXPECT_EQ(fault.where.line, 1);
  }
}

TEST(TomlTable, AKeyThatNobodyAskedForIsAFaultWithTheNearestThatIsFree) {
  Reading reading("id = \"a\"\nnam = \"b\"\nidd = 3\n");
  reading.table().text("id");
  for (int twice = 0; twice < 2; ++twice) reading.table().text("name", Presence::optional);
  reading.table().refuse_other_keys();
  ASSERT_EQ(reading.faults().size(), 2U);
  EXPECT_EQ(reading.faults()[0].problem, (Message{"toml.unknown_key", {"nam", "thing"}}));
  EXPECT_EQ(reading.faults()[0].where, (Position{"a.toml", 2, 1}));
  EXPECT_EQ(reading.faults()[0].expected, (Message{"toml.expected_keys", {"id, name"}}));
  EXPECT_EQ(reading.faults()[0].mend, (Message{"input.did_you_mean", {"name"}}));
  EXPECT_TRUE(reading.faults()[1].mend.id.empty()) << "id is there already";
}

TEST(TomlTable, MembersThatAreNamesAreAllKnown) {
  Reading reading("one = 1\ntwo = 2\n");
  EXPECT_EQ(reading.table().members().size(), 2U);
  reading.table().refuse_other_keys();
  EXPECT_TRUE(reading.faults().empty());
}

}  // namespace
}  // namespace jobcast::input
