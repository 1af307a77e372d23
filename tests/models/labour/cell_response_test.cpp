#include "models/labour/cell_response.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "models/labour/labour_model.hpp"
#include "models/labour/log_odds.hpp"
#include "tests/models/labour/jeongseon.hpp"

namespace jobcast::labour {
namespace {

using test::model;

double employed_share(int cell) {
  const auto& shares = model().start().shares[static_cast<std::size_t>(cell)];
  return shares[2] + shares[3] + shares[4];
}
double people(int cell) {
  const int group = cell / state::sex_count;
  return model().start().coverage[static_cast<std::size_t>(state::band_of_labour_group(group))] *
         model().registered().sum(state::sexes[static_cast<std::size_t>(cell % state::sex_count)],
                                  state::labour_groups[static_cast<std::size_t>(group)]);
}

/// Log-odds of employment over some cells when each cell's have moved by what `shift` says of it.
template <class Chosen, class Shift>
double log_odds_over(Chosen chosen, Shift shift) {
  double employed = 0.0;
  double everyone = 0.0;
  for (int cell = 0; cell < state::cell_count; ++cell) {
    if (!chosen(cell)) continue;
    employed += people(cell) * share_of(log_odds(employed_share(cell)) + shift(cell));
    everyone += people(cell);
  }
  return log_odds(employed / everyone);
}

constexpr double small = 1e-3;

TEST(CellResponse, MovesABandAsFarAsItIsAsked) {
  const CellResponse response(model().start(), model().registered());
  for (int band = 0; band < state::survey_band_count; ++band) {
    const auto in_band = [&](int cell) { return state::band_of_labour_group(cell / state::sex_count) == band; };
    const double factor = response.band[static_cast<std::size_t>(band)];
    const double moved =
        log_odds_over(in_band, [&](int) { return small * factor; }) - log_odds_over(in_band, [](int) { return 0.0; });
    EXPECT_NEAR(moved / small, 1.0, 1e-3) << band;
    EXPECT_GE(factor, 1.0);
  }
  // From school to work within one band.
  EXPECT_GT(response.band[0], 1.2);
}

TEST(CellResponse, WidensTheGapAndLeavesTheRateOf15To64) {
  const CellResponse response(model().start(), model().registered());
  const auto shift = [&](int cell) { return small * (cell % 2 == 1 ? response.women : response.men); };
  const auto none = [](int) { return 0.0; };
  const auto of_age = [](int cell) { return state::labour_groups[static_cast<std::size_t>(cell / 2)].to < 65; };
  const auto women = [&](int cell) { return of_age(cell) && cell % 2 == 1; };
  const auto men = [&](int cell) { return of_age(cell) && cell % 2 == 0; };
  const double before = log_odds_over(women, none) - log_odds_over(men, none);
  const double after = log_odds_over(women, shift) - log_odds_over(men, shift);
  EXPECT_NEAR((after - before) / small, 1.0, 1e-3);
  EXPECT_NEAR((log_odds_over(of_age, shift) - log_odds_over(of_age, none)) / small, 0.0, 1e-3);
}

}  // namespace
}  // namespace jobcast::labour
