#include "app/publication/workbook.hpp"

#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "app/command_line/usage_error.hpp"
#include "app/report/display_width.hpp"

namespace jobcast::app {
namespace {

constexpr int widest_column = 60;
constexpr int narrowest_column = 8;
constexpr std::size_t longest_name = 31;

/// A file that is gone at the end: the library writes to files alone.
class Scratch {
 public:
  Scratch() {
    auto pattern = (std::filesystem::temp_directory_path() / "jobcast-XXXXXX.xlsx").string();
    constexpr int suffix = 5;
    const int file = mkstemps(pattern.data(), suffix);
    if (file < 0) throw WorkFailed({"app.cannot_write", {pattern}}, {"app.expected_writable", {}});
    close(file);
    path_ = pattern;
  }
  ~Scratch() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

const char* number_format(Look look) {
  switch (look) {
    case Look::count:
      return "#,##0";
    case Look::signed_count:
      return "[>=0.5]+#,##0;[<=-0.5]-#,##0;0";
    case Look::one:
      return "#,##0.0";
    case Look::two:
      return "#,##0.00";
    case Look::signed_one:
      return "[>=0.05]+0.0;[<=-0.05]-0.0;0.0";
    case Look::signed_two:
      return "[>=0.005]+0.00;[<=-0.005]-0.00;0.00";
    case Look::rate:
      return "0.0\"%\"";
    case Look::share:
      return "0.0%";
  }
  return "General";
}

/// The words of a cell, and of its links where they have any.
std::string all_words(const Datum& datum) {
  auto words = datum.words;
  for (const auto& link : datum.links) {
    if (!link.words.empty()) words += (words.empty() ? "" : "; ") + link.words;
  }
  return words;
}

class Book {
 public:
  Book(const Publication& report, const Catalogue& words, const std::string& path)
      : report_(report), words_(words), book_(workbook_new(path.c_str())) {
    if (book_ == nullptr) throw WorkFailed({"app.cannot_write", {path}}, {"app.expected_writable", {}});
  }

  /// Writes everything; whether the library could.
  bool write() {
    set_properties();
    place_sources();
    contents();
    for (const auto& section : report_.sections) {
      for (const auto& sheet : section.sheets) table(sheet);
    }
    sources();
    return workbook_close(book_) == LXW_NO_ERROR;
  }

 private:
  using Row = lxw_row_t;
  using Column = lxw_col_t;

  void set_properties() {
    auto title = report_.title;
    auto comments = report_.subtitle;
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.comments = comments.data();
    properties.created = 946684800;  // a fixed day, so that the same report gives the same bytes
    workbook_set_properties(book_, &properties);
  }

  lxw_format* format(const std::string& number, bool bold, bool heading = false, bool wrapped = false) {
    const auto key = number + (bold ? "b" : "") + (heading ? "h" : "") + (wrapped ? "w" : "");
    auto& found = formats_[key];
    if (found != nullptr) return found;
    found = workbook_add_format(book_);
    if (!number.empty()) format_set_num_format(found, number.c_str());
    if (bold || heading) format_set_bold(found);
    if (heading) {
      constexpr lxw_color_t shade = 0xDCE6F1;
      format_set_bg_color(found, shade);
      format_set_bottom(found, LXW_BORDER_THIN);
      format_set_text_wrap(found);
    }
    if (wrapped) format_set_text_wrap(found);
    if (heading || wrapped) format_set_align(found, LXW_ALIGN_VERTICAL_TOP);
    return found;
  }

  /// A name that Excel takes and no other sheet has.
  std::string sheet_name(const std::string& wanted) {
    std::string name;
    for (const char letter : wanted)
      name += std::string_view("[]:*?/\\'").find(letter) == std::string_view::npos ? letter : ' ';
    constexpr int room_for_number = 3;
    name = shortened(name, static_cast<int>(longest_name) - room_for_number);
    auto free = name;
    for (int i = 2; !names_.insert(free).second; ++i) free = name + " " + std::to_string(i);
    return free;
  }

