#include "models/labour/seasonal_year.hpp"

#include <gtest/gtest.h>

#include "engine/lanes/transition.hpp"
#include "models/labour/labour_draw.hpp"
#include "tests/models/labour/frozen_county.hpp"

namespace jobcast::labour {
namespace {

using units::Lane;

Seasons seasons_of_a_cell() {
  const LabourModel model(test::jeongseon(), test::registered());
  const LabourDraw draw = draw_labour(model, test::parameters_key, 0);
  Seasons monthly;
  monthly_transitions(draw.rates[9], draw.stationary[9], Lane::Constant(0.4), terms_to_simulate, monthly);
  return monthly;
}

void pass(StateLanes& shares, const Seasons& monthly, int from, int to) {
  for (int month = from; month <= to; ++month) {
    lanes::transition_rows<states>(shares.data(), 1, monthly[static_cast<std::size_t>(season_of_month(month))]);
  }
}

void expect_same(const StateLanes& one, const StateLanes& other, double tolerance) {
  for (std::size_t k = 0; k < one.size(); ++k) EXPECT_LT((one[k] - other[k]).abs().maxCoeff(), tolerance) << k;
}

TEST(YearTransition, IsTwelveMonthsInTheirOrder) {
  const Seasons monthly = seasons_of_a_cell();
  StateMatrix year;
  year_transition(monthly, year);
  StateLanes start;
  for (std::size_t k = 0; k < start.size(); ++k) start[k].setConstant(0.05 + 0.075 * static_cast<double>(k));
  StateLanes by_month = start;
  pass(by_month, monthly, 1, 12);
  StateLanes at_once = start;
  lanes::transition_rows<states>(at_once.data(), 1, year);
  expect_same(at_once, by_month, 1e-14);
}

TEST(SeasonalOrbit, ComesBackToItselfAfterAYear) {
  const Seasons monthly = seasons_of_a_cell();
  const SeasonalOrbit orbit(monthly);
  StateLanes shares = orbit.december;
  pass(shares, monthly, 1, 4);
  expect_same(shares, orbit.april, 1e-12);
  pass(shares, monthly, 5, 10);
  expect_same(shares, orbit.october, 1e-12);
  pass(shares, monthly, 11, 12);
  expect_same(shares, orbit.december, 1e-6);
}

}  // namespace
}  // namespace jobcast::labour
