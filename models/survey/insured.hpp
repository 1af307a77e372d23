#pragma once

#include <cstdint>

#include "engine/random/stream.hpp"
#include "models/plan/plan.hpp"
#include "models/state/cell_counts.hpp"
#include "models/survey/indicator_lanes.hpp"
#include "models/survey/published_step.hpp"

namespace jobcast::survey {

/// Employment-insurance members at the county's workplaces: an administrative count without sampling error. It follows
/// the county's employees and a random walk of its own, because workplaces are not residents: commuters, one large
/// employer, and employment that the survey does not count.
class InsuredModel {
 public:
  /// Starts from the indicator's published base. Sources: docs/models/survey.md.
  explicit InsuredModel(const plan::Plan& plan);

  [[nodiscard]] double base() const { return base_; }
  [[nodiscard]] time::Date base_date() const { return base_date_; }
  /// Relative change of members for a relative change of employees.
  [[nodiscard]] const plan::Value& elasticity() const { return elasticity_; }
  /// Weight of a temporary or daily employee against a regular one.
  [[nodiscard]] const plan::Value& temporary_weight() const { return temporary_weight_; }
  /// Standard deviation of the logarithm's own change in a year.
  [[nodiscard]] const plan::Value& volatility() const { return volatility_; }
  [[nodiscard]] PublishedStep published_step() const { return step_; }

 private:
  double base_;
  time::Date base_date_;
  plan::Value elasticity_;
  plan::Value temporary_weight_;
  plan::Value volatility_;
  PublishedStep step_;
};

/// The insured of one date in every lane, apart from what the county's employees do.
struct InsuredDraw {
  double base = 0.0;
  units::Lane elasticity;
  units::Lane temporary_weight;
  units::Lane walk;  ///< logarithm of the members' own movement since the base date
  PublishedStep step{1.0};
};

/// Draws first_draw .. first_draw + lane_count - 1. The walk of a later date goes on from the earlier one's. No
/// allocation. Precondition: parameters.purpose is Purpose::parameters.
InsuredDraw draw_insured(const InsuredModel& model, time::Date date, random::StreamKey parameters,
                         std::uint32_t first_draw);

/// Central parameters, no movement of its own.
InsuredDraw central_insured(const InsuredModel& model);

/// Employees that count for insurance, by lane: regular plus `temporary_weight` times temporary, all ages.
units::Lane weighted_employees(const state::CellCounts& counts, const units::Lane& temporary_weight);

/// Sets insured_persons of both: true = base * (employees now / employees at start)^elasticity * exp(walk) +
/// programme members, published = true rounded to a person.
///
/// @param at_start           the county on the base date
/// @param now                the county without the change that programmes make, so that nobody counts twice
/// @param programme_members  insured persons that programmes add against the base year; may be negative
void publish_insured(const state::CellCounts& at_start, const state::CellCounts& now,
                     const units::Lane& programme_members, const InsuredDraw& draw, IndicatorLanes& true_values,
                     IndicatorLanes& published);

}  // namespace jobcast::survey
