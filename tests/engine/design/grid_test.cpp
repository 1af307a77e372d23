#include "engine/design/grid.hpp"

#include <gmock/gmock.h>

#include <limits>
#include <set>

namespace jobcast::design {
namespace {

using ::testing::ElementsAre;

TEST(Grid, HasEveryCombinationOnce) {
  const Grid grid({2, 3, 4});
  ASSERT_EQ(grid.size(), 24U);
  std::set<std::vector<std::size_t>> seen;
  for (std::uint64_t index = 0; index < grid.size(); ++index) {
    const auto place = grid.place(index);
    EXPECT_LT(place[0], 2U);
    EXPECT_LT(place[1], 3U);
    EXPECT_LT(place[2], 4U);
    seen.insert(place);
  }
  EXPECT_EQ(seen.size(), 24U);
}

TEST(Grid, TurnsTheLastDimensionFastest) {
  const Grid grid({2, 3});
  EXPECT_THAT(grid.place(0), ElementsAre(0, 0));
  EXPECT_THAT(grid.place(1), ElementsAre(0, 1));
  EXPECT_THAT(grid.place(3), ElementsAre(1, 0));
}

TEST(Grid, WithoutDimensionsIsOneCombination) { EXPECT_EQ(Grid({}).size(), 1U); }

TEST(Grid, IsEmptyWhereADimensionHasNoValue) { EXPECT_EQ(Grid({3, 0}).size(), 0U); }

TEST(Grid, OfMoreCombinationsThanCanBeCountedSaysTheGreatestNumber) {
  EXPECT_EQ(Grid(std::vector<std::size_t>(25, 7)).size(), std::numeric_limits<std::uint64_t>::max());
}

}  // namespace
}  // namespace jobcast::design
