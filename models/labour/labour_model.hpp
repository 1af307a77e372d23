#pragma once

#include <array>

#include "models/labour/employment_history.hpp"
#include "models/labour/hold_the_line.hpp"
#include "models/labour/labour_columns.hpp"
#include "models/labour/labour_parameters.hpp"
#include "models/labour/labour_start.hpp"
#include "models/plan/plan.hpp"
#include "models/state/age_pyramid.hpp"

namespace jobcast::labour {

/// What the county's labour market is and does, from its plan's facts and assumptions: how people stand at the start,
/// how fast they move, and how far employment strays from year to year. Immutable and shared by all blocks. Sources and
/// equations: docs/models/labour.md.
class LabourModel {
 public:
  /// Starts on plan.as_of, a 31 December, with the last survey published for a week before it.
  /// Throws input::InputError (labour.no_survey) when there is none.
  LabourModel(const plan::Plan& plan, const state::AgePyramid& registered);

  /// The last survey and the one a year before it, as published, with their fit tables. The latter is empty
  /// (no fit lines) when the pack does not have it.
  [[nodiscard]] const LabourStart& start() const { return start_; }
  [[nodiscard]] const LabourStart& year_before() const { return year_before_; }
  /// Level, drift and volatility of employment by band, of the gap between the sexes and of regular work.
  [[nodiscard]] const EmploymentHistory& history() const { return history_; }
  [[nodiscard]] const LabourParameters& parameters() const { return parameters_; }
  /// What calibration made of history and parameters; null where the plan has none. Columns: labour_columns.
  [[nodiscard]] const plan::Posterior* posterior() const { return posterior_.get(); }
  [[nodiscard]] const state::AgePyramid& registered() const { return registered_; }
  /// Where the calibration of a draw begins to search.
  [[nodiscard]] const LineGuess& guess() const { return guess_; }
  /// Day after which the simulation begins.
  [[nodiscard]] time::Date as_of() const { return as_of_; }
  /// Quarters of behaviour the model has: from the start to the plan's last date.
  [[nodiscard]] int quarter_count() const { return quarter_count_; }

 private:
  time::Date as_of_;
  int quarter_count_;
  state::AgePyramid registered_;
  LabourParameters parameters_;
  std::shared_ptr<const plan::Posterior> posterior_;
  LabourStart start_;
  LabourStart year_before_;
  EmploymentHistory history_;
  LineGuess guess_;
};

/// Number of the quarter of behaviour that a date is in: quarters begin on 1 March, June, September and December, and
/// neighbours differ by one.
int quarter_index(time::Date date);

}  // namespace jobcast::labour
