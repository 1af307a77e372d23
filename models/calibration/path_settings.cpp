#include <algorithm>
#include <cmath>

#include "models/calibration/labour_path.hpp"
#include "models/calibration/standard_normal.hpp"
#include "models/labour/log_odds.hpp"
#include "models/labour/volatility.hpp"
#include "models/plan/defaults.hpp"

namespace jobcast::calibration {
namespace {

constexpr std::array<const char*, band_count> suffixes{"_15_29", "_30_49", "_50_64", "_65_over"};
/// October less April is as likely below as above zero before the county is seen: over all counties there is none
/// (assumption; the spread is that of the engine's own setting, whose mean is one county's).
constexpr double season_spread = 0.5;
/// Half of 15-64's changes in common, a share of 0.1 to 0.9 possible.
constexpr double least_common = 0.05;
/// The counties' spread of drifts is that of most, not of each: a county may have half or twice of it (assumption).
/// With this a drift is about as heavy in its tails as a t distribution with three degrees of freedom, so that a county
/// that rises for ten years is believed.
constexpr double drift_spread = 0.5;
/// A county's unemployed stray from year to year by some fifth of their number (assumption; the nation's by a tenth).
constexpr double search_innovation = 0.2;

double central(const std::string& key) { return plan::default_values().at(key).central(); }

/// Points a unit of log-odds over the rounds; where a band is never published, those of a rate of one half.
double mean_points(const SurveyRecord& record, std::size_t band) {
  double sum = 0.0;
  int count = 0;
  for (const SurveyRound& round : record.rounds) {
    if (!round.rate[band]) continue;
    sum += 100.0 * labour::slope_at(labour::log_odds(*round.rate[band]));
    ++count;
  }
  return count > 0 ? sum / count : 25.0;
}

/// Points of the rate of 15-64 for a unit of each band's log-odds, at the last round.
ByBand effects(const SurveyRecord& record) {
  ByBand effect{};
  const SurveyRound& last = record.rounds.back();
  double persons = 0.0;
  for (std::size_t band = 0; band + 1 < band_count; ++band) {
    persons += std::isnan(last.population[band]) ? 0.0 : last.population[band];
  }
  for (std::size_t band = 0; band + 1 < band_count; ++band) {
    if (std::isnan(last.population[band])) continue;
    effect[band] = 100.0 * last.near_rate[band] * (1.0 - last.near_rate[band]) * last.population[band] / persons;
  }
  return effect;
}

}  // namespace

PathSettings path_settings(const SurveyRecord& record) {
  PathSettings settings;
  settings.design_effect = plan::default_values().at("survey.design_effect").distribution;
  settings.central_design_effect = settings.design_effect.central();
  settings.sample_persons = central("survey.sample_persons");
  for (std::size_t band = 0; band < band_count; ++band) {
    const std::string suffix = suffixes[band];
    settings.points[band] = mean_points(record, band);
    settings.measurement[band] = central("labour.measurement" + suffix) / settings.points[band];
    settings.innovation[band] = central("labour.innovation" + suffix) / settings.points[band];
    settings.drift_sd[band] = central("labour.drift_spread" + suffix) / settings.points[band] / labour::steps_a_year;
  }
  const double common = labour::reconcile(settings.innovation, effects(record), central("labour.innovation_15_64"));
  settings.common_odds = labour::log_odds(std::clamp(common, least_common, 1.0 - least_common));
  // A variance known from so many annual changes (Gaussian, so relative variance 2 / years).
  settings.innovation_spread = std::sqrt(1.0 / (2.0 * central("labour.innovation_weight")));
  settings.drift_spread = drift_spread;
  settings.drift_persistence = std::pow(central("labour.drift_persistence"), 1.0 / labour::steps_a_year);
  settings.season_sd = 0.5 * season_spread;
  settings.sex_gap_innovation = central("labour.sex_gap_innovation");
  settings.regular_innovation = central("labour.regular_innovation");
  settings.search_innovation = search_innovation;
  return settings;
}

Hyper hyper_of(const PathSettings& settings, const Scores& scores) {
  Hyper hyper;
  hyper.design_effect = settings.design_effect.quantile(normal_share(scores[0]));
  for (std::size_t band = 0; band < band_count; ++band) {
    const auto score = static_cast<Eigen::Index>(band) + 1;
    hyper.innovation[band] = settings.innovation[band] * std::exp(settings.innovation_spread * scores[score]);
    const auto of_drift = static_cast<Eigen::Index>(band_count + 2 + band);
    hyper.drift_sd[band] = settings.drift_sd[band] * std::exp(settings.drift_spread * scores[of_drift]);
  }
  hyper.common = labour::share_of(settings.common_odds + scores[band_count + 1]);
  return hyper;
}

}  // namespace jobcast::calibration
