#include "models/attribution/shapley.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/random/stream.hpp"

namespace jobcast::attribution {
namespace {

Worth zeros_like(const Worth& worth) {
  Worth zeros;
  for (const auto& outcome : worth) zeros.emplace_back(outcome.size(), 0.0);
  return zeros;
}

/// sum += weight (after - before), draw by draw; returns the mean difference of each outcome.
std::vector<double> add_contribution(Worth& sum, double weight, const Worth& after, const Worth& before) {
  std::vector<double> means(sum.size(), 0.0);
  for (std::size_t outcome = 0; outcome < sum.size(); ++outcome) {
    const auto draws = sum[outcome].size();
    for (std::size_t draw = 0; draw < draws; ++draw) {
      const double gain = after[outcome][draw] - before[outcome][draw];
      sum[outcome][draw] += weight * gain;
      means[outcome] += gain;
    }
    if (draws > 0) means[outcome] /= static_cast<double>(draws);
  }
  return means;
}

double factorial(std::size_t n) { return std::tgamma(static_cast<double>(n) + 1.0); }

Shares from_all(std::size_t players, const std::function<Worth(const Coalition&)>& worth) {
  const std::size_t count = std::size_t{1} << players;
  std::vector<Worth> worths;
  for (std::size_t set = 0; set < count; ++set) {
    Coalition coalition(players);
    for (std::size_t player = 0; player < players; ++player) coalition[player] = ((set >> player) & 1U) != 0;
    worths.push_back(worth(coalition));
  }
  Shares shares{.of = std::vector<Worth>(players, zeros_like(worths.front())),
                .order_error = std::vector(players, std::vector<double>(worths.front().size(), 0.0)),
                .all_orders = true,
                .asked = count};
  for (std::size_t set = 0; set < count; ++set) {
    const auto before = static_cast<std::size_t>(__builtin_popcountll(set));
    for (std::size_t player = 0; player < players; ++player) {
      const std::size_t with = set | (std::size_t{1} << player);
      if (with == set) continue;
      const double weight = factorial(before) * factorial(players - before - 1) / factorial(players);
      add_contribution(shares.of[player], weight, worths[with], worths[set]);
    }
  }
  return shares;
}

std::vector<std::size_t> shuffled(std::size_t players, const Orders& orders, std::size_t pair) {
  std::vector<std::size_t> order(players);
  std::iota(order.begin(), order.end(), 0);
  random::Stream stream({.seed = orders.seed, .purpose = random::Purpose::design}, static_cast<std::uint32_t>(pair),
                        random::entity("attribution orders"));
  // Fisher and Yates.
  for (std::size_t left = players; left > 1; --left) {
    const auto pick = static_cast<std::size_t>(stream.uniform() * static_cast<double>(left));
    std::swap(order[left - 1], order[pick]);
  }
  return order;
}

Shares from_orders(std::size_t players, const std::function<Worth(const Coalition&)>& worth, const Orders& orders) {
  const auto nobody = worth(Coalition(players, false));
  const auto all = worth(Coalition(players, true));
  const std::size_t outcomes = nobody.size();
  Shares shares{.of = std::vector<Worth>(players, zeros_like(nobody)), .order_error = {}, .asked = 2};
  std::vector sums(players, std::vector<double>(outcomes, 0.0));
  auto squares = sums;
  const double weight = 0.5 / static_cast<double>(orders.pairs);
  for (std::size_t pair = 0; pair < orders.pairs; ++pair) {
    auto order = shuffled(players, orders, pair);
    std::vector means(players, std::vector<double>(outcomes, 0.0));
    for (int turn = 0; turn < 2; ++turn) {
      Coalition coalition(players, false);
      Worth before = nobody;
      for (std::size_t place = 0; place < players; ++place) {
        coalition[order[place]] = true;
        const bool last = place + 1 == players;
        const auto after = last ? all : worth(coalition);
        shares.asked += last ? 0 : 1;
        const auto gain = add_contribution(shares.of[order[place]], weight, after, before);
        for (std::size_t outcome = 0; outcome < outcomes; ++outcome)
          means[order[place]][outcome] += gain[outcome] / 2.0;
        before = after;
      }
      std::reverse(order.begin(), order.end());
    }
    for (std::size_t player = 0; player < players; ++player) {
      for (std::size_t outcome = 0; outcome < outcomes; ++outcome) {
        sums[player][outcome] += means[player][outcome];
        squares[player][outcome] += means[player][outcome] * means[player][outcome];
      }
    }
  }
  const auto n = static_cast<double>(orders.pairs);
  shares.order_error = sums;
  for (std::size_t player = 0; player < players; ++player) {
    for (std::size_t outcome = 0; outcome < outcomes; ++outcome) {
      const double mean = sums[player][outcome] / n;
      const double variance = n > 1.0 ? (squares[player][outcome] - n * mean * mean) / (n - 1.0) : 0.0;
      shares.order_error[player][outcome] = std::sqrt(std::max(0.0, variance) / n);
    }
  }
  return shares;
}

}  // namespace

Shares shapley(std::size_t players, const std::function<Worth(const Coalition&)>& worth, const Orders& orders) {
  return players <= orders.most_players_for_all ? from_all(players, worth) : from_orders(players, worth, orders);
}

std::size_t coalitions_asked(std::size_t players, const Orders& orders) {
  if (players <= orders.most_players_for_all) return std::size_t{1} << players;
  return 2 + 2 * orders.pairs * (players - 1);
}

}  // namespace jobcast::attribution
