#pragma once

#include <functional>

#include "models/attribution/parts.hpp"
#include "models/attribution/shapley.hpp"
#include "models/forecast/forecast.hpp"

namespace jobcast::attribution {

/// A difference over the draws.
struct Effect {
  double mean = 0.0;
  double p05 = 0.0, p95 = 0.0;
  double monte_carlo_error = 0.0;  ///< of the mean: from the draws, and from sampled orders
};

/// What is measured of a part, in the October survey's week: the six indicators' true values, in the order of
/// plan::indicator_names, then persons at work in the programmes, then additional employed residents.
inline constexpr std::size_t at_work = plan::indicator_names.size();
inline constexpr std::size_t additional = at_work + 1;
inline constexpr std::size_t outcome_count = additional + 1;
using Effects = std::array<Effect, outcome_count>;

struct PartEffect {
  Part part;
  Effects last;                   ///< the plan less the plan without it
  std::optional<Effects> shared;  ///< its Shapley value; absent for programmes, of which there are too many
};

struct GroupEffect {
  Grouping grouping = Grouping::sector;
  std::vector<PartEffect> parts;  ///< in the plan's order
  Effects whole;                  ///< the plan less the plan without all of them
  bool all_orders = false;        ///< the Shapley values are exact but for the draws
};

struct Attribution {
  int draws = 0;
  std::uint64_t seed = 0;
  time::Date reference_week;
  double survey_error = 0.0;  ///< standard error of the published employment rate of 15-64, points
  double published_step = 0.0;
  std::vector<GroupEffect> groups;
};

struct Question {
  forecast::Request request;
  std::vector<Grouping> groupings{attribution::groupings.begin(), attribution::groupings.end()};
  Orders orders;
};

/// Standard error of the published employment rate of 15-64, points: sqrt(D p (100 - p) / n), n and D at their central
/// values (docs/models/survey.md).
double survey_error(const plan::Plan& plan);

/// Coalitions that will be asked: for progress.
std::size_t coalitions_of(const plan::Plan& plan, const Question& question);

/// What each part of the plan is worth. All scenarios see the same futures (common random numbers). `done` is called
/// after each coalition. Throws as a forecast does.
Attribution attribute(
    const plan::Plan& plan, const Question& question, const std::function<void()>& done = [] {});

/// Money for one additional employed person, won; nothing where the effect is not above two of its errors.
std::optional<double> won_per_person(const PartEffect& part);
/// Money for a point of an indicator (a person, for counts), won; nothing likewise.
std::optional<double> won_per_unit(const PartEffect& part, plan::Indicator::Id indicator);

}  // namespace jobcast::attribution
