#include "models/programmes/programme_model.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/models/programmes/fixture.hpp"

namespace jobcast::programmes {
namespace {

using testing::april;
using testing::fixed;
using testing::measure;
using testing::net_total;
using testing::october;
using testing::people;
using testing::plain_traits;
using testing::plan_of;
using testing::programme;
using testing::scenario_of;
using testing::with_set;

constexpr auto direct = static_cast<std::size_t>(plan::Sector::direct);

TEST(ProgrammeModel, AddsGrossTimesOneMinusDeadweightMinusDisplacement) {
  auto traits = plain_traits("t");
  traits.deadweight = fixed("deadweight.t", 0.30);
  traits.displacement = fixed("displacement.t", 0.15);
  const auto measured = measure(plan_of({programme("p", 100, traits)}), {}, october);
  EXPECT_NEAR(net_total(measured.overlay), 55.0, 1e-9);
  EXPECT_NEAR(measured.sectors[direct].net_employment[0], 55.0, 1e-9);
  EXPECT_NEAR(measured.sectors[direct].at_work[0], 100.0, 1e-9);
}

TEST(ProgrammeModel, MovesTheCountyOnlyByTheDifferenceToTheBaseYear) {
  auto traits = plain_traits("t");
  traits.base_ratio = fixed("base_ratio.t", 0.9);
  const auto measured = measure(plan_of({programme("p", 100, traits)}), {}, october);
  EXPECT_NEAR(net_total(measured.overlay), 10.0, 1e-9);
  EXPECT_NEAR(measured.sectors[direct].net_employment[0], 100.0, 1e-9) << "against no programmes at all";
}

TEST(ProgrammeModel, MovesNothingWhenTheBaseYearIsRepeated) {
  auto traits = plain_traits("t");
  traits.base_ratio = fixed("base_ratio.t", 0.9);
  traits.fill = fixed("fill.t", 0.5);
  const auto measured =
      measure(plan_of({programme("p", 100, traits)}), with_set(scenario::ProgrammeSet::base_year), october);
  EXPECT_EQ(net_total(measured.overlay), 0.0);
}

TEST(ProgrammeModel, TakesTheBaseYearsJobsAwayWhenThereAreNoProgrammes) {
  auto traits = plain_traits("t");
  traits.base_ratio = fixed("base_ratio.t", 0.9);
  const auto measured =
      measure(plan_of({programme("p", 100, traits)}), with_set(scenario::ProgrammeSet::none), october);
  EXPECT_NEAR(net_total(measured.overlay), -90.0, 1e-9);
}

TEST(ProgrammeModel, CountsAVacationJobInNoReferenceWeek) {
  auto traits = plain_traits("student");
  traits.windows = {{1, 1, 1, 31, 0.5}, {7, 1, 8, 31, 0.5}};
  for (const auto week : {april, october}) {
    const auto measured = measure(plan_of({programme("p", 600, traits)}), {}, week);
    EXPECT_EQ(net_total(measured.overlay), 0.0);
    EXPECT_EQ(measured.sectors[direct].at_work[0], 0.0);
  }
}

TEST(ProgrammeModel, ChangesNoBitForAProgrammeWithZeroJobs) {
  auto traits = plain_traits("t");
  traits.deadweight.distribution = random::Distribution::triangular(0.1, 0.3, 0.5);
  auto other = plain_traits("u");
  other.deadweight.distribution = random::Distribution::triangular(0.0, 0.2, 0.9);
  const auto without = measure(plan_of({programme("p", 77, traits)}), {}, october);
  const auto with = measure(plan_of({programme("zero", 0, other), programme("p", 77, traits)}), {}, october);
  for (std::size_t cell = 0; cell < state::cell_count; ++cell) {
    for (std::size_t contract = 0; contract < 3; ++contract) {
      EXPECT_TRUE((with.overlay.net[cell][contract] == without.overlay.net[cell][contract]).all()) << cell;
    }
  }
}

TEST(ProgrammeModel, LeavesSlotsUnfilledWhenNobodyEligibleIsLeft) {
  const auto measured = measure(plan_of({programme("p", 100)}), {}, october, people(30.0, 500.0));
  EXPECT_NEAR(measured.sectors[direct].unfilled[0], 70.0, 1e-9);
  EXPECT_NEAR(measured.sectors[direct].at_work[0], 30.0, 1e-9);
}

TEST(ProgrammeModel, FollowsMoneyByItsElasticity) {
  auto traits = plain_traits("t");
  traits.elasticity_cut = fixed("elasticity_cut.t", 0.85);
  auto row = programme("p", 100, traits);
  row.budget = testing::budget(0, 0, 1'000'000);
  scenario::Change cut;
  cut.budget = scenario::Adjustment{scenario::Adjustment::Kind::relative, -0.4};
  const auto measured = measure(plan_of({row}), scenario_of({cut}), october);
  EXPECT_NEAR(measured.sectors[direct].at_work[0], 100.0 * std::pow(0.6, 0.85), 1e-9);
}

TEST(ProgrammeModel, LosesEveryJobWithAllOfTheMoney) {
  auto row = programme("p", 100);
  row.budget = testing::budget(0, 0, 1'000'000);
  scenario::Change cut;
  cut.budget = scenario::Adjustment{scenario::Adjustment::Kind::absolute, 0.0};
  const auto measured = measure(plan_of({row}), scenario_of({cut}), october);
  EXPECT_EQ(measured.sectors[direct].at_work[0], 0.0);
}

TEST(ProgrammeModel, HidesAProgrammeThatStartsAfterTheReferenceWeek) {
  auto traits = plain_traits("t");
  traits.windows = {{4, 1, 12, 31, 1.0}};
  scenario::Change late;
  late.start_delay_days = 30;
  const plan::Plan plan = plan_of({programme("p", 100, traits)});
  EXPECT_EQ(measure(plan, {}, april).sectors[direct].at_work[0], 100.0);
  EXPECT_EQ(measure(plan, scenario_of({late}), april).sectors[direct].at_work[0], 0.0);
  EXPECT_EQ(measure(plan, scenario_of({late}), october).sectors[direct].at_work[0], 100.0);
}

TEST(ProgrammeModel, SplitsSeniorsByAgeSoThatFewOfThemCountInTheRateOfThe15To64) {
  auto traits = plain_traits("senior");
  traits.eligible = {{60, 64, plan::Eligible::Sexes::both, 0.16}, {65, 120, plan::Eligible::Sexes::both, 0.84}};
  const auto measured = measure(plan_of({programme("p", 1000, traits)}), {}, october);
  EXPECT_NEAR(measured.sectors[direct].at_work_15_64[0], 160.0, 1e-9);
}

TEST(ProgrammeModel, FillsTheBaseYearsSlotsAndDelaysItsStartsAsOftenAsThePlanYears) {
  auto traits = plain_traits("t");
  traits.windows = {{10, 1, 12, 31, 1.0}};
  traits.base_ratio = fixed("base_ratio.t", 1.0);
  traits.fill.distribution = random::Distribution::triangular(0.6, 0.9, 1.0);
  traits.start_delay_days.distribution = random::Distribution::uniform(0.0, 36.0);
  const ProgrammeModel model(plan_of({programme("p", 100, traits)}), {}, testing::even_pool());
  const WeekCalendar week = model.planned().week(october);
  ProgrammeDraw draw = model.make_draw();
  Overlay overlay;
  SectorOutcomes sectors;
  double sum = 0.0;
  double squares = 0.0;
  constexpr int draws = 16'000;
  for (std::uint32_t first = 0; first < draws; first += units::lane_count) {
    model.draw({3, random::Purpose::parameters}, {3, random::Purpose::execution}, first, draw);
    model.measure(draw, week, people(1e6, 1e6), overlay, sectors);
    units::Lane net = units::Lane::Zero();
    for (const auto& cell : overlay.net) net += cell[0] + cell[1] + cell[2];
    sum += net.sum();
    squares += net.square().sum();
  }
  EXPECT_NEAR(sum / draws, 0.0, 4.0 * std::sqrt(squares) / draws) << "as many as the year before, on average";
}

TEST(ProgrammeModel, LeavesTheBaseYearAloneWhenAScenarioFillsFewerSlots) {
  auto traits = plain_traits("t");
  traits.base_ratio = fixed("base_ratio.t", 1.0);
  scenario::Scenario half;
  half.values.emplace("fill.t", fixed("fill.t", 0.5));
  EXPECT_NEAR(net_total(measure(plan_of({programme("p", 100, traits)}), half, october).overlay), -50.0, 1e-9);
}

TEST(ProgrammeModel, LeavesAWindowThatTheBaseYearOpenedToTheBaseYear) {
  auto traits = plain_traits("t");
  traits.base_ratio = fixed("base_ratio.t", 0.5);
  traits.windows = {{12, 1, 4, 30, 1.0}};
  scenario::Change late;
  late.start_delay_days = 200;
  for (const auto& scenario : {scenario::Scenario(), with_set(scenario::ProgrammeSet::none), scenario_of({late})}) {
    const auto measured = measure(plan_of({programme("p", 100, traits)}), scenario, april);
    EXPECT_EQ(net_total(measured.overlay), 0.0);
    EXPECT_NEAR(measured.sectors[direct].at_work[0], 50.0, 1e-9);
  }
  const auto next_april = measure(plan_of({programme("p", 100, traits)}), {}, time::reference_week(2025, 1));
  EXPECT_NEAR(net_total(next_april.overlay), 50.0, 1e-9) << "opened in the plan year";
}

TEST(ProgrammeModel, LeavesAnEffectWhenASpellHasEnded) {
  auto traits = plain_traits("t");
  traits.base_ratio = fixed("base_ratio.t", 0.6);
  traits.windows = {{2, 1, 6, 30, 0.5}, {11, 1, 12, 31, 0.5}};
  traits.placement_after = fixed("placement_after.t", 0.2);
  traits.resident_share = fixed("resident_share.t", 0.5);
  const plan::Plan plan = plan_of({programme("p", 100, traits)});
  // Half of 100 - 60 heads have ended, half of them live in the county, a fifth of those are in work.
  EXPECT_NEAR(net_total(measure(plan, {}, october).overlay), 0.5 * 40.0 * 0.5 * 0.2, 1e-9);
  EXPECT_NEAR(net_total(measure(plan, {}, april).overlay), 0.5 * 40.0 * 0.5, 1e-9) << "at work, nothing after";
  EXPECT_EQ(net_total(measure(plan, with_set(scenario::ProgrammeSet::base_year), october).overlay), 0.0);
}

TEST(ProgrammeModel, FillsSlotsOfOutsidersFromOutsideAndInsuresThemAtTheirWorkplace) {
  auto traits = plain_traits("t");
  traits.resident_share = fixed("resident_share.t", 0.4);
  traits.insured_share = fixed("insured_share.t", 0.5);
  traits.deadweight = fixed("deadweight.t", 0.2);
  const auto measured = measure(plan_of({programme("p", 100, traits)}), {}, october, people(10.0, 500.0));
  EXPECT_NEAR(measured.sectors[direct].at_work[0], 70.0, 1e-9) << "60 from elsewhere, 10 of the 40 from here";
  EXPECT_NEAR(measured.sectors[direct].unfilled[0], 30.0, 1e-9);
  EXPECT_NEAR(net_total(measured.overlay), 8.0, 1e-9);
  EXPECT_NEAR(measured.overlay.insured[0], 70.0 * 0.8 * 0.5, 1e-9);
}

TEST(ProgrammeModel, FillsSlotsFromTheStatesTheyAreOpenTo) {
  auto idle = plain_traits("idle");
  idle.from_unemployed = false;
  auto searching = plain_traits("searching");
  searching.from_inactive = false;
  auto counts = people(30.0, 500.0);
  for (auto& cell : counts.persons) cell[1].setConstant(20.0);
  const auto at_work = [&](std::vector<plan::Programme> rows) {
    return measure(plan_of(std::move(rows)), {}, october, counts).sectors[direct].at_work[0];
  };
  EXPECT_NEAR(at_work({programme("a", 100, idle)}), 30.0, 1e-9);
  EXPECT_NEAR(at_work({programme("a", 100, searching)}), 20.0, 1e-9);
  EXPECT_NEAR(at_work({programme("a", 100, idle), programme("b", 100, searching), programme("c", 100)}), 50.0, 1e-9);
}

TEST(ProgrammeModel, OpensAWindowWhenTheMilestonesBeforeItAreReached) {
  auto traits = plain_traits("t");
  traits.windows = {{3, 1, 12, 31, 1.0}};
  plan::Plan plan = plan_of({programme("p", 100, traits), programme("q", 10, traits)});
  plan::Action works;
  works.id = "1-1-1";
  works.covers = {"p"};
  works.milestones = {testing::milestone("1-1-1/works", "2024-02-20", {30, 30, 30}),
                      testing::milestone("1-1-1/party", "2024-12-20", {400, 400, 400})};
  plan.actions = {works};
  EXPECT_EQ(measure(plan, {}, april).sectors[direct].at_work[0], 110.0);
  plan.actions[0].milestones[0].after = {"1-1-1/permit"};
  plan.actions[0].milestones.push_back(testing::milestone("1-1-1/permit", "2024-03-20", {10, 10, 10}));
  EXPECT_EQ(measure(plan, {}, april).sectors[direct].at_work[0], 110.0) << "permit 20 March, works 19 April";
  plan.actions[0].milestones[2].date = time::make_date(2024, 3, 22);
  EXPECT_EQ(measure(plan, {}, april).sectors[direct].at_work[0], 10.0) << "the works end on the Sunday after the week";
  EXPECT_EQ(measure(plan, {}, october).sectors[direct].at_work[0], 110.0);
}

TEST(ProgrammeModel, MakesOneGroupOfRowsThatActAlike) {
  const plan::Plan plan = plan_of({programme("a", 3), programme("b", 4), programme("c", 5)});
  const ProgrammeModel model(plan, {}, testing::even_pool());
  ASSERT_EQ(model.groups().size(), 1u);
  EXPECT_EQ(model.groups().front().jobs, 12.0);
}

TEST(ProgrammeModel, DrawsDeadweightAndDisplacementTogether) {
  auto traits = plain_traits("t");
  traits.deadweight.distribution = random::Distribution::triangular(0.1, 0.3, 0.4);
  traits.displacement.distribution = random::Distribution::triangular(0.05, 0.15, 0.3);
  const ProgrammeModel model(plan_of({programme("p", 1, traits)}), {}, testing::even_pool());
  ProgrammeDraw draw = model.make_draw();
  model.draw({9, random::Purpose::parameters}, {9, random::Purpose::execution}, 0, draw);
  random::LaneStream stream({9, random::Purpose::parameters}, 0, random::entity("deadweight.t"));
  const units::Lane u = stream.uniform();
  for (int lane = 0; lane < units::lane_count; ++lane) {
    EXPECT_DOUBLE_EQ(draw.groups[0].net[lane], 1.0 - traits.deadweight.distribution.quantile(u[lane]) -
                                                   traits.displacement.distribution.quantile(u[lane]));
  }
}

/// Traits over the whole range that a pack may hold.
plan::ProgrammeTraits any_traits(const std::string& type) {
  const auto share = [](int most = 101) { return *rc::gen::inRange(0, most) / 100.0; };
  auto traits = plain_traits(type);
  traits.contract =
      *rc::gen::element(plan::Contract::regular, plan::Contract::temporary, plan::Contract::self_employed);
  traits.resident_share = fixed("resident_share." + type, share());
  traits.deadweight = fixed("deadweight." + type, share(61));
  traits.displacement = fixed("displacement." + type, share(41));
  traits.fill.distribution = random::Distribution::triangular(0.0, share(), 1.0);
  traits.start_delay_days.distribution = random::Distribution::uniform(0.0, *rc::gen::inRange(1, 90));
  traits.base_ratio.distribution = random::Distribution::uniform(0.0, 0.2 + share());
  traits.placement_after = fixed("placement_after." + type, 0.0);
  traits.from_inactive = *rc::gen::arbitrary<bool>();
  traits.from_unemployed = *rc::gen::arbitrary<bool>();
  traits.windows = {{*rc::gen::inRange(1, 13), 1, *rc::gen::inRange(1, 13), 28, share()}};
  const int from = *rc::gen::element(15, 20, 30, 60);
  traits.eligible = {{from, 100, plan::Eligible::Sexes::both, 1.0}};
  return traits;
}

plan::Plan any_plan() {
  std::vector<plan::Programme> rows;
  const int count = *rc::gen::inRange(1, 6);
  for (int row = 0; row < count; ++row) {
    const std::string id = std::to_string(row);
    rows.push_back(programme(id, *rc::gen::inRange(0, 2000), any_traits(id)));
  }
  return plan_of(rows);
}

state::CellCounts any_people() {
  state::CellCounts counts;
  for (auto& cell : counts.persons) {
    for (auto& lanes : cell) lanes.setConstant(*rc::gen::inRange(0, 400));
  }
  return counts;
}

RC_GTEST_PROP(ProgrammeModel, PutsNoMoreToWorkThanThereAreAndReportsTheRest, ()) {
  plan::Plan plan = any_plan();
  for (auto& row : plan.programmes) {
    row.traits.resident_share = fixed("resident_share." + row.id, 1.0);
    row.traits.base_ratio = fixed("base_ratio." + row.id, 0.0);
  }
  const auto counts = any_people();
  const auto measured = measure(plan, {}, *rc::gen::element(april, october), counts);
  auto many = people(1e9, 0.0);
  for (auto& cell : many.persons) cell[1].setConstant(1e9);
  const auto all_filled = measure(plan, {}, october, many);
  units::Lane idle = units::Lane::Zero();
  for (const auto& cell : counts.persons) idle += cell[0] + cell[1];
  RC_ASSERT((measured.sectors[direct].at_work <= idle + 1e-6).all());
  RC_ASSERT((measured.sectors[direct].unfilled >= -1e-6).all());
  RC_ASSERT((all_filled.sectors[direct].unfilled.abs() <= 1e-6).all());
}

RC_GTEST_PROP(ProgrammeModel, ChangesNoBitForAProgrammeWithZeroJobsWhereverItStands, ()) {
  const plan::Plan plan = any_plan();
  plan::Plan longer = plan;
  const auto at = *rc::gen::inRange<std::ptrdiff_t>(0, static_cast<std::ptrdiff_t>(plan.programmes.size()) + 1);
  longer.programmes.insert(longer.programmes.begin() + at, programme("zero", 0, any_traits("zero")));
  const auto counts = any_people();
  const auto without = measure(plan, {}, october, counts);
  const auto with = measure(longer, {}, october, counts);
  for (std::size_t cell = 0; cell < state::cell_count; ++cell) {
    for (std::size_t contract = 0; contract < 3; ++contract) {
      RC_ASSERT((with.overlay.net[cell][contract] == without.overlay.net[cell][contract]).all());
    }
  }
  RC_ASSERT((with.overlay.insured == without.overlay.insured).all());
}

RC_GTEST_PROP(ProgrammeModel, HasNoProgrammesBelowTheBaseYearAndTheBaseYearAtNothing, ()) {
  const plan::Plan plan = any_plan();
  const auto counts = people(1e6, 1e6);
  const auto week = *rc::gen::element(april, october);
  const auto none = measure(plan, with_set(scenario::ProgrammeSet::none), week, counts);
  const auto again = measure(plan, with_set(scenario::ProgrammeSet::base_year), week, counts);
  for (std::size_t cell = 0; cell < state::cell_count; ++cell) {
    for (std::size_t contract = 0; contract < 3; ++contract) {
      RC_ASSERT((again.overlay.net[cell][contract] == 0.0).all());
      RC_ASSERT((none.overlay.net[cell][contract] <= 1e-9).all());
    }
  }
}

RC_GTEST_PROP(OverlayApply, ConservesPeopleAndMakesNobodyNegative, ()) {
  Overlay overlay;
  state::CellCounts counts;
  const auto amount = [](int most) { return units::Lane::Constant(*rc::gen::inRange(0, most)); };
  for (std::size_t cell = 0; cell < state::cell_count; ++cell) {
    for (auto& lanes : counts.persons[cell]) lanes = amount(1000);
    for (auto& lanes : overlay.net[cell]) lanes = amount(4000) - 2000.0;
  }
  state::CellCounts after = counts;
  apply(overlay, after);
  for (int cell = 0; cell < state::cell_count; ++cell) {
    RC_ASSERT(std::abs(after.total(cell)[0] - counts.total(cell)[0]) <= 1e-9 * (1.0 + counts.total(cell)[0]));
    for (const auto& lanes : after.persons[static_cast<std::size_t>(cell)]) RC_ASSERT(lanes[0] >= -1e-9);
  }
}

}  // namespace
}  // namespace jobcast::programmes
