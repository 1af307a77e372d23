#include "engine/input/csv_cells.hpp"

#include <algorithm>
#include <utility>

namespace jobcast::input {
namespace {

constexpr std::string_view line_ends = "\r\n";
constexpr std::string_view cell_ends = ",\r\n";

/// Reads one line after the other; the place in the text is its whole state.
class Splitter {
 public:
  explicit Splitter(std::string_view text) : text_(text) {}

  CsvCells run() {
    while (at_ < text_.size()) read_line();
    return std::move(result_);
  }

 private:
  [[nodiscard]] bool at_any_of(std::string_view ends) const {
    return at_ >= text_.size() || ends.find(text_[at_]) != std::string_view::npos;
  }

  void skip_to(std::string_view ends) { at_ = std::min(text_.find_first_of(ends, at_), text_.size()); }

  void read_line() {
    std::vector<CsvCell> line;
    bool blank = true;
    sound_ = true;
    for (;;) {
      const bool has_quote = at_ < text_.size() && text_[at_] == '"';
      line.push_back(has_quote ? quoted() : plain());
      blank = blank && !has_quote && line.back().text.empty();
      if (!sound_) skip_to(line_ends);
      if (at_any_of(line_ends)) break;
      ++at_;  // the comma
    }
    at_ += text_.substr(at_).starts_with("\r\n") ? 2 : 1;
    at_ = std::min(at_, text_.size());
    if (sound_ && !blank) result_.lines.push_back(std::move(line));
  }

  CsvCell plain() {
    const std::size_t start = at_;
    skip_to(cell_ends);
    const std::string_view text = text_.substr(start, at_ - start);
    const std::size_t quote = text.find('"');
    if (quote != std::string_view::npos) fail(start + quote, "csv.quote_inside", "csv.mend_quote_inside");
    return {std::string(text), start};
  }

  CsvCell quoted() {
    CsvCell cell{{}, at_++};
    for (;;) {
      const std::size_t quote = text_.find('"', at_);
      if (quote == std::string_view::npos) {
        fail(cell.offset, "csv.open_quote", "csv.mend_open_quote");
        at_ = text_.size();
        return cell;
      }
      cell.text += text_.substr(at_, quote - at_);
      at_ = quote + 1;
      if (at_ >= text_.size() || text_[at_] != '"') break;
      cell.text += '"';
      ++at_;
    }
    if (!at_any_of(cell_ends)) fail_after_quote(cell);
    return cell;
  }

  /// A quote that was forgotten closes at the next one, lines below; the fault is then where it opened.
  void fail_after_quote(const CsvCell& cell) {
    if (cell.text.find_first_of(line_ends) == std::string::npos) {
      fail(at_, "csv.after_quote", "csv.mend_quote_inside");
    } else {
      fail(cell.offset, "csv.open_quote", "csv.mend_open_quote");
    }
  }

  void fail(std::size_t offset, const char* problem, const char* mend) {
    result_.faults.push_back({offset, {problem, {}}, {mend, {}}});
    sound_ = false;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool sound_ = true;  ///< the line that is read now has no fault
  CsvCells result_;
};

}  // namespace

CsvCells split_csv(std::string_view text) { return Splitter(text).run(); }

std::string csv_line(const std::vector<std::string>& cells) {
  const bool blank = std::all_of(cells.begin(), cells.end(), [](const auto& cell) { return cell.empty(); });
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line += ',';
    const bool quoted = cells[i].find_first_of(",\"\r\n") != std::string::npos || (blank && i == 0);
    if (!quoted) {
      line += cells[i];
      continue;
    }
    line += '"';
    for (const char c : cells[i]) line.append(c == '"' ? 2 : 1, c);
    line += '"';
  }
  return line + '\n';
}

}  // namespace jobcast::input
