#include "engine/lanes/transition.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <vector>

#include "engine/lanes/exponential.hpp"
#include "tests/support/lane_matrices.hpp"

namespace jobcast::lanes {
namespace {

using test_support::random_generator;

constexpr int states = 5;

LaneMatrix<states> random_transition() {
  LaneMatrix<states> transition;
  exponential<states>(*random_generator<states>(3.0), transition);
  return transition;
}

std::vector<units::Lane> random_persons(int lane_arrays) {
  std::vector<units::Lane> persons(static_cast<std::size_t>(lane_arrays));
  for (auto& lanes : persons) {
    for (int lane = 0; lane < units::lane_count; ++lane) lanes[lane] = *rc::gen::inRange(0, 100000) / 7.0;
  }
  return persons;
}

double expected(const std::vector<units::Lane>& persons, int row, std::size_t to, int lane,
                const LaneMatrix<states>& transition) {
  double sum = 0.0;
  for (std::size_t from = 0; from < states; ++from) {
    sum += persons[static_cast<std::size_t>(row) * states + from][lane] * transition[from][to][lane];
  }
  return sum;
}

RC_GTEST_PROP(TransitionRows, MovesEachRowByItsLanesMatrix, ()) {
  const int rows = *rc::gen::inRange(0, 6);
  const auto transition = random_transition();
  const auto before = random_persons(rows * states);
  auto after = before;
  transition_rows<states>(after.data(), rows, transition);
  for (int row = 0; row < rows; ++row) {
    for (std::size_t to = 0; to < states; ++to) {
      for (int lane = 0; lane < units::lane_count; ++lane) {
        const double wanted = expected(before, row, to, lane, transition);
        RC_ASSERT(std::abs(after[static_cast<std::size_t>(row) * states + to][lane] - wanted) <= 1e-14 * wanted);
      }
    }
  }
}

RC_GTEST_PROP(TransitionRows, KeepsEveryPerson, ()) {
  const auto transition = random_transition();
  const auto before = random_persons(3 * states);
  auto after = before;
  transition_rows<states>(after.data(), 3, transition);
  for (std::size_t row = 0; row < 3; ++row) {
    units::Lane was = units::Lane::Zero();
    units::Lane is = units::Lane::Zero();
    for (std::size_t state = 0; state < states; ++state) {
      was += before[row * states + state];
      is += after[row * states + state];
    }
    RC_ASSERT(((was - is).abs() <= 1e-14 * was).all());
  }
}

RC_GTEST_PROP(TransitionRows, ScalesEachRowByItsOwnLaneFactor, ()) {
  const int rows = *rc::gen::inRange(1, 6);
  const auto transition = random_transition();
  const auto before = random_persons(rows * states);
  auto factor = random_persons(rows);
  for (auto& lanes : factor) lanes *= 1e-4;
  auto plain = before;
  auto scaled = before;
  transition_rows<states>(plain.data(), rows, transition);
  transition_rows<states>(scaled.data(), rows, transition, factor.data());
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const units::Lane wanted = plain[i] * factor[i / states];
    RC_ASSERT(((scaled[i] - wanted).abs() <= 2e-15 * wanted).all());
  }
}

RC_GTEST_PROP(TransitionRows, BlendsTwoMatricesByTheWeightOfTheFirst, ()) {
  const int rows = *rc::gen::inRange(1, 6);
  const auto first = random_transition();
  const auto second = random_transition();
  const double weight = *rc::gen::inRange(0, 101) / 100.0;
  const auto before = random_persons(rows * states);
  auto factor = random_persons(rows);
  auto by_first = before;
  auto by_second = before;
  auto blended = before;
  auto blended_and_scaled = before;
  transition_rows<states>(by_first.data(), rows, first);
  transition_rows<states>(by_second.data(), rows, second);
  transition_rows<states>(blended.data(), rows, Blend<states>{first, second, weight});
  transition_rows<states>(blended_and_scaled.data(), rows, Blend<states>{first, second, weight}, factor.data());
  for (std::size_t i = 0; i < before.size(); ++i) {
    const units::Lane wanted = weight * by_first[i] + (1.0 - weight) * by_second[i];
    RC_ASSERT(((blended[i] - wanted).abs() <= 4e-15 * wanted).all());
    RC_ASSERT(
        ((blended_and_scaled[i] - wanted * factor[i / states]).abs() <= 4e-15 * wanted * factor[i / states]).all());
  }
}

RC_GTEST_PROP(TransitionRows, GiveARowTheSameBitsAloneOrAmongOthers, ()) {
  const auto transition = random_transition();
  const auto before = random_persons(5 * states);
  auto together = before;
  transition_rows<states>(together.data(), 5, transition);
  for (int row = 0; row < 5; ++row) {
    auto alone = before;
    transition_rows<states>(alone.data() + row * states, 1, transition);
    for (std::size_t state = 0; state < states; ++state) {
      const std::size_t i = static_cast<std::size_t>(row) * states + state;
      RC_ASSERT((alone[i] == together[i]).all());
    }
  }
}

TEST(TransitionRows, RepeatedReachTheStationaryDistribution) {
  const auto generator =
      test_support::generator_with<3>([](int i, int j) { return 0.1 * (1 + i) * (j == (i + 1) % 3); });
  LaneMatrix<3> transition;
  exponential<3>(generator, transition);
  std::vector<units::Lane> persons(3, units::Lane::Zero());
  persons[0].setConstant(1100.0);
  for (int month = 0; month < 400; ++month) transition_rows<3>(persons.data(), 1, transition);
  // A cycle with exit rates 0.1, 0.2, 0.3 holds people in proportion to 1, 1/2, 1/3.
  EXPECT_NEAR(persons[0][5], 600.0, 1e-8);
  EXPECT_NEAR(persons[1][5], 300.0, 1e-8);
  EXPECT_NEAR(persons[2][5], 200.0, 1e-8);
}

}  // namespace
}  // namespace jobcast::lanes
