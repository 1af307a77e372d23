#include "models/optimise/allocate.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/linear/maximise.hpp"

namespace jobcast::optimise {
namespace {

constexpr double no_worth = 1e-5;  // of the greatest slope: what moving a won costs, so that equals stay as they are
constexpr double hundred_million = 100.0;

double value_of(const Measures& weights, const Measures& change) {
  return std::inner_product(weights.begin(), weights.end(), change.begin(), 0.0);
}

/// A segment of a row's hull as a variable of the program.
struct Piece {
  std::size_t row = 0;
  Segment segment;  ///< million won
};

std::vector<Piece> pieces_of(const plan::Plan& plan, const Curves& curves, const Range& range,
                             const Measures& weights) {
  std::vector<Piece> pieces;
  for (const std::size_t row : movable_rows(plan)) {
    if (!(range.most[row] > range.least[row])) continue;
    std::vector<Point> points;
    for (const auto& point : curves.of(row))
      points.push_back({point.county / million, value_of(weights, point.change)});
    for (const auto& segment : concave_hull(points)) pieces.push_back({row, segment});
  }
  return pieces;
}

/// The hulls' slopes, with a little for staying where the plan is.
std::vector<linear::Variable> variables_of(const std::vector<Piece>& pieces, const Allocation& county) {
  double greatest = 0.0;
  for (const auto& piece : pieces) greatest = std::max(greatest, std::abs(piece.segment.slope));
  const double stay = no_worth * (greatest > 0.0 ? greatest : 1.0);
  std::vector<linear::Variable> variables;
  for (const auto& [row, segment] : pieces) {
    const double here = county[row] / million;
    double worth = segment.slope;
    if (segment.from + segment.width <= here + 1e-9) worth += stay;
    if (segment.from >= here - 1e-9) worth -= stay;
    variables.push_back({.least = 0.0, .most = segment.width, .worth = worth});
  }
  return variables;
}

bool one_row_each(const Limit& limit) {
  return std::all_of(limit.sums.begin(), limit.sums.end(), [](const auto& sum) { return sum.rows.size() == 1; });
}

}  // namespace

std::vector<Segment> concave_hull(const std::vector<Point>& points) {
  std::vector<Point> hull;
  const auto slope = [](const Point& a, const Point& b) { return (b.y - a.y) / (b.x - a.x); };
  for (const auto& point : points) {
    while (hull.size() >= 2 && slope(hull[hull.size() - 2], hull.back()) <= slope(hull.back(), point)) hull.pop_back();
    hull.push_back(point);
  }
  std::vector<Segment> segments;
  for (std::size_t i = 1; i < hull.size(); ++i) {
    segments.push_back({hull[i - 1].x, hull[i].x - hull[i - 1].x, slope(hull[i - 1], hull[i])});
  }
  return segments;
}

Range range_of(const plan::Plan& plan, const std::vector<Limit>& limits) {
  Range range{planned(plan), planned(plan)};
  for (const std::size_t row : movable_rows(plan)) {
    range.least[row] = 0.0;
    range.most[row] = std::numeric_limits<double>::infinity();
  }
  for (const auto& limit : limits) {
    for (const auto& sum : limit.sums) {
      if (sum.rows.size() != 1) continue;
      const std::size_t row = sum.rows.front();
      range.least[row] = std::max(range.least[row], sum.least);
      range.most[row] = std::min(range.most[row], sum.most);
    }
  }
  return range;
}

std::optional<Allocated> allocate(const plan::Plan& plan, const Curves& curves, const std::vector<Limit>& limits,
                                  const Measures& weights) {
  const Range range = range_of(plan, limits);
  const auto plan_county = planned(plan);
  const auto pieces = pieces_of(plan, curves, range, weights);
  linear::Program program{.variables = variables_of(pieces, plan_county), .rows = {}};
  std::vector<std::size_t> limit_of_row;
  for (std::size_t index = 0; index < limits.size(); ++index) {
    if (one_row_each(limits[index])) continue;
    for (const auto& sum : limits[index].sums) {
      const double base = sum_of(range.least, sum.rows) / million;
      linear::Row row{.terms = {}, .least = sum.least / million - base, .most = sum.most / million - base};
      for (std::size_t piece = 0; piece < pieces.size(); ++piece) {
        if (std::find(sum.rows.begin(), sum.rows.end(), pieces[piece].row) != sum.rows.end()) {
          row.terms.push_back({piece});
        }
      }
      // Where rounding alone makes a fixed sum miss its limit, the limit is meant.
      constexpr double won = 1e-6;
      if (row.least > -linear::no_limit) row.least -= won;
      if (row.most < linear::no_limit) row.most += won;
      program.rows.push_back(std::move(row));
      limit_of_row.push_back(index);
    }
  }
  const auto solution = linear::maximise(program);
  if (!solution) return std::nullopt;
  Allocated allocated{.county = range.least, .predicted = 0.0, .prices = {}};
  for (std::size_t piece = 0; piece < pieces.size(); ++piece) {
    allocated.county[pieces[piece].row] += million * solution->values[piece];
    allocated.predicted += pieces[piece].segment.slope * solution->values[piece];
  }
  for (const std::size_t row : movable_rows(plan)) {
    allocated.predicted += value_of(weights, curves.of(row).front().change);
  }
  for (std::size_t row = 0; row < limit_of_row.size(); ++row) {
    allocated.prices.push_back({limit_of_row[row], hundred_million * solution->prices[row]});
  }
  std::stable_sort(allocated.prices.begin(), allocated.prices.end(),
                   [](const Price& a, const Price& b) { return std::abs(a.worth) > std::abs(b.worth); });
  allocated.county = rounded(plan, allocated.county);
  return allocated;
}

}  // namespace jobcast::optimise
