#include <iconv.h>

#include "tests/models/plan/breaking.hpp"

namespace jobcast::plan {
namespace {

using jobcast::testing::small_pack_files;
using jobcast::testing::SmallPack;

std::string in_cp949(std::string text) {
  const iconv_t converter = iconv_open("CP949", "UTF-8");
  std::string result(2 * text.size(), '\0');
  char* in = text.data();
  std::size_t in_left = text.size();
  char* out = result.data();
  std::size_t out_left = result.size();
  EXPECT_NE(iconv(converter, &in, &in_left, &out, &out_left), static_cast<std::size_t>(-1));
  iconv_close(converter);
  result.resize(result.size() - out_left);
  return result;
}

std::string with_crlf(const std::string& text) {
  std::string result;
  for (const char c : text) result += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return result;
}

/// The small pack with every file rewritten.
template <class Rewrite>
SmallPack rewritten(const Rewrite& rewrite) {
  auto files = small_pack_files();
  for (auto& [file, text] : files) text = rewrite(text);
  return SmallPack(files);
}

/// What a plan says, but for the folder it stands in.
std::vector<std::string> contents(const Plan& plan) {
  std::vector<std::string> words{plan.id, plan.title.ko, plan.county.ko, time::to_string(plan.forecast_until)};
  const auto number = [&](double value) { words.push_back(std::to_string(value)); };
  for (const auto& department : plan.departments) words.push_back(department.id + department.name.ko);
  for (const auto& table : plan.facts.tables()) {
    for (const auto& fact : table.facts) {
      words.push_back(fact.row + fact.column + fact.item + fact.period + fact.age + fact.unit + fact.note);
      number(fact.value);
    }
  }
  for (const auto& programme : plan.programmes) {
    words.push_back(programme.id + programme.department + programme.name.ko + programme.note);
    number(programme.jobs);
    number(static_cast<double>(programme.budget.total().value()));
    number(programme.traits.deadweight.central());
    number(programme.traits.eligible.at(0).weight);
  }
  for (const auto& action : plan.actions) {
    words.push_back(action.id + action.name.ko);
    for (const auto& milestone : action.milestones) words.push_back(milestone.id + time::to_string(milestone.date));
  }
  for (const auto& control : plan.controls) words.push_back(control.id + control.statement.ko + control.note);
  return words;
}

TEST(Encodings, AMarkCrlfAndCp949GiveTheSamePlan) {
  const SmallPack plain;
  const auto expected = contents(load_plan(plain.folder()));
  const SmallPack marked = rewritten([](const std::string& text) { return "\xEF\xBB\xBF" + text; });
  EXPECT_EQ(contents(load_plan(marked.folder())), expected);
  const SmallPack windows = rewritten(with_crlf);
  EXPECT_EQ(contents(load_plan(windows.folder())), expected);
  const SmallPack excel = rewritten([](const std::string& text) { return in_cp949(with_crlf(text)); });
  EXPECT_EQ(contents(load_plan(excel.folder())), expected);
}

TEST(Encodings, PlacesCountCharactersInCp949Too) {
  auto files = small_pack_files();
  const SmallPack plain(files);
  files["programmes.csv"] = in_cp949(files["programmes.csv"]);
  files["plan.toml"].replace(files["plan.toml"].find("id = \"복지과\""), 16, "id = \"복지국\"");
  const SmallPack excel(files);
  const auto faults = testing::faults_of(excel.folder());
  ASSERT_EQ(faults.size(), 1U) << ::testing::PrintToString(faults);
  EXPECT_EQ(faults[0].problem.id, "plan.unknown_department");
  const auto where = plain.find("programmes.csv", "복지과");
  EXPECT_EQ(faults[0].where.line, where.line);
  EXPECT_EQ(faults[0].where.column, where.column);
}

}  // namespace
}  // namespace jobcast::plan
