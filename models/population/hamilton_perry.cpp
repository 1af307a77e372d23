#include "models/population/hamilton_perry.hpp"

#include <algorithm>

namespace jobcast::population {
namespace {

constexpr int last = state::oldest_age;
constexpr state::AgeRange child_bearing{15, 49};

double ratio(double above, double below) { return below > 0.0 ? above / below : 1.0; }

/// Persons who can be `age` old a year later.
double a_year_younger(const state::AgePyramid& pyramid, state::Sex sex, int age) {
  return age == last ? pyramid.of(sex, last - 1) + pyramid.of(sex, last) : pyramid.of(sex, age - 1);
}

/// How the group of five ages 1-5, 6-10, … that holds `age` changed.
double cohort_change(const state::AgePyramid& before, const state::AgePyramid& now, state::Sex sex, int age) {
  const int from = 1 + 5 * ((age - 1) / 5);
  const int to = std::min(from + 4, last);
  double were = 0.0;
  for (int member = from; member <= to; ++member) were += a_year_younger(before, sex, member);
  return ratio(now.sum(sex, {from, to}), were);
}

}  // namespace

state::AgePyramid hamilton_perry(const state::AgePyramid& before, const state::AgePyramid& now, int years) {
  state::AgePyramid pyramid = now;
  const double mothers = now.sum(state::Sex::female, child_bearing);
  for (int step = 0; step < years; ++step) {
    const state::AgePyramid start = pyramid;
    for (const state::Sex sex : state::sexes) {
      for (int age = 1; age <= last; ++age) {
        pyramid.of(sex, age) = a_year_younger(start, sex, age) * cohort_change(before, now, sex, age);
      }
    }
    for (const state::Sex sex : state::sexes) {
      pyramid.of(sex, 0) = ratio(now.of(sex, 0), mothers) * pyramid.sum(state::Sex::female, child_bearing);
    }
  }
  return pyramid;
}

}  // namespace jobcast::population
