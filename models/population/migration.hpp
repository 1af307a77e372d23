#pragma once

#include <map>
#include <vector>

#include "models/plan/plan.hpp"
#include "models/population/population_facts.hpp"
#include "models/population/rates.hpp"
#include "models/state/age_pyramid.hpp"

namespace jobcast::population {

/// A model migration schedule: moves a person-year by completed age, up to a factor (Rogers & Castro 1981, seven
/// parameters). The defaults are their standard schedule with the constant raised, so that people in their twenties
/// move some four times as often as those over 60, as in Korea.
struct RogersCastro {
  double child_level = 0.02, child_fall = 0.10;
  double labour_level = 0.06, labour_fall = 0.10, labour_peak = 20.0, labour_rise = 0.40;
  double constant = 0.012;

  [[nodiscard]] AgeArray schedule() const;
};

/// What a year's ageing, births and deaths leave of a population before migration, and what was counted at its end.
struct Transition {
  int year = 0;                 ///< the year whose 31 December was counted
  state::AgePyramid expected;   ///< survivors and newborn by age at the year's end
  SexAgeArray deaths{};         ///< expected deaths, by age at the year's end
  std::vector<Margin> counted;  ///< groups of ages at the year's end
};

/// How the residual of the transitions is turned into rates by age.
struct MigrationSettings {
  enum class Shape {
    uniform_rate,    ///< one net rate for all ages and both sexes
    schedule_level,  ///< one migration effectiveness: net = constant x the gross schedule
    smooth           ///< effectiveness by age and sex, second differences penalised (Whittaker-Henderson)
  };

  Shape shape = Shape::smooth;
  double smoothing = 300.0;      ///< weight of the squared second differences of effectiveness
  double half_life_years = 1.0;  ///< a year's weight in the level halves with every so many years before the last
};

/// A counted group beside what the estimate makes of it, in persons.
struct GroupFit {
  int year = 0;
  Margin counted;
  double fitted = 0.0;
  double chance_sd = 0.0;  ///< of independent deaths and moves
};

/// Residual net migration as a function of age, its level, and how much it changes from year to year.
struct NetMigration {
  SexAgeArray effectiveness{};  ///< net migrants over gross leavers, at the level of the forecast
  std::map<int, double> level;  ///< year -> what the year's net rate (crude, a person-year) was over the forecast level
  std::map<int, double> young;  ///< the same at the ages of the young, beyond the level
  std::vector<GroupFit> fit;    ///< every counted group of every transition
  double persistent_sd = 0.0;   ///< net migrants a person-year: error of the lasting level
  double yearly_sd = 0.0;       ///< net migrants a person-year: what is new each year
  double young_sd = 0.0;        ///< net migrants a person of 15-34 and year: what is new each year
};
inline constexpr state::AgeRange young_ages{15, 34};

/// Transitions of the years after the first one with population up to `last_year`, each from the finest counts there
/// are.
std::vector<Transition> read_transitions(const plan::Plan& plan, int last_year, double mortality_multiplier);

/// Penalised weighted least squares of the counted groups on the transitions' expectations. Within a year a cohort
/// migrates half at the one age and half at the next. `leaving` is the hazard of leaving by age and sex, the same as
/// the monthly model's. An observation's variance is that of independent deaths and moves. With no transition the
/// effectiveness is 0.
NetMigration estimate_migration(const std::vector<Transition>& transitions, const SexAgeArray& leaving,
                                const MigrationSettings& settings);

/// The gross schedule scaled so that `crude_rate` of these people leave in a year, alike for both sexes.
SexAgeArray leaving_hazards(const state::AgePyramid& population, double crude_rate);

}  // namespace jobcast::population