  lxw_worksheet* add_sheet(const std::string& name) {
    auto* sheet = workbook_add_worksheet(book_, name.c_str());
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, 9);  // A4
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_repeat_rows(sheet, 0, 0);
    worksheet_freeze_panes(sheet, 1, 0);
    return sheet;
  }

  /// Where each source will stand, before anything links to it.
  void place_sources() {
    sources_name_ = sheet_name(words_.text("report.name_sources"));
    Row row = 1;
    for (const auto& sheet : report_.sources) {
      places_.emplace(sheet.id, row);
      for (const auto& each : sheet.rows) places_.emplace(each.anchor, row++);
    }
  }

  void link(lxw_worksheet* sheet, Row row, Column column, const std::string& anchor, lxw_format* look) {
    const auto place = places_.find(anchor);
    if (place == places_.end()) return;
    const auto url = "internal:'" + sources_name_ + "'!A" + std::to_string(place->second + 1);
    worksheet_write_url(sheet, row, column, url.c_str(), look);
  }

  void text(lxw_worksheet* sheet, Row row, Column column, const std::string& words, const std::string& anchor,
            lxw_format* look) {
    if (!anchor.empty()) link(sheet, row, column, anchor, look);
    worksheet_write_string(sheet, row, column, words.c_str(), look);
    broken_.push_back({row, column, display_width(words)});
  }

  void number(lxw_worksheet* sheet, Row row, Column column, double value, const std::string& anchor, lxw_format* look) {
    if (!anchor.empty()) link(sheet, row, column, anchor, look);
    if (std::isfinite(value)) {
      worksheet_write_number(sheet, row, column, value, look);
    } else {
      worksheet_write_string(sheet, row, column, "-", look);
    }
  }

  /// Columns as wide as the widest of their words, within limits; rows as high as what is broken in them asks.
  void fit(lxw_worksheet* sheet, const std::map<Column, int>& widths) {
    const auto width_of = [&](Column column) {
      const auto found = widths.find(column);
      return std::clamp((found == widths.end() ? 0 : found->second) + 2, narrowest_column, widest_column);
    };
    for (const auto& [column, width] : widths) {
      worksheet_set_column(sheet, column, column, width_of(column), nullptr);
    }
    std::map<Row, int> lines;
    for (const auto& each : broken_) {
      // Breaking at blanks leaves some of each line empty.
      constexpr int lost = 3;
      const int room = width_of(each.column) - lost;
      lines[each.row] = std::max(lines[each.row], (each.width + room - 1) / room);
    }
    constexpr double line_height = 15.0;
    constexpr int most_lines = 27;  // Excel's rows end at 409 points
    for (const auto& [row, count] : lines) {
      if (count > 1) worksheet_set_row(sheet, row, line_height * std::min(count, most_lines), nullptr);
    }
    broken_.clear();
  }

  void table(const Sheet& table) {
    const auto name = sheet_name(table.name);
    listed_.emplace_back(name, table.title);
    auto* sheet = add_sheet(name);
    std::map<Column, int> widths;
    Column at = 0;
    for (const auto& column : table.columns) {
      const std::vector<std::string> titles = column.interval
                                                  ? std::vector{words_.text("report.column_low", column.title),
                                                                words_.text("report.column_high", column.title)}
                                                  : std::vector{column.title};
      for (const auto& title : titles) {
        text(sheet, 0, at, title, column.source, format("", true, true));
        widths[at] = column.numbers ? std::min(display_width(title), 14) : display_width(title);
        ++at;
      }
    }
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      write_row(sheet, static_cast<Row>(i + 1), table.columns, table.rows[i], widths);
    }
    fit(sheet, widths);
  }

