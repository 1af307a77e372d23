#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/panel/forecast_areas.hpp"
#include "models/panel/panel.hpp"
#include "models/panel/score.hpp"

namespace jobcast::panel {

enum class Model { jobcast, last_value, local_level, drift };
inline constexpr std::array models{Model::jobcast, Model::last_value, Model::local_level, Model::drift};
std::string_view name_of(Model model);

inline constexpr int rounds_ahead = 2;  ///< one year

/// What to find out of a panel.
struct Question {
  std::string age_group = "15-64";
  std::vector<std::string> area_endings;  ///< areas whose names end in one of them; empty: all
  std::vector<HalfYear> origins;          ///< empty: the usual ones, see usual_origins
};

struct AreaForecast {
  std::size_t area = 0;  ///< of the panel
  HalfYear origin, target;
  Model model = Model::jobcast;
  RateForecast rate;
  std::optional<double> observed;
};

struct ModelScore {
  std::optional<HalfYear> origin;  ///< none: all of them
  Model model = Model::jobcast;
  Score score;
};

/// What the panel says of one age band until an origin: standard deviations in points.
struct BandEstimate {
  HalfYear origin;
  std::string band;
  double measurement = 0.0;  ///< error of one round alone
  double sample = 0.0;       ///< error of the sample areas, drawn anew at a renewal
  double innovation = 0.0;   ///< an area's own real change over a year
  double level = 0.0;        ///< of areas' lasting levels around the mean
  double common = 0.0;       ///< change that all areas share, a year ahead
  double drift = 0.0;        ///< expected common change, points a year
  double season = 0.0;       ///< second half of a year over the first, points
};

struct Skill {
  std::string age_group;
  std::vector<std::string> areas;  ///< names, by the panel's index
  std::size_t chosen_areas = 0;    ///< that the filter leaves
  std::vector<HalfYear> origins;
  std::vector<ModelScore> scores;  ///< all origins first, then origin by origin; each model in turn
  std::vector<AreaForecast> forecasts;
  std::vector<BandEstimate> estimates;
};

/// The panel's surveys that have a survey one year on: the last seven of them, or, when figures were published after
/// the panel ends, those whose year ahead is among these.
std::vector<HalfYear> usual_origins(const Panel& panel, const Panel* published_since);

/// Forecasts and scores every model at every origin, each from nothing later than the origin. Only areas for which all
/// models have a forecast and a figure was published are scored, so that all are scored on the same. Throws InputError
/// (without a file): unknown age group, no area left by the filter, an origin that the panel lacks, that has no year
/// ahead or too little behind it.
Skill measure_skill(const Panel& panel, const Panel* published_since, const Question& question);

}  // namespace jobcast::panel
