#include "models/labour/seasonal_year.hpp"

#include <algorithm>

#include "engine/lanes/transition.hpp"

namespace jobcast::labour {
namespace {

/// Doublings after which a yearly matrix has forgotten where it began: 2^7 years.
constexpr int doublings = 7;

StateMatrix product(const StateMatrix& left, const StateMatrix& right) {
  StateMatrix result;
  lanes::multiply<states>(left, right, result);
  return result;
}

void pass_months(StateLanes& shares, const StateMatrix& month, int count) {
  for (int passed = 0; passed < count; ++passed) lanes::transition_rows<states>(shares.data(), 1, month);
}

}  // namespace

void monthly_transitions(const CellRates& rates, const LogRatios& stationary, const units::Lane& season,
                         lanes::Terms terms, Seasons& transitions) {
  StateMatrix flows;
  make_flows(rates, stationary, flows);
  StateMatrix generator = flows;
  for (std::size_t s = 0; s < transitions.size(); ++s) {
    const auto alike = std::find(season_pattern.begin(), season_pattern.end(), season_pattern[s]);
    const auto earlier = static_cast<std::size_t>(alike - season_pattern.begin());
    if (earlier < s) {
      transitions[s] = transitions[earlier];
      continue;
    }
    add_season(flows, season_pattern[s] * season, generator);
    lanes::exponential<states>(generator, transitions[s], squarings, terms);
  }
}

void year_transition(const Seasons& monthly, StateMatrix& year) {
  const auto& [winter, spring, summer, autumn] = monthly;
  // Two winter months, three of each other season, one winter month. Spring and autumn are alike (season_pattern).
  static_assert(season_pattern[1] == season_pattern[3]);
  const StateMatrix mild = product(product(spring, spring), spring);
  const StateMatrix warm = product(product(summer, summer), summer);
  const StateMatrix to_august = product(product(product(winter, winter), mild), warm);
  lanes::multiply<states>(product(to_august, mild), winter, year);
}

SeasonalOrbit::SeasonalOrbit(const Seasons& monthly) {
  const auto& [winter, spring, summer, autumn] = monthly;
  StateMatrix forever;
  year_transition(monthly, forever);
  for (int doubling = 0; doubling < doublings; ++doubling) forever = product(forever, forever);
  december = forever[0];
  april = december;
  pass_months(april, winter, 2);
  pass_months(april, spring, 2);
  october = april;
  pass_months(october, spring, 1);
  pass_months(october, summer, 3);
  pass_months(october, autumn, 2);
}

}  // namespace jobcast::labour
