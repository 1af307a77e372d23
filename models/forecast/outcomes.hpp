#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/units/lane.hpp"
#include "models/plan/plan.hpp"
#include "models/programmes/programme_model.hpp"
#include "models/state/cell_counts.hpp"
#include "models/survey/indicator_lanes.hpp"

namespace jobcast::forecast {

inline constexpr std::size_t indicator_count = plan::indicator_names.size();

/// The parts of an indicator's change since the base year's October.
enum class Part { population, behaviour, programmes };
inline constexpr std::array<std::string_view, 3> part_names{"population", "behaviour", "programmes"};
/// The sources of uncertainty, in the order of random::Purpose.
inline constexpr std::array<std::string_view, 4> source_names{"parameters", "chance", "execution", "survey"};
/// What people do in a year, in the order of `flow_names`.
inline constexpr std::array<std::string_view, 4> flow_names{"births", "deaths", "arrivals", "leavers"};
enum class SectorMeasure { at_work, at_work_15_64, net_employment, unfilled };
inline constexpr std::size_t sector_measure_count = 4;

/// Every number that a forecast keeps of every draw: one column of `draws` numbers an outcome. Blocks write their own
/// rows of it, so that no two threads touch the same number and the order of blocks does not matter.
class Outcomes {
 public:
  /// @param surveys  of the calendar; @param years  whole calendar years
  /// @param replicated_draws  draws whose sources of uncertainty are drawn anew one by one
  Outcomes(int draws, std::size_t surveys, std::size_t years, int replicated_draws);

  [[nodiscard]] int draws() const { return draws_; }
  [[nodiscard]] int block_count() const { return blocks_; }
  [[nodiscard]] int replicated_draws() const { return replicated_draws_; }

  // Columns. Indices are those of the calendar's surveys and whole years.
  [[nodiscard]] std::size_t published(std::size_t survey, std::size_t indicator) const;
  [[nodiscard]] std::size_t truth(std::size_t survey, std::size_t indicator) const;
  [[nodiscard]] std::size_t start(std::size_t indicator) const;
  [[nodiscard]] std::size_t change(Part part, std::size_t indicator) const;
  [[nodiscard]] std::size_t sector(std::size_t sector, SectorMeasure measure) const;
  /// Persons at a year's end; group * 2 + sex as in state::AgeGroupCounts.
  [[nodiscard]] std::size_t population(std::size_t year, std::size_t group_and_sex) const;
  [[nodiscard]] std::size_t flow(std::size_t year, std::size_t flow) const;
  /// The last survey's published figure with one source of uncertainty drawn anew; only the first replicated_draws().
  [[nodiscard]] std::size_t replicate(std::size_t source, std::size_t indicator) const;

  void put(std::size_t column, std::uint32_t first_draw, const units::Lane& lanes);
  [[nodiscard]] std::span<const double> column(std::size_t column) const;

 private:
  int draws_;
  int blocks_;
  int replicated_draws_;
  std::size_t rows_;  ///< draws rounded up to whole blocks
  std::size_t surveys_;
  std::size_t years_;
  std::vector<double> numbers_;
};

}  // namespace jobcast::forecast
