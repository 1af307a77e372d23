#pragma once

#include <cstdint>
#include <functional>
#include <vector>

namespace jobcast::attribution {

/// Which players take part.
using Coalition = std::vector<bool>;
/// What a coalition achieves: several outcomes, each in every draw; [outcome][draw].
using Worth = std::vector<std::vector<double>>;

/// What each player is due of the whole (Shapley 1953): its contribution, averaged over every order in which the
/// players can come.
struct Shares {
  std::vector<Worth> of;                         ///< [player][outcome][draw]
  std::vector<std::vector<double>> order_error;  ///< [player][outcome]: standard error from sampled orders; 0 if all
  bool all_orders = false;                       ///< every coalition was asked
  std::size_t asked = 0;                         ///< coalitions
};

struct Orders {
  std::size_t most_players_for_all = 6;  ///< up to so many players every coalition is asked: 2^n
  std::size_t pairs = 5;                 ///< of orders that are sampled beyond that: an order and its reverse
  std::uint64_t seed = 1;
};

/// Shares of a game. Orders come in pairs, one the reverse of the other, which lowers the error (Mitchell et al. 2022).
/// In each order the contributions add up to the whole exactly, and so do their means. `asked` is called before each
/// coalition, for progress. The same seed gives the same orders.
Shares shapley(std::size_t players, const std::function<Worth(const Coalition&)>& worth, const Orders& orders);

/// Coalitions that shapley() asks for.
std::size_t coalitions_asked(std::size_t players, const Orders& orders);

}  // namespace jobcast::attribution
