#include <cmath>
#include <map>
#include <tuple>

#include "engine/input/plain_number.hpp"
#include "engine/input/text_file.hpp"
#include "engine/input/text_position.hpp"
#include "models/panel/panel.hpp"
#include "models/panel/sheet.hpp"

namespace jobcast::panel {
namespace {

using Line = std::vector<input::CsvCell>;

std::string_view text_of(const Line& line, std::size_t column) {
  return column < line.size() ? trimmed(line[column].text) : std::string_view();
}

std::string without_commas(std::string_view text) {
  std::string plain;
  for (const char letter : text) {
    if (letter != ',') plain += letter;
  }
  return plain;
}

/// Gathers the figures of one table, whatever its layout.
class Reader {
 public:
  Reader(const std::string& text, const std::string& file) : text_(text), file_(file), lines_(text) {}

  Panel read() {
    auto cells = input::split_csv(text_);
    for (auto& fault : cells.faults) faults_.add({place(fault.offset), fault.problem, {}, fault.mend});
    const auto sheet = sheet_of(cells.lines);
    check(sheet, cells.lines);
    faults_.throw_if_any();
    for (std::size_t row = sheet.first_row; row < cells.lines.size(); ++row) read_row(sheet, cells.lines[row]);
    if (figures_.empty() && faults_.empty()) faults_.add({{file_, 0, 0}, {"skill.no_figures", {}}, {}, {}});
    faults_.throw_if_any();
    return packed();
  }

 private:
  using Key = std::tuple<std::size_t, std::size_t, HalfYear>;  // area, group, survey

  input::Position place(std::size_t offset) const { return lines_.position(text_, offset, file_); }

  void check(const Sheet& sheet, const std::vector<Line>& lines) {
    const input::Position top{file_, lines.empty() ? 0 : 1, lines.empty() ? 0 : 1};
    std::vector<std::string> found;
    if (!lines.empty()) {
      for (const auto& each : lines.front()) found.emplace_back(trimmed(each.text));
    }
    constexpr std::size_t enough = 6;
    if (found.size() > enough) found.resize(enough);
    const input::Message expected{"skill.expected_table", {}};
    const input::Message mend{"skill.mend_table", {input::listed(found)}};
    if (sheet.areas.empty()) {
      faults_.add({top, {"skill.no_area_column", {}}, expected, mend});
    } else if (!sheet.age) {
      faults_.add({top, {"skill.no_age_column", {}}, expected, mend});
    } else if (sheet.figures.empty()) {
      faults_.add({top, {"skill.no_figure_column", {}}, expected, mend});
    }
  }

  void read_row(const Sheet& sheet, const Line& line) {
    carry_names(sheet, line);
    if (area_.empty() || age_.empty()) return;
    if (sheet.sex && !is_both_sexes(text_of(line, *sheet.sex))) return;
    const auto group = age_group_of(age_);
    if (!group) return fault(line, *sheet.age, "skill.unknown_age", "skill.expected_age");
    const auto row_item = sheet.item ? item_of(text_of(line, *sheet.item)) : Item::none;
    const auto row_survey = sheet.survey ? half_year_in(text_of(line, *sheet.survey)) : std::nullopt;
    if (sheet.survey && !row_survey) return fault(line, *sheet.survey, "skill.unknown_survey", "skill.expected_survey");
    const auto area = area_of_row(sheet, *group, line);
    for (const auto& column : sheet.figures) {
      const auto item = column.item == Item::none ? row_item : column.item;
      const auto survey = column.survey ? column.survey : row_survey;
      if ((item == Item::employed || item == Item::rate) && survey && column.column < line.size()) {
        take(area, *group, *survey, item, line[column.column]);
      }
    }
  }

  /// Merged cells leave a name in the first of their rows alone.
  void carry_names(const Sheet& sheet, const Line& line) {
    for (const auto column : sheet.areas) {
      const auto name = text_of(line, column);
      const bool part_of_it = name.empty() || name == "소계" || name == "계";
      if (!part_of_it) area_ = name;
    }
    const auto age = text_of(line, *sheet.age);
    if (!age.empty()) age_ = age;
  }

  void take(const std::string& area, const std::string& group, HalfYear survey, Item item, const input::CsvCell& cell) {
    if (is_not_published(cell.text)) return;
    const auto value = input::plain_number(without_commas(trimmed(cell.text))).value;
    if (!value) return cell_fault(cell, "skill.bad_number", "skill.expected_figure");
    if (item == Item::rate && (*value < 0.0 || *value > 100.0)) {
      return cell_fault(cell, "skill.impossible_rate", "skill.expected_rate");
    }
    if (*value < 0.0) return cell_fault(cell, "skill.bad_number", "skill.expected_figure");
    auto& figure = figures_[{index_of(areas_, area), index_of(groups_, group), survey}];
    auto& place = item == Item::rate ? figure.rate : figure.employed;
    if (!std::isnan(place) && place != *value) return cell_fault(cell, "skill.contradicted", "skill.expected_once");
    place = *value;
  }

  /// Where surveys stand in columns, a second row of the same area and ages is another area of that name.
  std::string area_of_row(const Sheet& sheet, const std::string& group, const Line& line) {
    if (sheet.survey) return area_;
    const auto item = sheet.item ? std::string(text_of(line, *sheet.item)) : std::string();
    const int before = rows_[{area_, group, item}]++;
    return before == 0 ? area_ : area_ + " (" + std::to_string(before + 1) + ")";
  }

  static std::size_t index_of(std::map<std::string, std::size_t>& names, const std::string& name) {
    return names.try_emplace(name, names.size()).first->second;
  }

  void cell_fault(const input::CsvCell& cell, const char* problem, const char* expected) {
    faults_.add({place(cell.offset), {problem, {std::string(trimmed(cell.text))}}, {expected, {}}, {}});
  }

  void fault(const Line& line, std::size_t column, const char* problem, const char* expected) {
    if (column < line.size()) cell_fault(line[column], problem, expected);
  }

  Panel packed() const {
    Panel panel;
    panel.areas.resize(areas_.size());
    panel.groups.resize(groups_.size());
    for (const auto& [name, index] : areas_) panel.areas[index] = name;
    for (const auto& [name, index] : groups_) panel.groups[index] = name;
    auto last = std::get<HalfYear>(figures_.begin()->first);
    panel.first = last;
    for (const auto& [key, figure] : figures_) {
      panel.first = std::min(panel.first, std::get<HalfYear>(key));
      last = std::max(last, std::get<HalfYear>(key));
    }
    panel.surveys = static_cast<std::size_t>(last - panel.first) + 1;
    panel.figures.resize(areas_.size() * groups_.size() * panel.surveys);
    for (const auto& [key, figure] : figures_) {
      const auto& [area, group, survey] = key;
      panel.at(area, static_cast<std::size_t>(survey - panel.first), group) = figure;
    }
    return panel;
  }

  const std::string& text_;
  std::string file_;
  input::LineStarts lines_;
  input::Diagnostics faults_;
  std::map<std::string, std::size_t> areas_, groups_;
  std::map<Key, Figure> figures_;
  std::map<std::tuple<std::string, std::string, std::string>, int> rows_;  // seen of an area, group and item
  std::string area_, age_;                                                 // of the last row that named them
};

}  // namespace

Panel parse_panel(const std::string& text, const std::string& file) { return Reader(text, file).read(); }

Panel read_panel(const std::string& path) { return parse_panel(input::read_text(path), path); }

}  // namespace jobcast::panel
