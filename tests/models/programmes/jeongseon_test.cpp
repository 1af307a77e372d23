#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>

#include "tests/models/programmes/fixture.hpp"

// Laws on the plan of Jeongseon for 2024 (scenarios/jeongseon-2024), in its two reference weeks.
namespace jobcast::programmes {
namespace {

using testing::april;
using testing::october;
using testing::with_set;
using units::Lane;

const plan::Plan& jeongseon() {
  static const plan::Plan plan = plan::load_plan(JOBCAST_SOURCE_DIR "/scenarios/jeongseon-2024");
  return plan;
}

/// The plan with the rows of some types alone, or without them.
plan::Plan part_of(const std::vector<std::string>& types, bool keep) {
  plan::Plan plan = jeongseon();
  std::erase_if(plan.programmes, [&](const plan::Programme& row) {
    return (std::find(types.begin(), types.end(), row.type) != types.end()) != keep;
  });
  return plan;
}

/// People of each sex without work and with, by labour group: roughly the county at the end of 2023.
state::CellCounts county() {
  constexpr std::array<double, state::labour_group_count> idle{520, 390, 160, 170, 300, 650, 520, 500, 370, 1130};
  constexpr std::array<double, state::labour_group_count> working{50, 240, 350, 990, 1790, 2520, 1620, 1430, 860, 1330};
  state::CellCounts counts;
  for (std::size_t cell = 0; cell < state::cell_count; ++cell) {
    counts.persons[cell][0].setConstant(0.97 * idle[cell / 2]);
    counts.persons[cell][1].setConstant(0.03 * idle[cell / 2]);
    for (std::size_t state = 2; state < 5; ++state) counts.persons[cell][state].setConstant(working[cell / 2] / 3.0);
  }
  return counts;
}

CellWeights without_work() {
  CellWeights pool;
  const auto counts = county();
  for (std::size_t cell = 0; cell < pool.size(); ++cell) {
    pool[cell] = counts.persons[cell][0][0] + counts.persons[cell][1][0];
  }
  return pool;
}

/// Net change of employed residents against the base year's programmes, by draw.
struct Change {
  std::vector<double> under_65, from_65;
  double unfilled = 0.0;  ///< mean over draws and sectors' sum

  [[nodiscard]] std::vector<double> all() const {
    std::vector<double> sums(under_65);
    for (std::size_t draw = 0; draw < sums.size(); ++draw) sums[draw] += from_65[draw];
    return sums;
  }
};

Change change_of(const plan::Plan& plan, const scenario::Scenario& scenario, time::Date sunday) {
  constexpr std::uint32_t draws = 2000;
  const ProgrammeModel model(plan, scenario, without_work());
  const WeekCalendar week = model.planned().week(sunday);
  const auto counts = county();
  ProgrammeDraw draw = model.make_draw();
  Overlay overlay;
  SectorOutcomes sectors;
  Change change;
  for (std::uint32_t first = 0; first < draws; first += units::lane_count) {
    model.draw({1, random::Purpose::parameters}, {1, random::Purpose::execution}, first, draw);
    model.measure(draw, week, counts, overlay, sectors);
    Lane young = Lane::Zero();
    Lane old = Lane::Zero();
    for (std::size_t cell = 0; cell < state::cell_count; ++cell) {
      (cell / 2 <= 6 ? young : old) += overlay.net[cell][0] + overlay.net[cell][1] + overlay.net[cell][2];
    }
    change.under_65.insert(change.under_65.end(), young.begin(), young.end());
    change.from_65.insert(change.from_65.end(), old.begin(), old.end());
    for (const SectorLanes& sector : sectors) change.unfilled += sector.unfilled.sum() / draws;
  }
  return change;
}

double mean(const std::vector<double>& values) {
  double sum = 0.0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

double standard_error(const std::vector<double>& values) {
  double squares = 0.0;
  for (const double value : values) squares += (value - mean(values)) * (value - mean(values));
  return std::sqrt(squares) / static_cast<double>(values.size());
}

TEST(JeongseonProgrammes, HaveNoProgrammesBelow2023AgainAndThatBelowThePlan) {
  for (const time::Date week : {april, october}) {
    const auto none = change_of(jeongseon(), with_set(scenario::ProgrammeSet::none), week);
    const auto again = change_of(jeongseon(), with_set(scenario::ProgrammeSet::base_year), week);
    const auto plan = change_of(jeongseon(), {}, week);
    std::printf("%s: no programmes %.0f, plan %+.1f (standard error %.1f), of it under 65 %+.1f\n",
                time::to_string(week).c_str(), mean(none.all()), mean(plan.all()), standard_error(plan.all()),
                mean(plan.under_65));
    EXPECT_LT(mean(none.all()), -1000.0);
    EXPECT_EQ(mean(again.all()), 0.0);
    EXPECT_GT(mean(plan.all()), 0.0);
  }
}

TEST(JeongseonProgrammes, MoveTheRateOfThoseOver64WithSeniorsJobsAndHardlyThatOfTheOthers) {
  const plan::Plan seniors = part_of({"senior-public-job"}, true);
  const auto change = change_of(seniors, with_set(scenario::ProgrammeSet::none), october);
  EXPECT_LT(mean(change.from_65), -1000.0);
  EXPECT_GT(mean(change.under_65), 0.1 * mean(change.from_65));
}

TEST(JeongseonProgrammes, ShowStudentsVacationJobsInNoReferenceWeek) {
  const plan::Plan others = part_of({"student-vacation-job"}, false);
  ASSERT_LT(others.programmes.size(), jeongseon().programmes.size());
  for (const auto set : {scenario::ProgrammeSet::plan, scenario::ProgrammeSet::none}) {
    EXPECT_NEAR(mean(change_of(jeongseon(), with_set(set), october).all()),
                mean(change_of(others, with_set(set), october).all()), 1e-9);
  }
}

TEST(JeongseonProgrammes, FallWithTheCountysMoney) {
  scenario::Change cut;
  cut.select.fundings = {plan::Funding::county};
  cut.budget = scenario::Adjustment{scenario::Adjustment::Kind::relative, -0.1};
  const double with_matching = mean(change_of(jeongseon(), testing::scenario_of({cut}), october).all());
  cut.matching = false;
  const double county_alone = mean(change_of(jeongseon(), testing::scenario_of({cut}), october).all());
  const double plan = mean(change_of(jeongseon(), {}, october).all());
  EXPECT_LT(with_matching, county_alone);
  EXPECT_LT(county_alone, plan);
}

TEST(JeongseonProgrammes, FindTheirPeople) {
  EXPECT_LT(change_of(jeongseon(), {}, october).unfilled, 30.0) << "of some 5,000 slots";
}

}  // namespace
}  // namespace jobcast::programmes
