#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "models/forecast/columns.hpp"
#include "models/plan/plan.hpp"
#include "models/state/groups.hpp"

namespace jobcast::forecast {

inline constexpr std::size_t indicator_count = plan::indicator_names.size();
/// The sources of uncertainty, in the order of random::Purpose.
enum class Source { parameters, chance, execution, survey };
inline constexpr std::array<std::string_view, 4> source_names{"parameters", "chance", "execution", "survey"};
/// What people do in a year.
inline constexpr std::array<std::string_view, 4> flow_names{"births", "deaths", "arrivals", "leavers"};
inline constexpr std::size_t population_columns = state::plan_age_groups.size() * state::sex_count;

/// So many draws of a forecast, the first ones, are played again for the split of the uncertainty: at 1,000 draws a
/// share of one half is good to about three points.
constexpr int replicated_draws(int draws) { return std::min(draws, std::max(1000, draws / 10)); }

/// What a forecast keeps of the county itself, whatever its programmes. The indicators are the last survey's, true.
class CountyOutcomes {
 public:
  CountyOutcomes(int draws, std::size_t years) : numbers(3 * indicator_count + years * year_columns, draws) {}

  [[nodiscard]] static std::size_t start(std::size_t indicator) { return indicator; }
  [[nodiscard]] static std::size_t population_part(std::size_t indicator) { return indicator_count + indicator; }
  [[nodiscard]] static std::size_t behaviour_part(std::size_t indicator) { return 2 * indicator_count + indicator; }
  /// Persons at the end of a whole year of the calendar; group * 2 + sex as in state::AgeGroupCounts.
  [[nodiscard]] static std::size_t population(std::size_t year, std::size_t group_and_sex) {
    return 3 * indicator_count + year * year_columns + group_and_sex;
  }
  [[nodiscard]] static std::size_t flow(std::size_t year, std::size_t flow) {
    return population(year, population_columns) + flow;
  }

  Columns numbers;

 private:
  static constexpr std::size_t year_columns = population_columns + flow_names.size();
};

enum class SectorMeasure { at_work, at_work_15_64, net_employment, unfilled };
inline constexpr std::size_t sector_measure_count = 4;

/// What a forecast keeps of a scenario's programmes in that county.
class ScenarioOutcomes {
 public:
  ScenarioOutcomes(int draws, std::size_t surveys) : numbers(fixed_columns + surveys * survey_columns, draws) {}

  /// Part of the last survey's true value that the programmes make.
  [[nodiscard]] static std::size_t programmes_part(std::size_t indicator) { return indicator; }
  [[nodiscard]] static std::size_t sector(std::size_t sector, SectorMeasure measure) {
    return indicator_count + sector * sector_measure_count + static_cast<std::size_t>(measure);
  }
  /// The last survey's published figure with one source of uncertainty drawn anew; only the replicated draws.
  [[nodiscard]] static std::size_t replicate(Source source, std::size_t indicator) {
    return replicates_at + static_cast<std::size_t>(source) * indicator_count + indicator;
  }
  [[nodiscard]] static std::size_t published(std::size_t survey, std::size_t indicator) {
    return fixed_columns + survey * survey_columns + indicator;
  }
  [[nodiscard]] static std::size_t truth(std::size_t survey, std::size_t indicator) {
    return published(survey, indicator) + indicator_count;
  }

  Columns numbers;

 private:
  static constexpr std::size_t replicates_at = indicator_count + plan::sectors.size() * sector_measure_count;
  static constexpr std::size_t fixed_columns = replicates_at + source_names.size() * indicator_count;
  static constexpr std::size_t survey_columns = 2 * indicator_count;
};

}  // namespace jobcast::forecast
