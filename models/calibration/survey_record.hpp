#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "models/labour/survey_figure.hpp"
#include "models/plan/plan.hpp"
#include "models/state/groups.hpp"

namespace jobcast::calibration {

inline constexpr std::size_t band_count = state::survey_band_count;
/// Ages for which the survey publishes employment: its four bands, then 15-64 and 15 and over.
inline constexpr std::size_t ages_count = band_count + 2;
inline constexpr std::array<const char*, ages_count> ages_names{"15-29", "30-49", "50-64", "65+", "15-64", "15+"};
/// Bands that published ages hold: the first `held` of the four, or the one band itself.
constexpr bool holds_band(std::size_t ages, std::size_t band) {
  if (ages < band_count) return ages == band;
  return ages == band_count ? band + 1 < band_count : true;
}

using ByBand = std::array<double, band_count>;
using ByAges = std::array<std::optional<double>, ages_count>;

/// What one survey published.
struct SurveyRound {
  int step = 0;     ///< half-years since year 0; odd: October
  ByAges rate;      ///< employed share of the ages' persons
  ByAges employed;  ///< thousand persons
  /// Where rates of several bands are linked to the bands' own: the round's rates and survey populations (employed over
  /// rate, thousand), or those of the nearest round that has them. NaN where no round has.
  ByBand near_rate{}, population{};
  /// Everything that was published, by which calibration reads the round: employed (also by status), unemployed,
  /// inactive, active and all persons and the rates of them, by age and sex. One of each kind. Facts stay the plan's.
  std::vector<labour::SurveyFigure> figures;
};

/// Every survey of a plan, in order; also those published after its as-of date, which a forecast starts before.
struct SurveyRecord {
  std::vector<SurveyRound> rounds;

  [[nodiscard]] bool empty() const { return rounds.empty(); }
  [[nodiscard]] int last() const { return rounds.back().step; }
};

/// Reads the record. A population-only pack has an empty one.
SurveyRecord read_record(const plan::Plan& plan);

/// Throws input::InputError, naming file and line of each, for figures of a survey that cannot be: a rate over 100 %,
/// or more persons employed, unemployed, inactive or active than the same survey counts, or finds in the same state,
/// among people of all their ages and sex, or than are registered.
void refuse_impossible(const plan::Plan& plan);

}  // namespace jobcast::calibration
