#include "engine/stats/quantile.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace jobcast::stats {
namespace {

/// The place of a quantile between two order statistics.
struct Place {
  std::size_t below;
  double fraction;
};

Place place_of(double share, std::size_t count) {
  if (!(share >= 0.0 && share <= 1.0)) throw std::invalid_argument("a quantile's share is outside [0, 1]");
  if (count == 0) throw std::invalid_argument("an empty sample has no quantiles");
  const double position = share * static_cast<double>(count - 1);
  const double below = std::floor(position);
  return {static_cast<std::size_t>(below), position - below};
}

double between(double low, double high, double fraction) {
  return low == high ? low : std::lerp(low, high, fraction);  // equal infinities too stay themselves
}

std::size_t above(const Place& place, std::size_t count) { return std::min(place.below + 1, count - 1); }

/// Brings to each of the ranks (ascending) the number that sorting would bring there, and no other: a handful of ranks
/// is a fifth of the work of a sort. `numbers` are those of rank `first` and up.
void settle(std::span<double> numbers, std::size_t first, std::span<const std::size_t> ranks) {
  if (ranks.empty()) return;
  const std::size_t middle = ranks.size() / 2;
  const std::size_t place = ranks[middle] - first;
  std::nth_element(numbers.begin(), numbers.begin() + static_cast<std::ptrdiff_t>(place), numbers.end());
  settle(numbers.first(place), first, ranks.first(middle));
  settle(numbers.subspan(place + 1), ranks[middle] + 1, ranks.subspan(middle + 1));
}

void require_numbers(std::span<const double> sample) {
  const bool any_nan = std::any_of(sample.begin(), sample.end(), [](double x) { return std::isnan(x); });
  if (any_nan) throw std::invalid_argument("a sample holds a NaN");
}

}  // namespace

double quantile(std::span<const double> sample, double share) {
  const auto [below, fraction] = place_of(share, sample.size());
  require_numbers(sample);
  std::vector<double> copy(sample.begin(), sample.end());
  const auto low = copy.begin() + static_cast<std::ptrdiff_t>(below);
  std::nth_element(copy.begin(), low, copy.end());
  if (fraction == 0.0) return *low;
  return between(*low, *std::min_element(low + 1, copy.end()), fraction);
}

std::vector<double> quantiles(std::span<const double> sample, std::span<const double> shares) {
  require_numbers(sample);
  std::vector<Place> places;
  std::vector<std::size_t> ranks;
  for (const double share : shares) {
    places.push_back(place_of(share, sample.size()));
    ranks.push_back(places.back().below);
    ranks.push_back(above(places.back(), sample.size()));
  }
  std::sort(ranks.begin(), ranks.end());
  ranks.erase(std::unique(ranks.begin(), ranks.end()), ranks.end());
  std::vector<double> numbers(sample.begin(), sample.end());
  settle(numbers, 0, ranks);
  std::vector<double> result;
  for (const Place& place : places) {
    result.push_back(between(numbers[place.below], numbers[above(place, numbers.size())], place.fraction));
  }
  return result;
}

double quantile_of_sorted(std::span<const double> sorted, double share) {
  const Place place = place_of(share, sorted.size());
  return between(sorted[place.below], sorted[above(place, sorted.size())], place.fraction);
}

Interval central_interval(std::span<const double> sample, double share) {
  const double shares[] = {0.5 * (1.0 - share), 0.5 * (1.0 + share)};
  const auto ends = quantiles(sample, shares);
  return {ends[0], ends[1]};
}

}  // namespace jobcast::stats
