#include "models/labour/line_season.hpp"

#include "models/labour/seasonal_year.hpp"

namespace jobcast::labour {
namespace {

using units::Lane;

constexpr double trial_season = 0.2;
constexpr double greatest_season = 0.8;

Lane employed(const StateLanes& shares) { return shares[2] + shares[3] + shares[4]; }

}  // namespace

LineSeason find_season(const LineToHold& line) {
  LineSeason season;
  Lane difference = Lane::Zero();
  double people = 0.0;
  Seasons monthly;
  for (int cell = 0; cell < state::cell_count; ++cell) {
    const auto c = static_cast<std::size_t>(cell);
    monthly_transitions(line.rates[c], line.october[c], Lane::Constant(trial_season), terms_to_search, monthly);
    const SeasonalOrbit orbit(monthly);
    const LogRatios december = ratios_of(orbit.december);
    const LogRatios october = ratios_of(orbit.october);
    season.december_over_october.emplace_back();
    for (std::size_t k = 0; k < october.size(); ++k) season.december_over_october[c][k] = december[k] - october[k];
    const state::AgeRange ages = state::labour_groups[c / state::sex_count];
    if (ages.from >= 65) continue;
    const double weight = line.registered.sum(state::sexes[c % state::sex_count], ages);
    difference += weight * (employed(orbit.october) - employed(orbit.april));
    people += weight;
  }
  const Lane times = people > 0.0 ? Lane(line.season_difference / (difference / people)) : Lane(Lane::Zero());
  season.amplitude = (trial_season * times).max(-greatest_season).min(greatest_season);
  for (LogRatios& shift : season.december_over_october) {
    for (Lane& ratio : shift) ratio *= season.amplitude / trial_season;
  }
  return season;
}

}  // namespace jobcast::labour
