#include "engine/discovery/prim.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <stdexcept>

#include "engine/random/stream.hpp"

namespace jobcast::discovery {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

/// A slice of the box at one end of an input's order, or a category of it: places [from, to) of the order.
struct Slice {
  std::size_t dimension = 0;
  std::size_t from = 0, to = 0;
  double gain = 0.0;  ///< rise of the share of failures for each case taken
};

using Orders = std::vector<std::vector<std::uint32_t>>;  ///< by dimension: cases by their values

Orders orders_of(const std::vector<Dimension>& dimensions, std::size_t cases) {
  Orders orders;
  for (const auto& dimension : dimensions) {
    std::vector<std::uint32_t> order(cases);
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t one, std::uint32_t other) {
      return dimension.values[one] < dimension.values[other];
    });
    orders.push_back(std::move(order));
  }
  return orders;
}

Limit& limit_of(Box& box, std::size_t dimension) {
  auto place = std::find_if(box.limits.begin(), box.limits.end(),
                            [&](const Limit& limit) { return limit.dimension >= dimension; });
  if (place == box.limits.end() || place->dimension != dimension) {
    place = box.limits.insert(place, Limit{.dimension = dimension});
  }
  return *place;
}

/// One peeling from all cases to the smallest box.
class Peeling {
 public:
  Peeling(const std::vector<Dimension>& dimensions, Orders orders, const std::vector<bool>& failed,
          const Settings& settings)
      : dimensions_(dimensions), orders_(std::move(orders)), failed_(failed), settings_(settings) {
    box_.cases = failed.size();
    box_.failures = static_cast<std::size_t>(std::count(failed.begin(), failed.end(), true));
    const auto share = std::ceil(settings.least_support * static_cast<double>(failed.size()));
    fewest_ = std::max(settings.fewest_cases, static_cast<std::size_t>(share));
  }

  std::vector<Box> trajectory() {
    std::vector<Box> boxes{box_};
    while (box_.failures < box_.cases) {
      const auto slice = best();
      if (!slice) break;
      take(*slice);
      boxes.push_back(box_);
    }
    return boxes;
  }

 private:
  [[nodiscard]] double value(std::size_t dimension, std::size_t place) const {
    return dimensions_[dimension].values[orders_[dimension][place]];
  }

  [[nodiscard]] std::optional<Slice> best() const {
    std::optional<Slice> best;
    for (std::size_t dimension = 0; dimension < dimensions_.size(); ++dimension) {
      const bool limited = std::any_of(box_.limits.begin(), box_.limits.end(),
                                       [&](const Limit& limit) { return limit.dimension == dimension; });
      if (!limited && box_.limits.size() >= settings_.most_limits) continue;
      if (dimensions_[dimension].categorical) {
        offer_categories(dimension, best);
      } else {
        offer_ends(dimension, best);
      }
    }
    return best;
  }

  void offer_ends(std::size_t dimension, std::optional<Slice>& best) const {
    const std::size_t cases = box_.cases;
    const auto wanted = std::max<std::size_t>(1, static_cast<std::size_t>(settings_.peel * static_cast<double>(cases)));
    std::size_t low = wanted;
    while (low < cases && value(dimension, low) == value(dimension, low - 1)) ++low;
    offer({.dimension = dimension, .from = 0, .to = low}, best);
    std::size_t high = cases - wanted;
    while (high > 0 && value(dimension, high - 1) == value(dimension, high)) --high;
    offer({.dimension = dimension, .from = high, .to = cases}, best);
  }

  void offer_categories(std::size_t dimension, std::optional<Slice>& best) const {
    for (std::size_t from = 0; from < box_.cases;) {
      std::size_t to = from + 1;
      while (to < box_.cases && value(dimension, to) == value(dimension, from)) ++to;
      offer({.dimension = dimension, .from = from, .to = to}, best);
      from = to;
    }
  }

  void offer(Slice slice, std::optional<Slice>& best) const {
    const std::size_t taken = slice.to - slice.from;
    if (box_.cases < taken + fewest_) return;
    std::size_t failures = 0;
    for (std::size_t place = slice.from; place < slice.to; ++place) {
      failures += failed_[orders_[slice.dimension][place]] ? 1 : 0;
    }
    const auto left = static_cast<double>(box_.cases - taken);
    slice.gain = (static_cast<double>(box_.failures - failures) / left - box_.density()) / static_cast<double>(taken);
    if (!best || slice.gain > best->gain) best = slice;
  }

  void take(const Slice& slice) {
    const std::size_t dimension = slice.dimension;
    Limit& limit = limit_of(box_, dimension);
    if (dimensions_[dimension].categorical) {
      limit.left_out.push_back(value(dimension, slice.from));
    } else if (slice.from == 0) {
      limit.low = value(dimension, slice.to);
    } else {
      limit.high = value(dimension, slice.from - 1);
    }
    std::vector<bool> gone(failed_.size(), false);
    for (std::size_t place = slice.from; place < slice.to; ++place) {
      const auto index = orders_[dimension][place];
      gone[index] = true;
      box_.failures -= failed_[index] ? 1 : 0;
    }
    box_.cases -= slice.to - slice.from;
    for (auto& order : orders_) std::erase_if(order, [&](std::uint32_t index) { return gone[index]; });
  }

  const std::vector<Dimension>& dimensions_;
  Orders orders_;
  const std::vector<bool>& failed_;
  const Settings& settings_;
  Box box_;
  std::size_t fewest_ = 1;
};

