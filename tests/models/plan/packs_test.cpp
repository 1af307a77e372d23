#include "tests/models/plan/breaking.hpp"

namespace jobcast::plan {
namespace {

TEST(TemplatePack, LoadsWithoutAFault) {
  const auto plan = load_plan(JOBCAST_SOURCE_DIR "/app/template/pack");
  EXPECT_EQ(plan.id, "garam-2024");
  EXPECT_FALSE(plan.programmes.empty());
}

/// The first local plan, read once for all tests. Numbers are the document's own totals.
class Jeongseon : public ::testing::Test {
 protected:
  static const Plan& plan() {
    static const Plan loaded = load_plan(JOBCAST_SOURCE_DIR "/scenarios/jeongseon-2024");
    return loaded;
  }

  static std::vector<const Programme*> of(Sector sector) {
    std::vector<const Programme*> programmes;
    for (const auto& programme : plan().programmes) {
      if (programme.sector == sector) programmes.push_back(&programme);
    }
    return programmes;
  }
};

TEST_F(Jeongseon, DirectJobsHaveTheirRowsJobsAndMoney) {
  double jobs = 0.0;
  units::Won total{};
  Budget money;
  const auto direct = of(Sector::direct);
  EXPECT_EQ(direct.size(), 169U);
  for (const auto* programme : direct) {
    jobs += programme->jobs;
    total += programme->stated_total;
    ASSERT_TRUE(programme->stated_budget.has_value()) << programme->id;
    for (std::size_t source = 0; source < fundings.size(); ++source) {
      money.by_source[source] += programme->stated_budget->by_source[source];
    }
  }
  EXPECT_EQ(jobs, 5882.0);
  EXPECT_EQ(total, units::thousand_won(101054194));
  EXPECT_EQ(money.of(Funding::national), units::thousand_won(18749122));
  EXPECT_EQ(money.of(Funding::provincial), units::thousand_won(4531506));
  EXPECT_EQ(money.of(Funding::county), units::thousand_won(77773566));
  EXPECT_EQ(money.of(Funding::private_money), units::Won(0));
}

TEST_F(Jeongseon, EverySectorsJobsAddUpToTheWholePlan) {
  double jobs = 0.0;
  for (const auto& programme : plan().programmes) jobs += programme.jobs;
  EXPECT_EQ(jobs, 13267.0);
  EXPECT_EQ(plan().programmes.size(), 189U);
}

TEST_F(Jeongseon, EachOfTheTwentyFiveDepartmentsHasItsSubtotalsInFiveColumns) {
  EXPECT_EQ(plan().departments.size(), 25U);
  for (const auto& department : plan().departments) {
    double jobs = 0.0;
    std::array<double, 4> money{};  // total, national, provincial, county in thousand won
    for (const auto* programme : of(Sector::direct)) {
      if (programme->department != department.id) continue;
      jobs += programme->jobs;
      money[0] += programme->stated_total / units::thousand_won(1);
      for (std::size_t source = 0; source < 3; ++source) {
        money[source + 1] += programme->stated_budget->by_source[source] / units::thousand_won(1);
      }
    }
    const auto printed = [&](const char* column) {
      const auto* fact = plan().facts.cell("department-subtotals", department.id, column);
      return fact == nullptr ? -1.0 : fact->value;
    };
    EXPECT_EQ(jobs, printed("일자리수")) << department.id;
    EXPECT_EQ(money[0], printed("합계")) << department.id;
    EXPECT_EQ(money[1], printed("국비")) << department.id;
    EXPECT_EQ(money[2], printed("도비")) << department.id;
    EXPECT_EQ(money[3], printed("군비")) << department.id;
  }
}

TEST_F(Jeongseon, EveryControlHoldsAndADifferenceOfTheDocumentIsNoted) {
  EXPECT_GT(plan().controls.size(), 100U);
  for (const auto& control : plan().controls) {
    EXPECT_NEAR(control.total - control.parts, control.expected_difference, 1e-6) << control.id;
    EXPECT_TRUE(control.expected_difference == 0.0 || !control.note.empty()) << control.id;
  }
}

TEST_F(Jeongseon, TablesThreeAndFourAreThereInFull) {
  const auto value = [](const FactKey& key) {
    const auto* fact = plan().facts.find(key);
    return fact == nullptr ? -1.0 : fact->value;
  };
  EXPECT_EQ(value({.item = "population", .period = "2023", .age = "all"}), 34202.0);
  EXPECT_EQ(value({.item = "population", .period = "2023", .sex = "male", .age = "all"}), 17844.0);
  EXPECT_EQ(value({.item = "population", .period = "2023", .sex = "female", .age = "all"}), 16358.0);
  const std::vector<std::string> ages{"0-14", "15-29", "30-39", "40-49", "50-59", "60-64", "65+"};
  for (const auto* period : {"2019", "2020", "2021", "2022", "2023"}) {
    double sum = 0.0;
    for (const auto& age : ages) {
      const double persons = value({.item = "population", .period = period, .age = age});
      EXPECT_GT(persons, 0.0) << period << " " << age;
      sum += persons;
    }
    EXPECT_EQ(sum, value({.item = "population", .period = period, .age = "all"})) << period;
  }
  const double old = value({.item = "population", .period = "2023", .age = "60+"});
  EXPECT_EQ(old, value({.item = "population", .period = "2023", .age = "60-64"}) +
                     value({.item = "population", .period = "2023", .age = "65+"}));
  for (const auto* age : {"0-14", "15-29", "30-39", "40-49", "50-59", "60+"}) {
    EXPECT_EQ(value({.item = "population", .period = "2023", .sex = "male", .age = age}) +
                  value({.item = "population", .period = "2023", .sex = "female", .age = age}),
              value({.item = "population", .period = "2023", .age = age}))
        << age;
  }
}

TEST_F(Jeongseon, TargetsAreThoseOfTheDocument) {
  EXPECT_EQ(plan().indicator(Indicator::Id::employment_rate_15_64).target, 76.1);
  EXPECT_EQ(plan().indicator(Indicator::Id::youth_employment_rate_15_29).base, 37.3);
  EXPECT_EQ(plan().indicator(Indicator::Id::youth_employment_rate_15_29).target, 37.1);
  EXPECT_EQ(plan().indicator(Indicator::Id::employed_persons).base, 21800.0);
  EXPECT_EQ(plan().indicator(Indicator::Id::employed_persons).target, 21850.0);
  EXPECT_EQ(plan().indicator(Indicator::Id::insured_persons).target, 12610.0);
}

TEST_F(Jeongseon, ActionSheetsCoverProgrammesAndWaitInOrder) {
  EXPECT_EQ(plan().actions.size(), 23U);
  std::size_t milestones = 0;
  for (const auto& action : plan().actions) milestones += action.milestones.size();
  EXPECT_GT(milestones, plan().actions.size());
}

}  // namespace
}  // namespace jobcast::plan
