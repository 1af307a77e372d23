#include "models/optimise/front.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace jobcast::optimise {
namespace {

constexpr auto youth = measure_of({.kind = Goal::Kind::youth});
constexpr auto seniors = measure_of({.kind = Goal::Kind::seniors});

/// Change of a measure by the curves' hulls, for scaling alone.
double change_of(const plan::Plan& plan, const Curves& curves, const Allocation& county, std::size_t measure) {
  double sum = 0.0;
  for (const std::size_t row : movable_rows(plan)) {
    const auto& points = curves.of(row);
    const auto after =
        std::find_if(points.begin(), points.end(), [&](const auto& each) { return each.county >= county[row]; });
    if (after == points.end()) {
      sum += points.back().change[measure];
    } else if (after == points.begin()) {
      sum += after->change[measure];
    } else {
      const auto before = after - 1;
      const double share = (county[row] - before->county) / (after->county - before->county);
      sum += (1.0 - share) * before->change[measure] + share * after->change[measure];
    }
  }
  return sum;
}

void simulate(std::vector<FrontPoint>& points, const std::vector<std::optional<Allocated>>& found,
              const Simulation& simulation) {
  std::vector<Allocation> allocations;
  for (const auto& each : found) {
    if (each) allocations.push_back(each->county);
  }
  const auto simulated = simulation.of(allocations);
  auto next = simulated.begin();
  for (std::size_t i = 0; i < points.size(); ++i) {
    points[i].feasible = found[i].has_value();
    if (found[i]) points[i].simulated = *next++;
  }
}

std::vector<FrontPoint> money_front(const plan::Plan& plan, const Question& question, const Curves& curves,
                                    const std::vector<Limit>& limits, const Simulation& simulation) {
  Measures weights{};
  weights[measure_of(question.goal)] = 1.0;
  std::vector<FrontPoint> points;
  std::vector<std::optional<Allocated>> found;
  for (const double level : money_levels) {
    auto other = limits;
    other.front().sums.front().most *= level;
    FrontPoint point;
    point.parameter = level;
    points.push_back(std::move(point));
    found.push_back(allocate(plan, curves, other, weights));
  }
  simulate(points, found, simulation);
  mark_dominated(
      points, [](const FrontPoint& point) { return -point.simulated.county_won; },
      [](const FrontPoint& point) { return point.simulated.goal; });
  return points;
}

/// A corner of the front by the curves.
struct Corner {
  double weight = 0.0;  ///< of youth
  Allocated allocated;
  double young = 0.0, old = 0.0;  ///< in shares of what each can gain
};

/// Corners between the best for youth and the best for seniors, the widest gap first: the weights that make both ends
/// of a gap equals find the corner farthest out between them, or that there is none (noninferior set estimation; Cohon
/// 1978).
class AgeFront {
 public:
  AgeFront(const plan::Plan& plan, const Curves& curves, const std::vector<Limit>& limits)
      : plan_(plan), curves_(curves), limits_(limits) {
    // Not quite 0 and 1: with nothing for one of them, what it gets would be left to chance.
    constexpr double little = 0.001;
    const auto old = corner(little);
    const auto young = corner(1.0 - little);
    if (!old || !young) return;
    youth_scale_ = std::max(no_spread, young->young - old->young);
    seniors_scale_ = std::max(no_spread, old->old - young->old);
    for (const double weight : {little, 1.0 - little}) {
      if (auto end = corner(weight)) corners_.push_back(std::move(*end));
    }
    if (corners_.size() == 2 && corners_[0].allocated.county == corners_[1].allocated.county) corners_.pop_back();
  }

  std::vector<Corner> corners() {
    std::vector<bool> straight(corners_.size(), false);  // the gap after a corner holds no other
    while (corners_.size() < most_corners) {
      const auto gap = widest(straight);
      if (!gap) break;
      const auto& from = corners_[*gap];
      const auto& to = corners_[*gap + 1];
      const double gained = to.young - from.young, lost = from.old - to.old;
      auto between = gained + lost > 0.0 ? corner(lost / (gained + lost)) : std::nullopt;
      if (!between || !(value(*between, lost, gained) > value(from, lost, gained) + no_spread)) {
        straight[*gap] = true;
        continue;
      }
      const auto place = static_cast<std::ptrdiff_t>(*gap) + 1;
      corners_.insert(corners_.begin() + place, std::move(*between));
      straight.insert(straight.begin() + place, false);
    }
    return std::move(corners_);
  }

 private:
  static constexpr std::size_t most_corners = 11;
  static constexpr double no_spread = 1e-6;

  static double value(const Corner& corner, double for_young, double for_old) {
    return for_young * corner.young + for_old * corner.old;
  }

  [[nodiscard]] std::optional<Corner> corner(double weight) const {
    Measures weights{};
    weights[youth] = weight / youth_scale_;
    weights[seniors] = (1.0 - weight) / seniors_scale_;
    auto allocated = allocate(plan_, curves_, limits_, weights);
    if (!allocated) return std::nullopt;
    const double young = change_of(plan_, curves_, allocated->county, youth) / youth_scale_;
    const double old = change_of(plan_, curves_, allocated->county, seniors) / seniors_scale_;
    return Corner{weight, std::move(*allocated), young, old};
  }

  [[nodiscard]] std::optional<std::size_t> widest(const std::vector<bool>& straight) const {
    std::optional<std::size_t> found;
    double width = no_spread;
    for (std::size_t i = 0; i + 1 < corners_.size(); ++i) {
      const double gap = std::hypot(corners_[i + 1].young - corners_[i].young, corners_[i].old - corners_[i + 1].old);
      if (straight[i] || gap <= width) continue;
      width = gap;
      found = i;
    }
    return found;
  }

  const plan::Plan& plan_;
  const Curves& curves_;
  const std::vector<Limit>& limits_;
  double youth_scale_ = 1.0, seniors_scale_ = 1.0;
  std::vector<Corner> corners_;
};

std::vector<FrontPoint> age_front(const plan::Plan& plan, const Curves& curves, const std::vector<Limit>& limits,
                                  const Simulation& simulation) {
  std::vector<FrontPoint> points;
  std::vector<std::optional<Allocated>> found;
  for (auto& corner : AgeFront(plan, curves, limits).corners()) {
    FrontPoint point;
    point.parameter = corner.weight;
    points.push_back(std::move(point));
    found.emplace_back(std::move(corner.allocated));
  }
  simulate(points, found, simulation);
  mark_dominated(
      points, [](const FrontPoint& point) { return point.simulated.youth; },
      [](const FrontPoint& point) { return point.simulated.seniors; });
  return points;
}

}  // namespace

void mark_dominated(std::vector<FrontPoint>& points, const std::function<double(const FrontPoint&)>& one,
                    const std::function<double(const FrontPoint&)>& other) {
  for (auto& point : points) {
    point.dominated = std::any_of(points.begin(), points.end(), [&](const FrontPoint& rival) {
      if (!rival.feasible || !point.feasible) return false;
      const bool no_worse = one(rival) >= one(point) && other(rival) >= other(point);
      return no_worse && (one(rival) > one(point) || other(rival) > other(point));
    });
  }
}

std::vector<FrontPoint> front_of(const plan::Plan& plan, const Question& question, const Curves& curves,
                                 const std::vector<Limit>& limits, const Simulation& simulation) {
  switch (question.front) {
    case FrontKind::money:
      return money_front(plan, question, curves, limits, simulation);
    case FrontKind::youth_seniors:
      return age_front(plan, curves, limits, simulation);
    case FrontKind::none:
      break;
  }
  return {};
}

}  // namespace jobcast::optimise
