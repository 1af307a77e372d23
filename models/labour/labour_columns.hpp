#pragma once

#include <array>

#include "models/state/groups.hpp"

namespace jobcast::labour {

/// Columns of a plan's posterior that a draw of the labour market reads, each by itself: what is not there is drawn
/// from the history and the priors.
namespace labour_columns {
/// True log-odds of a band's employment at the last survey, as in October.
inline constexpr std::array<const char*, state::survey_band_count> level{"labour.level_15_29", "labour.level_30_49",
                                                                         "labour.level_50_64", "labour.level_65_over"};
/// Its expected change in the next half-year.
inline constexpr std::array<const char*, state::survey_band_count> drift{"labour.drift_15_29", "labour.drift_30_49",
                                                                         "labour.drift_50_64", "labour.drift_65_over"};
/// By how much its level (log-odds) moved in the first and in the second half-year after that survey, where surveys
/// published since say so.
inline constexpr std::size_t most_moves = 2;
inline constexpr std::array<std::array<const char*, state::survey_band_count>, most_moves> moved{
    {{"labour.moved_15_29", "labour.moved_30_49", "labour.moved_50_64", "labour.moved_65_over"},
     {"labour.moved_second_15_29", "labour.moved_second_30_49", "labour.moved_second_50_64",
      "labour.moved_second_65_over"}}};
/// Standard deviation of its unexplained change in a year, log-odds; the assumption of the name is in points.
inline constexpr std::array<const char*, state::survey_band_count> innovation{
    "labour.innovation_15_29", "labour.innovation_30_49", "labour.innovation_50_64", "labour.innovation_65_over"};
/// Share of the bands' innovation variance that they have together.
inline constexpr const char* common = "labour.common_share";
/// Log-odds of women's employment less men's, 15-64, and of regular employees among the employed, at the last survey.
inline constexpr const char* sex_gap = "labour.sex_gap";
inline constexpr const char* regular = "labour.regular_share";
/// Log-odds of temporary and daily workers among the employed who are not regular, and of the unemployed among people
/// without work, at the last survey.
inline constexpr const char* temporary = "labour.temporary_share";
inline constexpr const char* search = "labour.search_share";
/// October's rate of 15-64 less April's, points.
inline constexpr const char* season = "labour.season_difference";
}  // namespace labour_columns

}  // namespace jobcast::labour
