#include <gtest/gtest.h>

#include <filesystem>

#include "models/panel/skill.hpp"

namespace jobcast::panel {
namespace {

/// The published panel of all areas is not part of the project; where it lies beside it, forecasts are held to it.
std::filesystem::path published_panel() {
  return std::filesystem::path(JOBCAST_SOURCE_DIR) / "../shared/reference/lalfs-areas-2013-2023.csv";
}

const Score& score_of(const Skill& skill, Model model) { return skill.scores[static_cast<std::size_t>(model)].score; }

TEST(PublishedPanel, OfCountiesIsForecastBetterThanByAnyRival) {
  if (!std::filesystem::exists(published_panel())) GTEST_SKIP() << "the published panel is not beside the project";
  const auto panel = read_panel(published_panel().string());
  const auto skill = measure_skill(panel, nullptr, {"15-64", {"군"}, {}});
  const auto& own = score_of(skill, Model::jobcast);
  EXPECT_GT(own.n, 500);
  EXPECT_LT(own.crps, 1.08);
  EXPECT_GE(own.coverage_80, 0.75);
  EXPECT_LE(own.coverage_80, 0.85);
  for (const auto rival : {Model::last_value, Model::local_level, Model::drift}) {
    EXPECT_LT(own.crps, 0.92 * score_of(skill, rival).crps) << name_of(rival);
  }
}

}  // namespace
}  // namespace jobcast::panel
