#include "engine/sensitivity/sobol_indices.hpp"

#include <algorithm>
#include <stdexcept>

#include "engine/sensitivity/resample.hpp"

namespace jobcast::sensitivity {
namespace {

/// What each row adds to the two numerators of an input.
struct Terms {
  std::vector<double> first_order, total;
};

/// What each row adds to the variance.
struct Spread {
  std::vector<double> sum, squares;  ///< of the two sets' values, less their common mean
};

double dot(const std::vector<double>& counts, const std::vector<double>& terms) {
  double sum = 0.0;
  for (std::size_t row = 0; row < counts.size(); ++row) sum += counts[row] * terms[row];
  return sum;
}

double variance(const Spread& spread, const std::vector<double>& counts) {
  const double twice = 2.0 * static_cast<double>(counts.size());
  const double mean = dot(counts, spread.sum) / twice;
  return (dot(counts, spread.squares) - twice * mean * mean) / (twice - 1.0);
}

void require_rows(const Evaluations& evaluations) {
  const std::size_t rows = evaluations.first.size();
  if (rows < 2) throw std::invalid_argument("indices need two rows or more");
  const auto other = [&](std::span<const double> values) { return values.size() != rows; };
  if (other(evaluations.second) || std::any_of(evaluations.mixed.begin(), evaluations.mixed.end(), other)) {
    throw std::invalid_argument("sets of evaluations have unequal lengths");
  }
}

double mean_of(const Evaluations& evaluations) {
  double sum = 0.0;
  for (std::size_t row = 0; row < evaluations.first.size(); ++row) {
    sum += evaluations.first[row] + evaluations.second[row];
  }
  return sum / (2.0 * static_cast<double>(evaluations.first.size()));
}

Spread spread_of(const Evaluations& evaluations, double mean) {
  Spread spread;
  for (std::size_t row = 0; row < evaluations.first.size(); ++row) {
    const double first = evaluations.first[row] - mean;
    const double second = evaluations.second[row] - mean;
    spread.sum.push_back(first + second);
    spread.squares.push_back(first * first + second * second);
  }
  return spread;
}

Terms terms_of(const Evaluations& evaluations, std::span<const double> mixed, double mean) {
  Terms terms;
  for (std::size_t row = 0; row < mixed.size(); ++row) {
    const double change = mixed[row] - evaluations.first[row];
    terms.first_order.push_back((evaluations.second[row] - mean) * change);
    terms.total.push_back(0.5 * change * change);
  }
  return terms;
}

double share(double numerator, double variance, std::size_t rows) {
  return variance > 0.0 ? numerator / (static_cast<double>(rows) * variance) : 0.0;
}

}  // namespace

Variance variance_of(const Evaluations& evaluations) {
  require_rows(evaluations);
  const double mean = mean_of(evaluations);
  return {mean, variance(spread_of(evaluations, mean), std::vector<double>(evaluations.first.size(), 1.0))};
}

std::vector<Indices> sobol_indices(const Evaluations& evaluations, const Bootstrap& bootstrap) {
  require_rows(evaluations);
  const std::size_t rows = evaluations.first.size();
  const double mean = mean_of(evaluations);
  const auto spread = spread_of(evaluations, mean);
  const std::vector<double> once(rows, 1.0);
  const double all = variance(spread, once);
  std::vector<std::vector<double>> counts;
  std::vector<double> variances;
  for (std::size_t number = 0; number < bootstrap.resamples; ++number) {
    counts.push_back(resample(rows, number, bootstrap.seed));
    variances.push_back(variance(spread, counts.back()));
  }
  std::vector<Indices> indices;
  for (const auto mixed : evaluations.mixed) {
    const auto terms = terms_of(evaluations, mixed, mean);
    Indices each;
    each.acts = !std::equal(mixed.begin(), mixed.end(), evaluations.first.begin());
    each.first_order.value = share(dot(once, terms.first_order), all, rows);
    each.total.value = share(dot(once, terms.total), all, rows);
    if (each.acts) {
      std::vector<double> first_orders, totals;
      for (std::size_t number = 0; number < counts.size(); ++number) {
        first_orders.push_back(share(dot(counts[number], terms.first_order), variances[number], rows));
        totals.push_back(share(dot(counts[number], terms.total), variances[number], rows));
      }
      set_interval(first_orders, bootstrap.confidence, each.first_order);
      set_interval(totals, bootstrap.confidence, each.total);
    }
    indices.push_back(each);
  }
  return indices;
}

}  // namespace jobcast::sensitivity
