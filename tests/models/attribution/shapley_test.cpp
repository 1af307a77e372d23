#include "models/attribution/shapley.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace jobcast::attribution {
namespace {

/// One outcome in one draw.
Worth one(double value) { return {{value}}; }
double share(const Shares& shares, std::size_t player) { return shares.of[player][0][0]; }

/// The glove game (Shapley and Shubik 1969): player 0 has a left glove, the others right ones; a pair is worth 1.
Worth gloves(const Coalition& coalition) {
  const bool right = std::any_of(coalition.begin() + 1, coalition.end(), [](bool present) { return present; });
  return one(coalition[0] && right ? 1.0 : 0.0);
}

/// The airport game (Littlechild and Owen 1973): a runway as long as the longest aeroplane needs.
Worth airport(const Coalition& coalition) {
  double longest = 0.0;
  for (std::size_t i = 0; i < coalition.size(); ++i) {
    if (coalition[i]) longest = std::max(longest, static_cast<double>(i + 1));
  }
  return one(longest);
}

/// Its known answer: each metre is paid in equal parts by those who need it.
double airport_share(std::size_t player, std::size_t players) {
  double due = 0.0;
  for (std::size_t metre = 0; metre <= player; ++metre) due += 1.0 / static_cast<double>(players - metre);
  return due;
}

TEST(Shapley, KnowsTheGloveGame) {
  const auto shares = shapley(3, gloves, {});
  EXPECT_TRUE(shares.all_orders);
  EXPECT_EQ(shares.asked, 8U);
  EXPECT_NEAR(share(shares, 0), 2.0 / 3.0, 1e-12);
  EXPECT_NEAR(share(shares, 1), 1.0 / 6.0, 1e-12);
  EXPECT_NEAR(share(shares, 2), 1.0 / 6.0, 1e-12);
}

TEST(Shapley, KnowsTheAirportGame) {
  const auto shares = shapley(6, airport, {});
  for (std::size_t player = 0; player < 6; ++player) {
    EXPECT_NEAR(share(shares, player), airport_share(player, 6), 1e-12) << player;
  }
}

TEST(Shapley, SamplesWithinTheErrorItTells) {
  constexpr std::size_t players = 12;
  const Orders orders{.pairs = 400, .seed = 7};
  const auto shares = shapley(players, airport, orders);
  EXPECT_FALSE(shares.all_orders);
  EXPECT_EQ(shares.asked, coalitions_asked(players, orders));
  double sum = 0.0;
  for (std::size_t player = 0; player < players; ++player) {
    const double error = shares.order_error[player][0];
    EXPECT_NEAR(share(shares, player), airport_share(player, players), 4.0 * error) << player;
    EXPECT_LT(error, 0.1) << player;
    EXPECT_GT(error, 0.0) << player;
    sum += share(shares, player);
  }
  EXPECT_NEAR(sum, static_cast<double>(players), 1e-9) << "contributions add up in every order";
}

TEST(Shapley, GivesEachItsOwnWhereNothingInteracts) {
  constexpr std::size_t players = 9;
  const auto additive = [](const Coalition& coalition) {
    Worth worth{{0.0, 0.0}, {1.0, 1.0}};
    for (std::size_t i = 0; i < coalition.size(); ++i) {
      if (!coalition[i]) continue;
      worth[0][0] += static_cast<double>(i);
      worth[0][1] -= static_cast<double>(i);
      worth[1][0] += 0.5;
    }
    return worth;
  };
  const auto shares = shapley(players, additive, {.pairs = 2});
  for (std::size_t player = 0; player < players; ++player) {
    EXPECT_NEAR(shares.of[player][0][0], static_cast<double>(player), 1e-12);
    EXPECT_NEAR(shares.of[player][0][1], -static_cast<double>(player), 1e-12);
    EXPECT_NEAR(shares.of[player][1][0], 0.5, 1e-12);
    EXPECT_EQ(shares.of[player][1][1], 0.0);
    EXPECT_NEAR(shares.order_error[player][0], 0.0, 1e-9) << "no order matters";
  }
}

TEST(Shapley, RepeatsItselfForASeedAndNotForAnother) {
  const auto first = shapley(10, airport, {.pairs = 3, .seed = 5});
  const auto again = shapley(10, airport, {.pairs = 3, .seed = 5});
  const auto other = shapley(10, airport, {.pairs = 3, .seed = 6});
  EXPECT_EQ(first.of, again.of);
  EXPECT_NE(first.of, other.of);
}

}  // namespace
}  // namespace jobcast::attribution
