#include "models/panel/sheet.hpp"

#include <algorithm>

namespace jobcast::panel {
namespace {

using Line = std::vector<input::CsvCell>;

std::string_view cell(const Line& line, std::size_t column) {
  return column < line.size() ? trimmed(line[column].text) : std::string_view();
}

/// Whether a line repeats the headings of the columns that identify rows, or leaves them open, and names figures.
bool continues_header(const Line& line, const Sheet& sheet, const Line& header) {
  if (sheet.areas.empty()) return false;
  const auto area = cell(line, sheet.areas.front());
  if (area == cell(header, sheet.areas.front())) return true;
  if (!area.empty()) return false;
  return std::any_of(line.begin(), line.end(), [](const auto& each) {
    return item_of(each.text) != Item::none || half_year_in(each.text).has_value();
  });
}

void place(Sheet& sheet, ColumnRole role, std::size_t column) {
  const auto once = [&](std::optional<std::size_t>& place) { place = place.value_or(column); };
  if (role == ColumnRole::area) sheet.areas.push_back(column);
  if (role == ColumnRole::age) once(sheet.age);
  if (role == ColumnRole::sex) once(sheet.sex);
  if (role == ColumnRole::item) once(sheet.item);
  if (role == ColumnRole::survey) once(sheet.survey);
}

/// A heading over several columns stands in the first of them alone where cells were merged.
std::string heading_over(const Line& line, std::size_t column, std::size_t least) {
  for (std::size_t at = column + 1; at-- > least;) {
    if (!cell(line, at).empty()) return std::string(cell(line, at));
  }
  return {};
}

}  // namespace

Sheet sheet_of(const std::vector<Line>& lines) {
  constexpr std::size_t most_header_rows = 3;
  Sheet sheet;
  if (lines.empty()) return sheet;
  const auto& header = lines.front();
  std::size_t last_key = 0;
  for (std::size_t column = 0; column < header.size(); ++column) {
    const auto heading = cell(header, column);
    // "2023.1/2 취업자" names a figure, whatever else its words may look like.
    const auto role = half_year_in(heading) || item_of(heading) != Item::none ? ColumnRole::other : role_of(heading);
    if (role != ColumnRole::other) last_key = column;
    place(sheet, role, column);
  }
  while (sheet.first_row < std::min(lines.size(), most_header_rows) &&
         continues_header(lines[sheet.first_row], sheet, header)) {
    ++sheet.first_row;
  }
  std::size_t width = 0;
  for (std::size_t row = 0; row < sheet.first_row; ++row) width = std::max(width, lines[row].size());
  for (std::size_t column = last_key + 1; column < width; ++column) {
    FigureColumn figure{column, std::nullopt, Item::none};
    for (std::size_t row = 0; row < sheet.first_row; ++row) {
      const auto heading = heading_over(lines[row], column, last_key + 1);
      if (!figure.survey) figure.survey = half_year_in(heading);
      if (figure.item == Item::none) figure.item = item_of(heading);
    }
    const bool dated = figure.survey || sheet.survey;
    const bool named = figure.item != Item::none || sheet.item;
    if (dated && named && figure.item != Item::passed_over) sheet.figures.push_back(figure);
  }
  return sheet;
}

}  // namespace jobcast::panel
