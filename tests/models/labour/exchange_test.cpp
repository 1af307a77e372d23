#include "models/labour/exchange.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "tests/models/labour/after.hpp"

namespace jobcast::labour {
namespace {

using units::Lane;

StateLanes random_people() {
  StateLanes people;
  for (Lane& lane : people) lane.setConstant(*rc::gen::inRange(1, 100000) / 10.0);
  return people;
}

double log_odds(const StateLanes& people, const Divide& divide) {
  return std::log(sum_of(people, divide.one)[5] / sum_of(people, divide.other)[5]);
}

RC_GTEST_PROP(Exchange, MovesLogOddsByExactlyWhatItIsAsked, ()) {
  const StateLanes people = random_people();
  const double shift = *rc::gen::inRange(-300, 300) / 100.0;
  for (const Divide& divide : {employment_divide, regular_divide, search_divide}) {
    StateMatrix transition = nobody_moves();
    exchange_log_odds(transition, divide, people, Lane::Constant(shift));
    const StateLanes moved = after(people, transition);
    RC_ASSERT(std::abs(log_odds(moved, divide) - log_odds(people, divide) - shift) < 1e-9);
  }
}

RC_GTEST_PROP(Exchange, KeepsProportionsWithinEachSide, ()) {
  const StateLanes people = random_people();
  StateMatrix transition = nobody_moves();
  exchange_log_odds(transition, employment_divide, people, Lane::Constant(*rc::gen::inRange(-200, 200) / 100.0));
  const StateLanes moved = after(people, transition);
  RC_ASSERT(std::abs(moved[2][0] * people[3][0] / (moved[3][0] * people[2][0]) - 1.0) < 1e-9);
  RC_ASSERT(std::abs(moved[0][0] * people[1][0] / (moved[1][0] * people[0][0]) - 1.0) < 1e-9);
}

RC_GTEST_PROP(Exchange, IsStochastic, ()) {
  StateLanes people = random_people();
  const auto emptied = static_cast<std::size_t>(*rc::gen::inRange(0, 5));
  people[emptied].setZero();
  StateMatrix transition = nobody_moves();
  exchange_log_odds(transition, employment_divide, people, Lane::Constant(*rc::gen::inRange(-900, 900) / 100.0));
  exchange_log_odds(transition, regular_divide, people, Lane::Constant(*rc::gen::inRange(-900, 900) / 100.0));
  for (const auto& row : transition) {
    double sum = 0.0;
    for (const Lane& entry : row) {
      RC_ASSERT(entry[0] >= 0.0);
      sum += entry[0];
    }
    RC_ASSERT(std::abs(sum - 1.0) < 1e-12);
  }
}

}  // namespace
}  // namespace jobcast::labour
