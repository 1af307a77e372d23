#include "engine/input/toml.hpp"

#include <gmock/gmock.h>

namespace jobcast::input {
namespace {

using ::testing::ElementsAre;
using Kind = TomlValue::Kind;

TomlValue parsed(std::string_view text) {
  Diagnostics faults;
  auto root = parse_toml("a.toml", text, faults);
  EXPECT_TRUE(faults.empty()) << InputError(faults.faults()).what();
  return root.value_or(TomlValue{});
}

std::vector<std::string> keys(const TomlValue& table) {
  std::vector<std::string> names;
  for (const auto& member : table.members) names.push_back(member.key);
  return names;
}

TEST(Toml, KeepsEachValueWithItsKind) {
  const auto root = parsed(R"(text = "글"
whole = -3
number = 0.25
flag = true
date = 2023-12-31
list = [1, "two"]
time = 12:30:00
[table]
)");
  EXPECT_EQ(root.find("text")->kind, Kind::text);
  EXPECT_EQ(root.find("text")->text, "글");
  EXPECT_EQ(root.find("whole")->kind, Kind::whole_number);
  EXPECT_EQ(root.find("whole")->number, -3.0);
  EXPECT_EQ(root.find("whole")->text, "-3");
  EXPECT_EQ(root.find("number")->kind, Kind::number);
  EXPECT_EQ(root.find("number")->number, 0.25);
  EXPECT_TRUE(root.find("flag")->flag);
  EXPECT_EQ(root.find("date")->date, time::make_date(2023, 12, 31));
  EXPECT_EQ(root.find("date")->text, "2023-12-31");
  ASSERT_EQ(root.find("list")->items.size(), 2U);
  EXPECT_EQ(root.find("list")->items[1].text, "two");
  EXPECT_EQ(root.find("time")->kind, Kind::other);
  EXPECT_EQ(root.find("table")->kind, Kind::table);
  EXPECT_EQ(root.find("nothing"), nullptr);
}

TEST(Toml, KeepsTheOrderOfTheFile) {
  EXPECT_THAT(keys(parsed("b = 1\na = 2\n[z]\n[c]\n")), ElementsAre("b", "a", "z", "c"));
  EXPECT_THAT(keys(*parsed("[t.b]\n[t.a]\n").find("t")), ElementsAre("b", "a"));
}

TEST(Toml, PlacesCountLinesAndCharacters) {
  const auto root = parsed("a = 1\r\n\"이름\" = { ko = \"가나다\", en = 5 }\r\n[t]\r\n");
  EXPECT_EQ(root.find("a")->where, (Position{"a.toml", 1, 5}));
  ASSERT_EQ(root.members.size(), 3U);
  EXPECT_EQ(root.members[1].where, (Position{"a.toml", 2, 1}));
  const auto& table = root.members[1].value;
  EXPECT_EQ(table.where, (Position{"a.toml", 2, 8}));
  EXPECT_EQ(table.find("ko")->where, (Position{"a.toml", 2, 15}));
  EXPECT_EQ(table.find("en")->where, (Position{"a.toml", 2, 27}));
  EXPECT_EQ(root.find("t")->where, (Position{"a.toml", 3, 1}));
}

TEST(Toml, AGrammarFaultIsOneFaultAtItsPlace) {
  Diagnostics faults;
  EXPECT_FALSE(parse_toml("a.toml", "a = 1\nb = \n", faults).has_value());
  ASSERT_EQ(faults.faults().size(), 1U);
  EXPECT_EQ(faults.faults()[0].where, (Position{"a.toml", 2, 5}));
  EXPECT_EQ(faults.faults()[0].problem.id, "toml.grammar");
}

TEST(Toml, AKeyTwiceIsAFault) {
  Diagnostics faults;
  EXPECT_FALSE(parse_toml("a.toml", "a = 1\na = 2\n", faults).has_value());
  ASSERT_EQ(faults.faults().size(), 1U);
  EXPECT_EQ(faults.faults()[0].where.line, 2);
}

TEST(Toml, AFileThatIsNotThereIsAFault) {
  Diagnostics faults;
  EXPECT_FALSE(read_toml("/nowhere/a.toml", faults).has_value());
  ASSERT_EQ(faults.faults().size(), 1U);
  EXPECT_EQ(faults.faults()[0].problem, (Message{"file.missing", {"/nowhere/a.toml"}}));
}

}  // namespace
}  // namespace jobcast::input
