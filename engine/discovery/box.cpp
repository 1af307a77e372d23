#include "engine/discovery/box.hpp"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <cmath>

namespace jobcast::discovery {

bool Limit::admits(double value) const {
  return value >= low && value <= high && std::find(left_out.begin(), left_out.end(), value) == left_out.end();
}

bool Box::holds(const std::vector<Dimension>& dimensions, std::size_t place) const {
  return std::all_of(limits.begin(), limits.end(),
                     [&](const Limit& limit) { return limit.admits(dimensions[limit.dimension].values[place]); });
}

double Box::density() const { return cases == 0 ? 0.0 : static_cast<double>(failures) / static_cast<double>(cases); }

double Box::coverage(std::size_t all_failures) const {
  return all_failures == 0 ? 0.0 : static_cast<double>(failures) / static_cast<double>(all_failures);
}

double phi(const Box& box, std::size_t all_cases, std::size_t all_failures) {
  const auto n = static_cast<double>(all_cases);
  const auto in = static_cast<double>(box.cases);
  const auto failing = static_cast<double>(all_failures);
  const double spread = in * (n - in) * failing * (n - failing);
  if (!(spread > 0.0)) return 0.0;
  return (n * static_cast<double>(box.failures) - in * failing) / std::sqrt(spread);
}

void count(const std::vector<Dimension>& dimensions, const std::vector<bool>& failed, Box& box) {
  box.cases = box.failures = 0;
  for (std::size_t place = 0; place < failed.size(); ++place) {
    if (!box.holds(dimensions, place)) continue;
    ++box.cases;
    box.failures += failed[place] ? 1 : 0;
  }
}

void set_quasi_p(const std::vector<Dimension>& dimensions, const std::vector<bool>& failed, Box& box) {
  for (std::size_t limit = 0; limit < box.limits.size(); ++limit) {
    Box without = box;
    without.limits.erase(without.limits.begin() + static_cast<std::ptrdiff_t>(limit));
    count(dimensions, failed, without);
    double p = 1.0;
    if (box.failures > 0 && without.density() < 1.0) {
      const boost::math::binomial_distribution<double> chance(static_cast<double>(box.cases), without.density());
      p = boost::math::cdf(boost::math::complement(chance, static_cast<double>(box.failures) - 1.0));
    }
    box.limits[limit].quasi_p = p;
  }
}

}  // namespace jobcast::discovery
