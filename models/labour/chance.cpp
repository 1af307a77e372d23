#include "models/labour/chance.hpp"

namespace jobcast::labour {
namespace {

using units::Lane;

constexpr double most_of_a_side = 0.9;

/// Variance of the number on side one of a divide, less `share` of what the number in both sides strays: with all of
/// the people in both sides the divide's own variance is sum x p (1 - p).
Lane straying(const StateLanes& before, const StateMatrix& transition, const Divide& divide, const Lane& share) {
  Lane variance = Lane::Zero();
  for (std::size_t i = 0; i < before.size(); ++i) {
    const Lane one = sum_of(transition[i], divide.one);
    const Lane both = one + sum_of(transition[i], divide.other);
    variance +=
        before[i] * (one * (1.0 - one) - 2.0 * share * one * (1.0 - both) + share.square() * both * (1.0 - both));
  }
  return variance.max(0.0);
}

void stray(const StateLanes& after, const Divide& divide, const Lane& variance, const Lane& score,
           StateMatrix& transition) {
  const Lane one = sum_of(after, divide.one).max(1e-12);
  const Lane other = sum_of(after, divide.other).max(1e-12);
  const Lane limit = most_of_a_side * one.min(other);
  const Lane moved = (score * variance.sqrt()).max(-limit).min(limit);
  exchange(transition, divide, after, moved.max(0.0) / other, (-moved).max(0.0) / one);
}

StateLanes advanced(const StateLanes& before, const StateMatrix& transition) {
  StateLanes after;
  for (std::size_t k = 0; k < after.size(); ++k) {
    after[k] = before[0] * transition[0][k];
    for (std::size_t i = 1; i < before.size(); ++i) after[k] += before[i] * transition[i][k];
  }
  return after;
}

}  // namespace

void add_chance(const StateLanes& before, const ChanceScores& scores, StateMatrix& transition) {
  const StateLanes after = advanced(before, transition);
  const auto share_of_one = [&](const Divide& divide) {
    const Lane one = sum_of(after, divide.one);
    return Lane(one / (one + sum_of(after, divide.other)).max(1e-12));
  };
  const Lane employment = straying(before, transition, employment_divide, Lane::Zero());
  const Lane regular = straying(before, transition, regular_divide, share_of_one(regular_divide));
  const Lane search = straying(before, transition, search_divide, share_of_one(search_divide));
  stray(after, employment_divide, employment, scores.employment, transition);
  stray(after, regular_divide, regular, scores.regular, transition);
  stray(after, search_divide, search, scores.search, transition);
}

}  // namespace jobcast::labour
