#include "models/population/raking.hpp"

#include <algorithm>
#include <cmath>

namespace jobcast::population {
namespace {

constexpr int most_rounds = 20000;
/// A sum of 202 cells of some 10^4 persons is exact to about 1e-11.
constexpr double close_enough = 2e-10;

template <class Act>
void for_each_sex(const Margin& margin, Act act) {
  for (const state::Sex sex : state::sexes) {
    if (!margin.sex || *margin.sex == sex) act(sex);
  }
}

}  // namespace

double total_within(const state::AgePyramid& pyramid, const Margin& margin) {
  double total = 0.0;
  for_each_sex(margin, [&](state::Sex sex) { total += pyramid.sum(sex, margin.ages); });
  return total;
}

double rake(state::AgePyramid& pyramid, const std::vector<Margin>& margins) {
  double worst = 0.0;
  for (int round = 0; round < most_rounds; ++round) {
    worst = 0.0;
    for (const Margin& margin : margins) {
      const double total = total_within(pyramid, margin);
      worst = std::max(worst, std::abs(total - margin.persons));
      if (total <= 0.0) continue;
      for_each_sex(margin, [&](state::Sex sex) {
        for (int age = margin.ages.from; age <= margin.ages.to; ++age) pyramid.of(sex, age) *= margin.persons / total;
      });
    }
    if (worst < close_enough) break;
  }
  return worst;
}

}  // namespace jobcast::population
