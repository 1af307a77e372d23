#include "engine/graph/three_point.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace jobcast::graph {
namespace {

TEST(TriangularMoments, EqualTheIntegralsOfTheDensity) {
  const ThreePoint duration{20.0, 35.0, 90.0};
  constexpr int steps = 200000;
  double mass = 0.0;
  double first = 0.0;
  double second = 0.0;
  for (int step = 0; step < steps; ++step) {
    const double x = 20.0 + 70.0 * (step + 0.5) / steps;
    const double density = x < 35.0 ? 2.0 * (x - 20.0) / (70.0 * 15.0) : 2.0 * (90.0 - x) / (70.0 * 55.0);
    mass += density * 70.0 / steps;
    first += x * density * 70.0 / steps;
    second += x * x * density * 70.0 / steps;
  }
  const auto moments = triangular_moments(duration);
  EXPECT_NEAR(mass, 1.0, 1e-8);
  EXPECT_NEAR(moments.mean, first, 1e-6);
  EXPECT_NEAR(moments.variance, second - first * first, 1e-4);
}

TEST(PertMoments, AreTheClassicWeights) {
  const auto moments = pert_moments({3.0, 5.0, 13.0});
  EXPECT_DOUBLE_EQ(moments.mean, 6.0);
  EXPECT_DOUBLE_EQ(moments.variance, 100.0 / 36.0);
}

TEST(PertLength, AddsMeansAndVariancesAlongTheCriticalPath) {
  DependencyGraph graph;
  graph.add_task("training", 0.0);
  graph.add_task("permit", 0.0);
  graph.add_task("hiring", 0.0);
  graph.add_dependency("training", "hiring");
  graph.add_dependency("permit", "hiring");
  const auto length = pert_length(graph, {{90.0, 9.0}, {60.0, 400.0}, {10.0, 4.0}});
  EXPECT_DOUBLE_EQ(length.mean, 100.0);
  EXPECT_DOUBLE_EQ(length.variance, 13.0);
}

}  // namespace
}  // namespace jobcast::graph
