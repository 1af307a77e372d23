#include "models/runs/run_key.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "tests/support/small_pack.hpp"

namespace jobcast::runs {
namespace {

using jobcast::testing::SmallPack;

std::string key_of(const plan::Plan& plan, const scenario::Scenario& scenario, forecast::Request request = {},
                   std::string_view engine = "1") {
  return run_key(pack_print(plan), scenario, request, engine);
}

TEST(PackPrint, ChangesWithASingleByteOfAnyFileThatThePlanNames) {
  const SmallPack pack;
  const auto plan = plan::load_plan(pack.folder());
  const auto before = pack_print(plan);
  EXPECT_EQ(before.size(), 64U);
  EXPECT_GT(plan.files.size(), 3U);
  for (const auto& file : plan.files) {
    const auto path = std::filesystem::path(pack.folder()) / file;
    std::ofstream(path, std::ios::app) << "\n";
    EXPECT_NE(pack_print(plan), before) << file;
    std::filesystem::resize_file(path, std::filesystem::file_size(path) - 1);
    EXPECT_EQ(pack_print(plan), before) << file;
  }
}

TEST(PackPrint, DoesNotCareForFilesThatThePlanDoesNotName) {
  const SmallPack pack;
  const auto plan = plan::load_plan(pack.folder());
  const auto before = pack_print(plan);
  std::ofstream(std::filesystem::path(pack.folder()) / "notes.md") << "not a number in it";
  EXPECT_EQ(pack_print(plan), before);
}

TEST(RunKey, ChangesWithEverythingThatTheOutcomesDependOn) {
  const SmallPack pack;
  const auto plan = plan::load_plan(pack.folder());
  const auto written = scenario::as_written(plan);
  const auto key = key_of(plan, written);
  auto changed = written;
  changed.changes.push_back({.select = {},
                             .budget = scenario::Adjustment{.value = -0.1},
                             .matching = true,
                             .jobs = {},
                             .start_delay_days = {},
                             .programmes = {},
                             .where = {}});
  EXPECT_NE(key_of(plan, changed), key);
  auto shocked = written;
  shocked.shocks.push_back({.date = time::make_date(2024, 7, 1), .name = {}, .jobs = -10.0, .where = {}});
  EXPECT_NE(key_of(plan, shocked), key);
  auto renamed = written;
  renamed.id = "another";
  EXPECT_NE(key_of(plan, renamed), key);
  EXPECT_NE(key_of(plan, written, {.seed = 2}), key);
  EXPECT_NE(key_of(plan, written, {.split_uncertainty = false}), key);
  EXPECT_NE(key_of(plan, written, {.until = time::make_date(2030, 12, 31)}), key);
  EXPECT_NE(key_of(plan, written, {}, "2"), key);
}

TEST(RunKey, ChangesWithTheCalibrationAndIsAsBeforeWithoutOne) {
  const SmallPack pack;
  const auto plan = plan::load_plan(pack.folder());
  const auto written = scenario::as_written(plan);
  const auto with = [&](std::string_view calibration) {
    return run_key(pack_print(plan), written, {}, "1", calibration);
  };
  EXPECT_EQ(with(""), key_of(plan, written));
  EXPECT_NE(with("3fa1"), with(""));
  EXPECT_NE(with("3fa1"), with("3fa2"));
}

TEST(RunKey, DoesNotCareForDrawsThreadsAndTitles) {
  const SmallPack pack;
  const auto plan = plan::load_plan(pack.folder());
  const auto written = scenario::as_written(plan);
  auto retitled = written;
  retitled.title = {"다른 제목", "another title"};
  EXPECT_EQ(key_of(plan, retitled, {.draws = 7, .threads = 3}), key_of(plan, written));
}

}  // namespace
}  // namespace jobcast::runs
