#pragma once

#include <array>
#include <string_view>

namespace jobcast::state {

enum class Sex { male, female };
inline constexpr std::array sexes{Sex::male, Sex::female};
inline constexpr int sex_count = 2;

/// Labour states (model.md section 2). Employed = regular + temporary + self_employed.
enum class LabourState { inactive, unemployed, regular, temporary, self_employed };
inline constexpr int labour_state_count = 5;

/// A run of single years of age, both ends included.
struct AgeRange {
  int from = 0;
  int to = 0;

  [[nodiscard]] constexpr bool contains(int age) const { return from <= age && age <= to; }
};

inline constexpr int oldest_age = 100;  ///< and over
inline constexpr int youngest_working_age = 15;

/// Groups that share one transition matrix a sex.
inline constexpr std::array<AgeRange, 10> labour_groups{
    {{15, 19}, {20, 24}, {25, 29}, {30, 39}, {40, 49}, {50, 59}, {60, 64}, {65, 69}, {70, 74}, {75, oldest_age}}};
inline constexpr int labour_group_count = 10;
/// Bands in which the survey publishes employment.
inline constexpr std::array<AgeRange, 4> survey_bands{{{15, 29}, {30, 49}, {50, 64}, {65, oldest_age}}};
inline constexpr int survey_band_count = 4;
/// The plan's own seven population groups (table 4).
inline constexpr std::array<AgeRange, 7> plan_age_groups{
    {{0, 14}, {15, 29}, {30, 39}, {40, 49}, {50, 59}, {60, 64}, {65, oldest_age}}};
inline constexpr std::array<std::string_view, 7> plan_age_group_names{"0-14",  "15-29", "30-39", "40-49",
                                                                      "50-59", "60-64", "65+"};

/// Index of the labour group an age belongs to; -1 under 15.
constexpr int labour_group_of(int age) {
  for (int group = 0; group < labour_group_count; ++group) {
    if (labour_groups[static_cast<std::size_t>(group)].contains(age)) return group;
  }
  return age > oldest_age ? labour_group_count - 1 : -1;
}
/// Index of the survey band an age belongs to; -1 under 15.
constexpr int survey_band_of(int age) {
  for (int band = 0; band < survey_band_count; ++band) {
    if (survey_bands[static_cast<std::size_t>(band)].contains(age)) return band;
  }
  return age > oldest_age ? survey_band_count - 1 : -1;
}
/// The survey band that holds a labour group.
constexpr int band_of_labour_group(int group) {
  return survey_band_of(labour_groups[static_cast<std::size_t>(group)].from);
}

/// A cell of working-age people: labour group and sex. cell = group * 2 + sex.
inline constexpr int cell_count = labour_group_count * sex_count;
constexpr int cell_of(int group, Sex sex) { return group * sex_count + static_cast<int>(sex); }

}  // namespace jobcast::state
