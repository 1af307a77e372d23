#include <rapidcheck.h>

#include "tests/models/plan/breaking.hpp"

namespace jobcast::plan {
namespace {

using jobcast::testing::SmallPack;
using ::testing::ElementsAre;
using testing::faults_of;

TEST(LoadPlan, ReadsWhoWhenAndWhere) {
  const SmallPack pack;
  const auto plan = load_plan(pack.folder());
  EXPECT_EQ(plan.id, "small");
  EXPECT_EQ(plan.folder, pack.folder());
  EXPECT_EQ(plan.title.ko, "작은 계획");
  EXPECT_EQ(plan.county.en, "Small county");
  EXPECT_EQ(plan.as_of, time::make_date(2023, 12, 31));
  EXPECT_EQ(plan.base_year, 2023);
  EXPECT_EQ(plan.plan_year, 2024);
  EXPECT_EQ(plan.forecast_until, time::make_date(2026, 12, 31));
  ASSERT_EQ(plan.departments.size(), 2U);
  EXPECT_EQ(plan.departments[0].id, "복지과");
  EXPECT_EQ(plan.department("경제과")->name.en, "Economy");
  EXPECT_EQ(plan.matching.rule, Matching::Rule::fixed_ratio);
  EXPECT_EQ(plan.matching.provenance.kind, Provenance::Kind::reference);
}

TEST(LoadPlan, FactsAreFoundByMeaningAndByCellWithTheirPlace) {
  const SmallPack pack;
  const auto plan = load_plan(pack.folder());
  const auto* men = plan.facts.find({.item = "population", .period = "2023", .sex = "male", .age = "all"});
  ASSERT_NE(men, nullptr);
  EXPECT_EQ(men->value, 480.0);
  EXPECT_EQ(men->provenance.source, "table 1");
  EXPECT_EQ(men->provenance.kind, Provenance::Kind::plan);
  EXPECT_EQ(men->provenance.where, pack.find("tables/people.csv", "480"));
  EXPECT_EQ(plan.facts.cell("people", "여", "2023년")->value, 520.0);
  EXPECT_EQ(plan.facts.all("population").size(), 3U) << "the row that is not in use is left out";
}

TEST(LoadPlan, IndicatorsComeInTheirFixedOrderInTheirOwnUnit) {
  const SmallPack pack;
  const auto plan = load_plan(pack.folder());
  ASSERT_EQ(plan.indicators.size(), indicator_names.size());
  for (std::size_t index = 0; index < indicator_names.size(); ++index) {
    EXPECT_EQ(name_of(plan.indicators[index].id), indicator_names[index]);
  }
  EXPECT_EQ(plan.indicator(Indicator::Id::employed_persons).base, 600.0) << "0.6 thousand persons";
  EXPECT_EQ(plan.indicator(Indicator::Id::employed_persons).target, 610.0);
  EXPECT_EQ(plan.indicator(Indicator::Id::employment_rate_15_64).target, 71.0);
  EXPECT_EQ(plan.indicator(Indicator::Id::employment_rate_15_64).target_provenance.where,
            pack.find("tables/targets.csv", "71"));
}

TEST(LoadPlan, ProgrammesTakeTheirTypesValuesAndTheirOwnExceptions) {
  const SmallPack pack;
  const auto plan = load_plan(pack.folder());
  const auto& senior = *plan.programme("senior-jobs");
  EXPECT_EQ(senior.jobs, 100.0);
  EXPECT_EQ(senior.sector, Sector::direct);
  EXPECT_EQ(senior.traits.deadweight.key, "deadweight.helper");
  EXPECT_EQ(senior.traits.deadweight.distribution, random::Distribution::triangular(0.1, 0.3, 0.5));
  EXPECT_EQ(senior.traits.deadweight.unit, "share");
  EXPECT_EQ(senior.traits.deadweight.provenance.kind, Provenance::Kind::reference);
  EXPECT_EQ(senior.traits.deadweight.provenance.source, "a paper");
  EXPECT_EQ(senior.traits.fill.distribution.low, 0.5);
  EXPECT_EQ(senior.provenance.source, "table 1") << "the table it names is one of the pack's";
  EXPECT_EQ(plan.programme("welding")->provenance.source, "list");

  const auto& youth = *plan.programme("youth-jobs");
  EXPECT_EQ(youth.traits.deadweight.key, "youth-jobs.deadweight");
  EXPECT_EQ(youth.traits.deadweight.distribution, random::Distribution::uniform(0.2, 0.4));
  EXPECT_EQ(youth.traits.displacement.key, "displacement.helper");
  ASSERT_EQ(youth.traits.eligible.size(), 1U);
  EXPECT_EQ(youth.traits.eligible[0].age_from, 20);
  EXPECT_EQ(youth.traits.eligible[0].age_to, 29);
  EXPECT_EQ(youth.traits.windows.size(), 2U);
}

TEST(LoadPlan, MoneyIsInWonAndATotalAloneIsSplitToTheWon) {
  const SmallPack pack;
  const auto plan = load_plan(pack.folder());
  const auto& senior = *plan.programme("senior-jobs");
  EXPECT_EQ(senior.budget.of(Funding::county), units::thousand_won(405000));
  EXPECT_EQ(senior.stated_total, units::thousand_won(1000000));
  EXPECT_TRUE(senior.stated_budget.has_value());
  const auto& welding = *plan.programme("welding");
  EXPECT_FALSE(welding.stated_budget.has_value());
  EXPECT_EQ(welding.trainees, 15.0);
  EXPECT_EQ(welding.budget.of(Funding::national), units::Won(15000500));
  EXPECT_EQ(welding.budget.of(Funding::provincial), units::Won(7500250));
  EXPECT_EQ(welding.budget.total(), units::thousand_won(30001));
}

TEST(LoadPlan, ASplitGivesAwayEveryWonAndNoMore) {
  rc::check("the sources add up to the total", [] {
    const auto total = *rc::gen::inRange(1, 2'000'000'000);
    const auto national = *rc::gen::inRange(0, 1000);
    const auto provincial = *rc::gen::inRange(0, 1001 - national);
    SmallPack pack;
    pack.replace("programmes.csv", ",30001,", "," + std::to_string(total) + ",");
    pack.replace("controls.toml", "value = 1280000", "value = " + std::to_string(1250000 - 1 + total));
    pack.replace("programme_types.toml", "national = 0.5\nprovincial = 0.25\ncounty = 0.25",
                 "national = " + std::to_string(national / 1000.0) +
                     "\nprovincial = " + std::to_string(provincial / 1000.0) +
                     "\ncounty = " + std::to_string((1000 - national - provincial) / 1000.0));
    const auto plan = load_plan(pack.folder());
    const auto& budget = plan.programme("welding")->budget;
    RC_ASSERT(budget.total() == units::thousand_won(total));
    for (const auto source : fundings) RC_ASSERT(budget.of(source).value() >= 0);
  });
}

TEST(LoadPlan, ActionsHaveTheirPeriodsMoneyAndDatedMilestones) {
  const SmallPack pack;
  const auto plan = load_plan(pack.folder());
  ASSERT_EQ(plan.strategies.size(), 1U);
  EXPECT_EQ(plan.strategies[0].printed_budget, units::million_won(1250));
  ASSERT_EQ(plan.tasks.size(), 1U);
  ASSERT_EQ(plan.actions.size(), 1U);
  const auto& action = plan.actions[0];
  EXPECT_EQ(action.from, time::make_date(2023, 6, 1));
  EXPECT_EQ(action.to, time::make_date(2025, 12, 31));
  EXPECT_THAT(action.covers, ElementsAre("senior-jobs", "youth-jobs"));
  EXPECT_EQ(action.stated_total, units::thousand_won(1250000));
  EXPECT_THAT(action.quarters, ElementsAre(1, 2));
  ASSERT_EQ(action.milestones.size(), 3U);
  EXPECT_EQ(action.milestones[0].date, time::make_date(2024, 4, 30)) << "the end of the month";
  EXPECT_EQ(action.milestones[1].date, time::make_date(2024, 9, 30)) << "the end of the quarter";
  EXPECT_EQ(action.milestones[2].date, time::make_date(2025, 6, 30));
  EXPECT_EQ(action.milestones[0].id, "1-1-1/permit");
  EXPECT_EQ(action.milestones[0].duration_days.key, "duration_days.1-1-1/permit");
  EXPECT_TRUE(action.milestones[1].duration_days.key.empty());
  EXPECT_THAT(action.milestones[1].after, ElementsAre("1-1-1/permit"));
  EXPECT_THAT(action.milestones[2].after, ElementsAre("1-1-1/works"));
}

TEST(LoadPlan, ControlsAreEvaluated) {
  const SmallPack pack;
  const auto plan = load_plan(pack.folder());
  ASSERT_EQ(plan.controls.size(), 3U);
  EXPECT_EQ(plan.controls[0].parts, 120.0);
  EXPECT_EQ(plan.controls[1].total, 1000.0);
  EXPECT_EQ(plan.controls[2].total - plan.controls[2].parts, -1.0);
  EXPECT_EQ(plan.controls[2].note, "rounded to thousands");
}

TEST(LoadPlan, ThePacksOwnSettingComesBeforeTheEnginesDefault) {
  const SmallPack pack;
  const auto plan = load_plan(pack.folder());
  const auto& own = plan.assumption("survey.design_effect");
  EXPECT_EQ(own.distribution, random::Distribution::triangular(1.0, 1.5, 2.0));
  EXPECT_EQ(own.provenance.where, pack.find("assumptions.toml", "[survey.design_effect]"));
}

TEST(LoadPlan, ActionsControlsAndAssumptionsMayBeLeftOut) {
  SmallPack pack;
  pack.replace("plan.toml",
               "[actions]\nfile = \"actions.toml\"\n[controls]\nfile = \"controls.toml\"\n[assumptions]\nfile = "
               "\"assumptions.toml\"\n",
               "");
  const auto plan = load_plan(pack.folder());
  EXPECT_TRUE(plan.actions.empty());
  EXPECT_TRUE(plan.controls.empty());
  EXPECT_TRUE(plan.assumptions.empty());
}

TEST(LoadPlan, EveryFaultIsFoundInOneGoInTheOrderOfTheFiles) {
  SmallPack pack;
  pack.replace("plan.toml", "base_year", "base_yaer");
  pack.replace("tables/people.csv", "480", "사백");
  pack.replace("programmes.csv", "100,,500000", "-100,,500000");
  pack.replace("programme_types.toml", "[0.1, 0.3, 0.5]", "[0.5, 0.3, 0.1]");
  pack.replace("assumptions.toml", "assumption: households", "households");
  std::vector<std::string> found;
  for (const auto& fault : faults_of(pack.folder())) {
    found.push_back(std::filesystem::path(fault.where.file).filename().string() + " " + fault.problem.id);
  }
  EXPECT_THAT(found, ElementsAre("plan.toml toml.missing_key", "plan.toml toml.unknown_key",
                                 "people.csv csv.bad_number", "programme_types.toml plan.bounds_crossed",
                                 "programmes.csv csv.out_of_range", "assumptions.toml plan.no_provenance"));
}

}  // namespace
}  // namespace jobcast::plan
