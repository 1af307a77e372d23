#include "engine/linear/maximise.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <numeric>
#include <stdexcept>

namespace jobcast::linear {
namespace {

TEST(Maximise, SolvesATextbookProgram) {
  // Dantzig's two products: 3x + 5y, x <= 4, 2y <= 12, 3x + 2y <= 18. Optimum (2, 6), worth 36, prices 0, 3/2, 1.
  const Program program{.variables = {{.worth = 3.0}, {.worth = 5.0}},
                        .rows = {{.terms = {{0, 1.0}}, .most = 4.0},
                                 {.terms = {{1, 2.0}}, .most = 12.0},
                                 {.terms = {{0, 3.0}, {1, 2.0}}, .most = 18.0}}};
  const auto found = maximise(program);
  ASSERT_TRUE(found);
  EXPECT_NEAR(found->values[0], 2.0, 1e-9);
  EXPECT_NEAR(found->values[1], 6.0, 1e-9);
  EXPECT_NEAR(found->worth, 36.0, 1e-9);
  EXPECT_NEAR(found->prices[0], 0.0, 1e-9);
  EXPECT_NEAR(found->prices[1], 1.5, 1e-9);
  EXPECT_NEAR(found->prices[2], 1.0, 1e-9);
}

TEST(Maximise, TellsContradictionsAndWorthWithoutLimit) {
  EXPECT_FALSE(maximise(
      {.variables = {{.worth = 1.0}}, .rows = {{.terms = {{0}}, .least = 3.0}, {.terms = {{0}}, .most = 2.0}}}));
  EXPECT_FALSE(maximise({.variables = {{.least = 2.0, .most = 1.0}}, .rows = {}}));
  EXPECT_THROW((void)maximise({.variables = {{.worth = 1.0}}, .rows = {{.terms = {{0}}, .least = 1.0}}}),
               std::invalid_argument);
  EXPECT_THROW((void)maximise({.variables = {}, .rows = {{.terms = {{0}}, .most = 1.0}}}), std::invalid_argument);
}

TEST(Maximise, DoesNotCareForTheSizeOfWorths) {
  for (const double size : {1e-12, 1.0, 1e9}) {
    const auto found = maximise({.variables = {{.most = 5.0, .worth = 2.0 * size}, {.most = 5.0, .worth = size}},
                                 .rows = {{.terms = {{0}, {1}}, .most = 7.0}}});
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->values[0], 5.0, 1e-9);
    EXPECT_NEAR(found->values[1], 2.0, 1e-9);
    EXPECT_NEAR(found->prices[0] / size, 1.0, 1e-9);
  }
}

RC_GTEST_PROP(Maximise, FillsAKnapsackInTheOrderOfWorth, ()) {
  const auto worths = *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 1000)));
  const auto purse = *rc::gen::inRange(0, 50);
  Program program;
  Row sum{.terms = {}, .most = static_cast<double>(purse)};
  for (std::size_t i = 0; i < worths.size(); ++i) {
    program.variables.push_back({.most = 2.0, .worth = static_cast<double>(worths[i])});
    sum.terms.push_back({i});
  }
  program.rows.push_back(sum);
  auto sorted = worths;
  std::sort(sorted.rbegin(), sorted.rend());
  double left = purse;
  double best = 0.0;
  for (const int worth : sorted) {
    const double taken = std::min(left, 2.0);
    best += taken * worth;
    left -= taken;
  }
  const auto found = maximise(program);
  RC_ASSERT(found.has_value());
  RC_ASSERT(std::abs(found->worth - best) <= 1e-6 * (1.0 + best));
  RC_ASSERT(std::accumulate(found->values.begin(), found->values.end(), 0.0) <= purse + 1e-6);
}

}  // namespace
}  // namespace jobcast::linear
