#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/panel/half_year.hpp"

namespace jobcast::panel {

inline constexpr double not_published = std::numeric_limits<double>::quiet_NaN();

/// What was published of one area and age group in one survey; NaN where nothing was.
struct Figure {
  double employed = not_published;  ///< thousand persons
  double rate = not_published;      ///< employed persons in percent of the group's survey population
};

/// Published figures of many areas: area x survey x age group. A regular value.
struct Panel {
  std::vector<std::string> areas;   ///< as the file names them, in its order
  std::vector<std::string> groups;  ///< "15-64", "65+", … in order of first appearance
  HalfYear first;
  std::size_t surveys = 0;      ///< consecutive half-years from `first` on
  std::vector<Figure> figures;  ///< area by area, then survey by survey

  [[nodiscard]] HalfYear last() const { return first + (static_cast<int>(surveys) - 1); }
  [[nodiscard]] const Figure& at(std::size_t area, std::size_t survey, std::size_t group) const {
    return figures[(area * surveys + survey) * groups.size() + group];
  }
  [[nodiscard]] Figure& at(std::size_t area, std::size_t survey, std::size_t group) {
    return figures[(area * surveys + survey) * groups.size() + group];
  }
  /// Where a survey stands; nothing when the panel does not reach it.
  [[nodiscard]] std::optional<std::size_t> position(HalfYear survey) const;
  [[nodiscard]] std::optional<std::size_t> group(std::string_view name) const;
  [[nodiscard]] std::optional<std::size_t> area(std::string_view name) const;
};

/// Reads a panel from a table of comma-separated values: the tidy form
///     area,age_group,survey,employed_thousand,employment_rate_percent
/// or what KOSIS gives out: columns for area and ages, then one column a survey and item under one to three header
/// rows, or a column "항목" of items, or a column "시점" of surveys. Relative standard errors and other items are
/// passed over. A name that comes twice in a table with its surveys in columns (there are two counties of Goseong) is
/// two areas, the second called "고성군 (2)". Throws InputError with every fault: no column of areas or ages, no
/// figures, a rate outside 0 to 100, text in place of a number, a figure that contradicts another.
Panel read_panel(const std::string& path);

/// The same from decoded text; `file` names it in faults.
Panel parse_panel(const std::string& text, const std::string& file);

}  // namespace jobcast::panel