/// The first of the boxes that fit best.
std::size_t best_fit(const std::vector<Box>& boxes) {
  std::size_t best = 0;
  double most = 0.0;
  for (std::size_t place = 0; place < boxes.size(); ++place) {
    const double fit = phi(boxes[place], boxes.front().cases, boxes.front().failures);
    if (fit > most) {
      best = place;
      most = fit;
    }
  }
  return best;
}

/// A box with one end of one limit eased to the next value that lets in enough of the cases which it alone keeps out.
Box eased(const std::vector<Dimension>& dimensions, const std::vector<bool>& failed, const Box& box, std::size_t place,
          bool low, const Settings& settings) {
  Box wider = box;
  Limit& limit = wider.limits[place];
  const Limit before = limit;
  (low ? limit.low : limit.high) = low ? -infinite : infinite;
  const auto& values = dimensions[limit.dimension].values;
  std::vector<double> outside;
  for (std::size_t index = 0; index < failed.size(); ++index) {
    if (!before.admits(values[index]) && wider.holds(dimensions, index)) outside.push_back(values[index]);
  }
  const auto wanted =
      std::max<std::size_t>(1, static_cast<std::size_t>(settings.peel * static_cast<double>(box.cases)));
  if (outside.size() > wanted) {
    std::sort(outside.begin(), outside.end());
    (low ? limit.low : limit.high) = low ? outside[outside.size() - wanted] : outside[wanted - 1];
  }
  count(dimensions, failed, wider);
  return wider;
}

/// Eases limits as long as the share of failures does not fall.
Box pasted(const std::vector<Dimension>& dimensions, const std::vector<bool>& failed, Box box,
           const Settings& settings) {
  for (bool changed = true; changed;) {
    changed = false;
    Box best = box;
    for (std::size_t place = 0; place < box.limits.size(); ++place) {
      for (const bool low : {true, false}) {
        const Limit& limit = box.limits[place];
        if (dimensions[limit.dimension].categorical || std::isinf(low ? limit.low : limit.high)) continue;
        const Box wider = eased(dimensions, failed, box, place, low, settings);
        if (wider.cases > box.cases && wider.density() >= best.density()) best = wider;
      }
    }
    if (best.cases > box.cases) {
      box = best;
      changed = true;
    }
  }
  std::erase_if(box.limits, [](const Limit& limit) {
    return std::isinf(limit.low) && std::isinf(limit.high) && limit.left_out.empty();
  });
  return box;
}

/// Drops limits of no use, the least useful first.
Box pruned(const std::vector<Dimension>& dimensions, const std::vector<bool>& failed, Box box,
           const Settings& settings) {
  for (;;) {
    count(dimensions, failed, box);
    set_quasi_p(dimensions, failed, box);
    const auto worst = std::max_element(box.limits.begin(), box.limits.end(), [](const Limit& one, const Limit& other) {
      return one.quasi_p < other.quasi_p;
    });
    if (worst == box.limits.end() || worst->quasi_p <= settings.significance) return box;
    box.limits.erase(worst);
  }
}

/// All orders of the failures are equally likely (Fisher and Yates; Durstenfeld 1964).
void shuffle(std::vector<bool>& failed, std::uint64_t seed, std::size_t number) {
  random::Stream stream({.seed = seed, .purpose = random::Purpose::design}, static_cast<std::uint32_t>(number),
                        random::entity("shuffled failures"));
  for (std::size_t left = failed.size(); left > 1; --left) {
    const auto chosen = static_cast<std::size_t>(stream.uniform() * static_cast<double>(left));
    const bool last = failed[left - 1];
    failed[left - 1] = failed[chosen];
    failed[chosen] = last;
  }
}

double chance_of_fit(const std::vector<Dimension>& dimensions, const Orders& orders, const std::vector<bool>& failed,
                     double fit, const Settings& settings) {
  std::size_t as_good = 0;
  for (std::size_t number = 0; number < settings.shuffles; ++number) {
    auto shuffled = failed;
    shuffle(shuffled, settings.seed, number);
    const auto boxes = Peeling(dimensions, orders, shuffled, settings).trajectory();
    const auto& best = boxes[best_fit(boxes)];
    as_good += phi(best, boxes.front().cases, boxes.front().failures) >= fit ? 1 : 0;
  }
  return static_cast<double>(1 + as_good) / static_cast<double>(1 + settings.shuffles);
}

}  // namespace

Discovery discover(const std::vector<Dimension>& dimensions, const std::vector<bool>& failed,
                   const Settings& settings) {
  for (const auto& dimension : dimensions) {
    if (dimension.values.size() != failed.size()) throw std::invalid_argument("inputs and cases differ in number");
  }
  const auto orders = orders_of(dimensions, failed.size());
  Discovery discovery;
  discovery.trajectory = Peeling(dimensions, orders, failed, settings).trajectory();
  discovery.cases = discovery.trajectory.front().cases;
  discovery.failures = discovery.trajectory.front().failures;
  discovery.chosen = best_fit(discovery.trajectory);
  const Box& chosen = discovery.trajectory[discovery.chosen];
  discovery.box = pruned(dimensions, failed, pasted(dimensions, failed, chosen, settings), settings);
  if (discovery.box.limits.empty()) return discovery;
  discovery.p = chance_of_fit(dimensions, orders, failed, phi(chosen, discovery.cases, discovery.failures), settings);
  discovery.found = discovery.p <= settings.significance;
  return discovery;
}

}  // namespace jobcast::discovery
