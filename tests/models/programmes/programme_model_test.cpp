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

constexpr auto direct = static_cast<std::size_t>(plan::Sector::direct);

scenario::Scenario with_set(scenario::ProgrammeSet set) {
  scenario::Change change;
  change.programmes = set;
  return {.changes = {change}};
}

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
  const auto measured = measure(plan_of({programme("p", 100, traits)}), with_set(scenario::ProgrammeSet::none), october);
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
  const auto measured = measure(plan_of({row}), {.changes = {cut}}, october);
  EXPECT_NEAR(measured.sectors[direct].at_work[0], 100.0 * std::pow(0.6, 0.85), 1e-9);
}

TEST(ProgrammeModel, LosesEveryJobWithAllOfTheMoney) {
  auto row = programme("p", 100);
  row.budget = testing::budget(0, 0, 1'000'000);
  scenario::Change cut;
  cut.budget = scenario::Adjustment{scenario::Adjustment::Kind::absolute, 0.0};
  const auto measured = measure(plan_of({row}), {.changes = {cut}}, october);
  EXPECT_EQ(measured.sectors[direct].at_work[0], 0.0);
}

TEST(ProgrammeModel, HidesAProgrammeThatStartsAfterTheReferenceWeek) {
  auto traits = plain_traits("t");
  traits.windows = {{4, 1, 12, 31, 1.0}};
  scenario::Change late;
  late.start_delay_days = 30;
  const plan::Plan plan = plan_of({programme("p", 100, traits)});
  EXPECT_EQ(measure(plan, {}, april).sectors[direct].at_work[0], 100.0);
  EXPECT_EQ(measure(plan, {.changes = {late}}, april).sectors[direct].at_work[0], 0.0);
  EXPECT_EQ(measure(plan, {.changes = {late}}, october).sectors[direct].at_work[0], 100.0);
}

TEST(ProgrammeModel, SplitsSeniorsByAgeSoThatFewOfThemCountInTheRateOfThe15To64) {
  auto traits = plain_traits("senior");
  traits.eligible = {{60, 64, plan::Eligible::Sexes::both, 0.16}, {65, 120, plan::Eligible::Sexes::both, 0.84}};
  const auto measured = measure(plan_of({programme("p", 1000, traits)}), {}, october);
  EXPECT_NEAR(measured.sectors[direct].at_work_15_64[0], 160.0, 1e-9);
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
