#pragma once

#include <span>
#include <vector>

#include "engine/units/lane.hpp"
#include "models/population/annual_projection.hpp"
#include "models/state/cell_counts.hpp"

namespace jobcast::population {

/// What a trajectory does to the central rates of every year, one number a lane.
struct TrajectoryFactors {
  units::Lane mortality;  ///< on the hazard of death, 0 to TrajectoryModel::greatest_mortality
  units::Lane fertility;
  units::Lane migration;  ///< on the number of net migrants
};

/// Annual projections of one population under many factors: the step of annual_projection.hpp with all migrants at its
/// end and nobody left below zero, where each trajectory's mortality multiplies the hazards behind the survival:
/// survival' = survival^mortality = exp(-mortality h). Immutable; shared by all threads.
///
/// What is common to all trajectories is worked out once: around mortality 1, survival is a polynomial in (mortality -
/// 1) whose coefficients are those of the age, sex and year, cut where what is left is below 2^-50 of it. The young
/// need four terms and the oldest some fifteen, where an exponential takes twenty operations for everyone.
class TrajectoryModel {
 public:
  static constexpr double greatest_mortality = 2.0;

  /// `years[i]` is the step of the i-th year; its survival must be positive.
  TrajectoryModel(const Population<double>& start, std::span<const AnnualRates> years);

  [[nodiscard]] std::size_t year_count() const { return years_.size(); }
  /// Multiplications and additions that one trajectory takes, a fused pair counted as one.
  [[nodiscard]] double multiply_adds() const;
  /// Projects `lane_count` trajectories; kept[year] is the population by plan age group and sex at that year's end.
  /// Precondition: kept.size() == year_count(). Allocates nothing.
  void project(const TrajectoryFactors& factors, std::span<state::AgeGroupCounts> kept) const;

 private:
  template <int Packs>
  class Walk;

  /// Neighbouring ages whose polynomials have the same degree, of one plan age group.
  struct Run {
    int degree = 0;
    int from = 0;  ///< age at the end of the step
    int to = 0;
    std::size_t coefficients = 0;  ///< where they begin: degree + 1 an age, the constant first
    std::size_t group = 0;
    bool mothers = false;  ///< whether any of them, or the ages they come from, bear children
  };
  struct Year {
    std::array<std::vector<Run>, state::sex_count> runs;  ///< from the oldest to age 1
    std::vector<double> coefficients;
    std::array<std::size_t, state::sex_count> newborn{};  ///< their coefficients
    int newborn_degree = 0;
    AgeArray half_fertility{};
    SexAgeArray net_migrants{};
    std::array<double, state::sex_count> sex_share{};  ///< of the newborn
  };

  Year year_of(const AnnualRates& rates) const;

  Population<double> start_;
  std::vector<Year> years_;
};

}  // namespace jobcast::population
