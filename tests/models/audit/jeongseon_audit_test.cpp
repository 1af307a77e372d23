#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <fstream>

#include "models/audit/audit.hpp"

namespace jobcast::audit {
namespace {

const std::string root = JOBCAST_SOURCE_DIR;

const plan::Plan& jeongseon() {
  static const plan::Plan plan = plan::load_plan(root + "/scenarios/jeongseon-2024");
  return plan;
}

const Audit& audited() {
  static const Audit audit = audit_plan(jeongseon());
  return audit;
}

const Finding& finding(const std::string& id) {
  const auto& all = audited().findings;
  const auto found = std::find_if(all.begin(), all.end(), [&](const Finding& each) { return each.id == id; });
  if (found == all.end()) throw std::out_of_range(id);
  return *found;
}

/// Kept with each id: severity and cause. Written by hand after each change of checks, never by the test.
TEST(JeongseonAudit, FindsWhatItFound) {
  std::vector<std::string> lines;
  for (const auto& each : audited().findings) {
    lines.push_back(std::string(name_of(each.severity)) + " " + std::string(name_of(each.cause)) + " " + each.id);
  }
  std::ifstream golden(root + "/tests/golden/jeongseon-audit.txt");
  std::vector<std::string> expected;
  for (std::string line; std::getline(golden, line);) expected.push_back(line);
  EXPECT_THAT(lines, ::testing::ElementsAreArray(expected));
}

TEST(JeongseonAudit, FindsTheDocumentsOwnContradictions) {
  EXPECT_EQ(finding("same_value:6:정선군:취업자").cause, Cause::half_year);
  EXPECT_NEAR(finding("same_value:6:정선군:취업자").difference, 0.2, 1e-9);
  EXPECT_EQ(finding("double_count:youth-school:youth-school-training").effect.persons, 10.0);
  EXPECT_EQ(finding("double_count:youth-school:youth-school-training").effect.won, 4e8);
  EXPECT_NEAR(finding("sheet:4-1-4:happiness-jobs:money").difference, 452.675, 1e-9);
  EXPECT_EQ(finding("sheet:4-1-1:jobs").difference, 19.0);
  EXPECT_EQ(finding("sheet:2-1-1:jobs").cause, Cause::other_counting);
  EXPECT_EQ(finding("sheet:4-3-2:source").cause, Cause::money_source);
  EXPECT_EQ(finding("left_out:strategy:4").difference, -20.0);
  EXPECT_EQ(finding("counting:sheet:4-3-3").effect.persons, 4800.0);
  EXPECT_EQ(finding("milestone:2-1-2/job-programmes").effect.persons, 16.0);
  EXPECT_EQ(finding("rate:6:강원도:경제활동참가율").kind, Kind::rate);
  EXPECT_EQ(finding("change:7:고용률(15세~64세):증감률").cause, Cause::relative_points);
  EXPECT_EQ(finding("rounding:sheet:4-1-1").severity, Severity::rounding) << "sources cut off at a million won";
}

TEST(JeongseonAudit, SaysNothingOfTotalsThatAddUp) {
  for (const auto& control : jeongseon().controls) {
    if (std::abs(control.total - control.parts) > 1e-6 || !control.total_cell) continue;
    const auto cell = control.total_cell->row + " / " + control.total_cell->column;
    for (const auto& each : audited().findings) {
      if (each.kind != Kind::sum && each.kind != Kind::same_value && each.kind != Kind::rounding) continue;
      const bool same_sides = each.sides.front().table == control.total_cell->table &&
                              each.sides.front().cell == cell && control.part_cells.size() == 1 &&
                              each.sides[1].table == control.part_cells.front().table;
      EXPECT_FALSE(same_sides) << each.id << " against " << control.id;
      EXPECT_FALSE(each.id.ends_with(":" + control.id)) << each.id;
    }
  }
}

TEST(JeongseonAudit, WeighsByTheSurvey) {
  const auto& yard = audited().yardstick;
  EXPECT_NEAR(yard.persons_15_64, 14800.0 / 0.761, 0.1);
  EXPECT_NEAR(yard.survey_error, 1.457, 0.001) << "sqrt(1.05 x 76.1 x 23.9 / 900)";
  EXPECT_NEAR(finding("sheet:2-1-1:jobs").effect.points, 100.0 * 170.0 / yard.persons_15_64, 1e-9);
  for (std::size_t i = 1; i < audited().findings.size(); ++i) {
    const auto& before = audited().findings[i - 1];
    const auto& after = audited().findings[i];
    EXPECT_LE(before.severity, after.severity);
    if (before.severity == after.severity) {
      EXPECT_GE(before.effect.points, after.effect.points) << after.id;
    }
  }
}

}  // namespace
}  // namespace jobcast::audit
