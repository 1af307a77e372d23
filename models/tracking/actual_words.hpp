#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace jobcast::tracking {

/// The columns of a table of actual figures; `required` of them must be there.
enum class Column : std::size_t { kind, id, date, value, unit, name, planned, note };
inline constexpr std::size_t column_count = 8;
inline constexpr std::size_t required_columns = 4;

struct ColumnNames {
  std::array<std::string_view, column_count> names;
};
inline constexpr ColumnNames english_columns{{"kind", "id", "date", "value", "unit", "name", "planned", "note"}};
inline constexpr ColumnNames korean_columns{{"구분", "식별자", "기준일", "값", "단위", "이름", "연간계획", "비고"}};

/// Words of the column `kind`, in either language: spending, placements, survey.
inline constexpr std::array<std::string_view, 3> english_kinds{"spending", "placements", "survey"};
inline constexpr std::array<std::string_view, 3> korean_kinds{"집행액", "참여인원", "고용조사"};

/// A unit, what it is a unit of (index of the kinds above) and how many won or persons it is.
struct Unit {
  std::string_view english, korean;
  std::size_t kind;
  double factor;
};
/// The first of each kind stands in an empty table. Rates and persons of surveys are as the indicator has them.
inline constexpr std::array known_units{Unit{"thousand_won", "천원", 0, 1e3},  Unit{"won", "원", 0, 1.0},
                                        Unit{"million_won", "백만원", 0, 1e6}, Unit{"jobs", "개", 1, 1.0},
                                        Unit{"persons", "명", 1, 1.0},         Unit{"percent", "%", 2, 1.0},
                                        Unit{"persons", "명", 2, 1.0}};

}  // namespace jobcast::tracking
