#include "models/labour/chance.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "engine/random/stream.hpp"
#include "tests/models/labour/after.hpp"

namespace jobcast::labour {
namespace {

using units::Lane;

/// People who find work with chance `find` a month and lose it with chance `lose`.
StateMatrix two_states(double find, double lose) {
  StateMatrix transition = nobody_moves();
  transition[0][0].setConstant(1.0 - find);
  transition[0][2].setConstant(find);
  transition[2][2].setConstant(1.0 - lose);
  transition[2][0].setConstant(lose);
  return transition;
}

struct Scores {
  random::LaneStream stream{{.seed = 5, .purpose = random::Purpose::chance}, 0, random::entity("test")};

  ChanceScores next() {
    const Lane employment = stream.normal();
    const Lane regular = stream.normal();
    const Lane search = stream.normal();
    return {.employment = employment, .regular = regular, .search = search};
  }
};

// n people, each employed with probability e = find / (find + lose) in the long run: mean n e, variance n e (1 - e).
TEST(Chance, HasTheLongRunMeanAndVarianceOfPeopleWhoMoveEachAlone) {
  const double people = 1000.0;
  const double find = 0.10;
  const double lose = 0.05;
  const double share = find / (find + lose);
  const int months = 8000;
  StateLanes county;
  county.fill(Lane::Zero());
  county[0].setConstant(people * (1.0 - share));
  county[2].setConstant(people * share);
  Scores scores;
  double sum = 0.0;
  double squares = 0.0;
  for (int month = 0; month < months; ++month) {
    StateMatrix transition = two_states(find, lose);
    add_chance(county, scores.next(), transition);
    county = after(county, transition);
    const Lane astray = county[2] - people * share;
    sum += astray.sum();
    squares += astray.square().sum();
  }
  const double count = static_cast<double>(months) * units::lane_count;
  const double variance = people * share * (1.0 - share);
  const double memory = 1.0 - find - lose;
  // Standard errors of an autoregression's mean and variance.
  const double mean_error = std::sqrt(variance / count * (1.0 + memory) / (1.0 - memory));
  const double variance_error = variance * std::sqrt(2.0 / count * (1.0 + memory * memory) / (1.0 - memory * memory));
  EXPECT_NEAR(sum / count, 0.0, 4.0 * mean_error);
  EXPECT_NEAR(squares / count, variance, 4.0 * variance_error);
}

TEST(Chance, HasAMeanOfZeroEvenWhereItIsCut) {
  // One or two unemployed people among many inactive: nearly every score is cut.
  StateLanes county;
  county.fill(Lane::Constant(300.0));
  county[1].setConstant(1.5);
  StateMatrix expected = nobody_moves();
  expected[1][1].setConstant(0.5);
  expected[1][0].setConstant(0.5);
  expected[0][0].setConstant(0.9975);
  expected[0][1].setConstant(0.0025);
  const StateLanes mean = after(county, expected);
  Scores scores;
  Lane astray = Lane::Zero();
  Lane squares = Lane::Zero();
  const int months = 4000;
  for (int month = 0; month < months; ++month) {
    StateMatrix transition = expected;
    add_chance(county, scores.next(), transition);
    const Lane difference = after(county, transition)[1] - mean[1];
    astray += difference;
    squares += difference.square();
  }
  const double count = static_cast<double>(months) * units::lane_count;
  EXPECT_NEAR(astray.sum() / count, 0.0, 4.0 * std::sqrt(squares.sum()) / count);
  EXPECT_GT(squares.sum(), 0.0);
}

RC_GTEST_PROP(Chance, ConservesPeopleAndLeavesNobodyNegative, ()) {
  StateLanes county;
  for (Lane& lane : county) lane.setConstant(*rc::gen::inRange(0, 2000) / 10.0);
  StateMatrix transition;
  for (auto& row : transition) {
    double sum = 0.0;
    for (Lane& entry : row) {
      entry.setConstant(*rc::gen::inRange(0, 100) + 0.001);
      sum += entry[0];
    }
    for (Lane& entry : row) entry /= sum;
  }
  const auto score = [] { return Lane(Lane::Constant(*rc::gen::inRange(-600, 600) / 100.0)); };
  add_chance(county, {.employment = score(), .regular = score(), .search = score()}, transition);
  const StateLanes moved = after(county, transition);
  double before_sum = 0.0;
  double after_sum = 0.0;
  for (std::size_t k = 0; k < county.size(); ++k) {
    RC_ASSERT(moved[k][0] >= 0.0);
    before_sum += county[k][0];
    after_sum += moved[k][0];
  }
  RC_ASSERT(std::abs(before_sum - after_sum) <= 1e-9 * (before_sum + 1.0));
}

TEST(Chance, LeavesAnEmptyCellAlone) {
  StateLanes nobody;
  nobody.fill(Lane::Zero());
  StateMatrix transition = two_states(0.1, 0.05);
  Scores scores;
  add_chance(nobody, scores.next(), transition);
  for (const auto& row : transition) {
    for (const Lane& entry : row) EXPECT_TRUE(entry.isFinite().all());
  }
}

}  // namespace
}  // namespace jobcast::labour
