#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace jobcast::app::synthetic {

/// The age groups that a plan prints.
inline constexpr std::array<std::string_view, 7> age_groups{"0-14", "15-29", "30-39", "40-49", "50-59", "60-64", "65+"};
/// Year ends of the register; the last one is the base year's.
inline constexpr std::array years{2021, 2022, 2023};
/// Half-years of the survey, up to the base year's second.
inline constexpr std::array<std::string_view, 4> halves{"2022H1", "2022H2", "2023H1", "2023H2"};

/// Registered persons by age group; male, female.
using Register = std::array<std::array<double, 2>, age_groups.size()>;

/// What a survey finds, in persons; rates are these over the persons asked about.
struct Survey {
  static constexpr std::size_t bands = 4;                         ///< 15-29, 30-49, 50-64, 65+
  std::array<std::array<double, 2>, bands> people{}, employed{};  ///< male, female
  double regular = 0.0, temporary = 0.0, unemployed = 0.0;

  [[nodiscard]] double employed_in(std::size_t from, std::size_t to) const;  ///< bands [from, to), both sexes
  [[nodiscard]] double people_in(std::size_t from, std::size_t to) const;
  [[nodiscard]] double employed_of(std::size_t sex, std::size_t to) const;  ///< of one sex, bands [0, to)
  [[nodiscard]] double people_of(std::size_t sex, std::size_t to) const;
};

/// An invented county: town or country, young or old, drawn so that what is told of it hangs together.
struct County {
  int number = 0;      ///< from 1
  double rural = 0.0;  ///< 0: a young town, 1: an old country
  double persons = 0.0;
  std::array<Register, years.size()> registered{};
  std::array<double, years.size()> births{}, deaths{}, fertility{};
  std::array<Survey, halves.size()> surveys{};
  double insured = 0.0;
};

/// The county of a number; the same for the same seed, however many there are.
County draw_county(std::uint64_t seed, int number);

}  // namespace jobcast::app::synthetic