  void write_row(lxw_worksheet* sheet, Row row, const std::vector<SheetColumn>& columns, const SheetRow& line,
                 std::map<Column, int>& widths) {
    Column at = 0;
    for (std::size_t i = 0; i < line.cells.size(); ++i) {
      const auto& datum = line.cells[i];
      const auto& source = datum.source.empty() ? columns[i].source : datum.source;
      if (datum.numbers.empty()) {
        // Words of a column of numbers are dashes: nothing to link.
        const auto words = all_words(datum);
        text(sheet, row, at, words, columns[i].numbers ? "" : datum.source,
             format("", line.total, false, !columns[i].numbers));
        widths[at] = std::max(widths[at], display_width(words));
      }
      for (std::size_t n = 0; n < datum.numbers.size(); ++n) {
        const auto column = static_cast<Column>(at + n);
        number(sheet, row, column, datum.numbers[n], source, format(number_format(datum.look), line.total));
        widths[column] = std::max(widths[column], display_width(number_words(datum.numbers[n], datum.look)));
      }
      at = static_cast<Column>(at + (columns[i].interval ? 2 : 1));
    }
  }

  /// The first sheet, which is written last.
  void contents() { contents_ = add_sheet(sheet_name(words_.text("report.name_contents"))); }

  void sources() {
    auto* sheet = add_sheet(sources_name_);
    listed_.emplace_back(sources_name_, report_.sources_title);
    std::map<Column, int> widths;
    text(sheet, 0, 0, words_.text("report.column_group"), "", format("", true, true));
    if (!report_.sources.empty()) {
      const auto& columns = report_.sources.front().columns;
      for (std::size_t i = 0; i < columns.size(); ++i) {
        text(sheet, 0, static_cast<Column>(i + 1), columns[i].title, "", format("", true, true));
      }
    }
    Row row = 1;
    for (const auto& group : report_.sources) {
      for (const auto& line : group.rows) {
        text(sheet, row, 0, group.title, "", format("", false, false, true));
        widths[0] = std::max(widths[0], std::min(display_width(group.title), 30));
        for (std::size_t i = 0; i < line.cells.size(); ++i) {
          const auto column = static_cast<Column>(i + 1);
          text(sheet, row, column, line.cells[i].words, "", format("", false, false, true));
          widths[column] = std::max(widths[column], display_width(line.cells[i].words));
        }
        ++row;
      }
    }
    fit(sheet, widths);
    list_contents();
  }

  /// The first sheet: the answer, and what the others hold.
  void list_contents() {
    text(contents_, 0, 0, words_.text("report.column_sheet"), "", format("", true, true));
    text(contents_, 0, 1, words_.text("report.column_what"), "", format("", true, true));
    Row row = 1;
    const auto line = [&](const std::string& name, const std::string& what) {
      text(contents_, row, 0, name, "", format("", false, false, true));
      text(contents_, row, 1, what, "", format("", false, false, true));
      ++row;
    };
    line(report_.title, report_.subtitle);
    for (const auto& sentence : report_.answer) line("", sentence);
    int widest = display_width(report_.title);
    for (const auto& [name, title] : listed_) {
      worksheet_write_url(contents_, row, 0, ("internal:'" + name + "'!A1").c_str(), nullptr);
      widest = std::max(widest, display_width(name));
      line(name, title);
    }
    constexpr int widest_words = 100;
    worksheet_set_column(contents_, 0, 0, std::min(widest, widest_column) + 2, nullptr);
    worksheet_set_column(contents_, 1, 1, widest_words, nullptr);
    for (const auto& each : broken_) {
      const int lines = (each.width + widest_words - 1) / widest_words;
      if (each.column == 1 && lines > 1) worksheet_set_row(contents_, each.row, 15.0 * (lines + 1), nullptr);
    }
    broken_.clear();
  }

  const Publication& report_;
  const Catalogue& words_;
  lxw_workbook* book_;
  lxw_worksheet* contents_ = nullptr;
  std::string sources_name_;
  std::map<std::string, lxw_format*> formats_;
  std::map<std::string, Row> places_;
  std::set<std::string> names_;
  std::vector<std::pair<std::string, std::string>> listed_;
  struct Words {
    Row row;
    Column column;
    int width;
  };
  std::vector<Words> broken_;  ///< of the sheet being written
};

}  // namespace

std::string workbook(const Publication& report, const Catalogue& words) {
  const Scratch scratch;
  if (!Book(report, words, scratch.path()).write()) {
    throw WorkFailed({"app.cannot_write", {scratch.path()}}, {"app.expected_writable", {}});
  }
  std::ifstream file(scratch.path(), std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace jobcast::app
