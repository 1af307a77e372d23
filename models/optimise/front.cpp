#include "models/optimise/front.hpp"

#include <algorithm>

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

std::vector<FrontPoint> age_front(const plan::Plan& plan, const Curves& curves, const std::vector<Limit>& limits,
                                  const Simulation& simulation) {
  const auto allocated = [&](double for_youth, double for_seniors) {
    Measures weights{};
    weights[youth] = for_youth;
    weights[seniors] = for_seniors;
    return allocate(plan, curves, limits, weights);
  };
  const auto young = allocated(1.0, 0.0);
  const auto old = allocated(0.0, 1.0);
  if (!young || !old) return {};
  const auto spread = [&](std::size_t measure) {
    return std::max(1e-9, std::abs(change_of(plan, curves, young->county, measure) -
                                   change_of(plan, curves, old->county, measure)));
  };
  // Not quite 0 and 1: with nothing for one of them, what it gets would be left to chance.
  constexpr std::array weights{0.001, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.999};
  std::vector<FrontPoint> points;
  std::vector<std::optional<Allocated>> found;
  for (const double weight : weights) {
    auto next = allocated(weight / spread(youth), (1.0 - weight) / spread(seniors));
    if (!found.empty() && found.back() && next && found.back()->county == next->county) continue;
    FrontPoint point;
    point.parameter = weight;
    points.push_back(std::move(point));
    found.push_back(std::move(next));
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
