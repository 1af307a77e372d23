#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/sensitivity/elementary_effects.hpp"
#include "engine/sensitivity/sobol_indices.hpp"
#include "models/forecast/forecast.hpp"
#include "models/sensitivity/inputs.hpp"

namespace jobcast::sensitivity {

enum class Method { sobol, morris };

/// How much is taken together.
enum class Level {
  source,  ///< what a forecast tells apart: parameters, chance, execution, survey
  kind,    ///< what could be done about it; those that are a source or group of their own are there once, as that
  group,
  input
};
inline constexpr std::array<std::string_view, 4> level_names{"source", "kind", "group", "input"};
inline std::string_view name_of(Level level) { return level_names[static_cast<std::size_t>(level)]; }

/// Inputs that are altered together.
struct Subject {
  std::string id;
  Level level = Level::group;
  std::optional<Kind> kind = {};       ///< none: of several kinds
  std::string group = {};              ///< of an input: its group's id
  std::size_t inputs = 0;              ///< how many
  std::vector<std::string> keys = {};  ///< their ids
};

/// What a subject does to one indicator at the last survey: shares of its variance, or effects in its unit.
struct Finding {
  Indices published, truth;                       ///< Method::sobol
  ElementaryEffects published_steps, true_steps;  ///< Method::morris
};

struct OfIndicator {
  plan::Indicator::Id id = plan::Indicator::Id::employment_rate_15_64;
  Variance published, truth;      ///< over all evaluations of the two independent sets
  std::vector<Finding> findings;  ///< findings[i] belongs to subjects[i]
};

struct Sensitivity {
  Method method = Method::sobol;
  std::string scenario;
  plan::Text scenario_title;
  int draws = 0;  ///< rows; evaluations are (subjects + 2) times as many
  std::uint64_t seed = 0;
  time::Date reference_week;
  std::vector<Subject> subjects;  ///< sources, kinds, groups, and inputs where they were asked for
  std::vector<OfIndicator> indicators;
};

struct Question {
  forecast::Request request;
  Method method = Method::sobol;
  bool inputs = false;                          ///< whether single inputs are asked as well
  std::vector<plan::Indicator::Id> indicators;  ///< empty: all six
  Bootstrap bootstrap;
};

/// Passes over the draws that an answer takes: for progress.
std::size_t passes_of(const plan::Plan& plan, const scenario::Scenario& scenario, const Question& question);

/// Which inputs move the forecast of the plan year's last survey. The rows are the forecast's own draws of the same
/// seed; inputs are drawn anew by streams (random::Altered), so that the four sources are altered exactly as
/// forecast::summarise_uncertainty has them. `done` is called after each pass. The same seed gives the same bits,
/// whatever the threads. Throws as a forecast does.
Sensitivity analyse(
    const plan::Plan& plan, const scenario::Scenario& scenario, const Question& question,
    const std::function<void()>& done = [] {});

}  // namespace jobcast::sensitivity
