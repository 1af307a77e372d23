#include "app/commands/run_maker.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <stdexcept>

#include "models/scenario/scenario.hpp"
#include "tests/models/sweep/swept_pack.hpp"

namespace jobcast::app {
namespace {

/// A sweep of a plan that has been put out of memory by others.
sweep::Sweep sweep_of(const sweep::test::SweptPack& pack) {
  const auto read = [folder = pack.folder()] {
    sweep::SweptPlan swept{plan::load_plan(folder), {}, {}};
    swept.base = scenario::as_written(swept.plan);
    return swept;
  };
  sweep::Sweep sweep;
  sweep.id = "s";
  sweep.draws = 64;
  constexpr int plans = 40;
  for (int plan = 0; plan < plans; ++plan) sweep.plans.push_back(read(), read);
  return sweep;
}

TEST(RunMaker, GivesAPlanThatIsReadAgainTheSameKey) {
  const sweep::test::SweptPack pack("");
  const auto sweep = sweep_of(pack);
  const RunMaker maker(sweep, {}, KeepDraws::none);
  const auto swept = sweep::Scenarios(sweep, 0).at(0);
  const auto key = maker.key(swept);
  for (std::size_t plan = 1; plan < sweep.plans.size(); ++plan) static_cast<void>(sweep.plans[plan]);
  EXPECT_EQ(maker.key(swept), key);
}

TEST(RunMaker, RefusesAPlanThatIsAnotherWhenItIsReadAgain) {
  const sweep::test::SweptPack pack("");
  const auto sweep = sweep_of(pack);
  const RunMaker maker(sweep, {}, KeepDraws::none);
  const auto swept = sweep::Scenarios(sweep, 0).at(0);
  static_cast<void>(maker.key(swept));
  std::ofstream(pack.path("plan.toml"), std::ios::app) << "# changed\n";
  static_cast<void>(maker.key(swept));  // still the plan that was read before
  for (std::size_t plan = 1; plan < sweep.plans.size(); ++plan) static_cast<void>(sweep.plans[plan]);
  EXPECT_THROW(static_cast<void>(maker.key(swept)), input::InputError);
}

TEST(PlacedRun, IsTheSameAfterATripAsBytes) {
  PlacedRun placed{.plan = 225, .number = 999, .run = {}};
  placed.run.record.key = "key";
  placed.run.record.draws = 7;
  placed.run.outcomes = {{.name = "published.employed", .mean = 0.1 + 0.2}};
  const auto back = placed_run_from(to_bytes(placed));
  EXPECT_EQ(back.plan, 225U);
  EXPECT_EQ(back.number, 999U);
  EXPECT_EQ(back.run, placed.run);
  EXPECT_THROW(static_cast<void>(placed_run_from("short")), std::invalid_argument);
}

}  // namespace
}  // namespace jobcast::app
