#pragma once

#include <vector>

#include "models/plan/plan.hpp"
#include "models/population/migration.hpp"
#include "models/population/rates.hpp"
#include "models/state/age_pyramid.hpp"

namespace jobcast::population {

/// How uncertain each part of the model is. A value's key names its random stream; its provenance says why.
struct PopulationUncertainty {
  plan::Value mortality_multiplier;  ///< county hazard of death over the nation's
  plan::Value fertility_level;       ///< true total fertility rate of the start year over the published one
  plan::Value fertility_trend;       ///< relative change of the total fertility rate a year
  plan::Value net_migration_shift;   ///< net migrants a person-year over the model's own level
  plan::Value migration_spread;      ///< factor on the three standard deviations below
  plan::Value arrivals_trend;        ///< relative change of the number of arrivals a year
  std::shared_ptr<const plan::Posterior> posterior{};  ///< members that replace some of it; null: none
  double persistent_sd = 0.0;                          ///< net migrants a person-year: error of the lasting level
  double yearly_sd = 0.0;                              ///< net migrants a person-year: what is new each year
  double young_sd = 0.0;  ///< net migrants a person of 15-34 and year: what is new each year
};

/// What a county's population does in expectation, from its plan's facts and assumptions. Immutable and shared by all
/// blocks. Sources: docs/models/population.md.
class PopulationModel {
 public:
  /// Starts on 31 December of the plan's base year and reaches to the year of `forecast_until`.
  explicit PopulationModel(const plan::Plan& plan);
  /// Starts on 31 December of `start_year` and uses no population fact of a later year, as a backtest must.
  /// Throws input::InputError when facts it cannot do without are missing.
  PopulationModel(const plan::Plan& plan, int start_year, int last_year, const MigrationSettings& settings = {});
  /// From rates given as they are: `years[i]` belongs to start_year + 1 + i.
  PopulationModel(int start_year, const state::AgePyramid& start, std::vector<YearRates> years,
                  PopulationUncertainty uncertainty);

  [[nodiscard]] int start_year() const { return start_year_; }
  [[nodiscard]] int last_year() const { return start_year_ + static_cast<int>(years_.size()); }
  /// Registered persons on 31 December of the start year.
  [[nodiscard]] const state::AgePyramid& start() const { return start_; }
  /// Central rates of a calendar year, start_year + 1 .. last_year.
  [[nodiscard]] const YearRates& rates(int year) const;
  [[nodiscard]] const PopulationUncertainty& uncertainty() const { return uncertainty_; }

 private:
  int start_year_;
  state::AgePyramid start_;
  std::vector<YearRates> years_;
  PopulationUncertainty uncertainty_;
};

}  // namespace jobcast::population
