#include "engine/input/csv_cells.hpp"

namespace jobcast::input {
namespace {

/// Reads one cell after the other; a small state machine with the place as its state.
class Splitter {
 public:
  explicit Splitter(std::string_view text) : text_(text) {}

  CsvCells run() {
    while (at_ < text_.size() && !broken_) read_line();
    return std::move(result_);
  }

 private:
  [[nodiscard]] bool at_line_end() const {
    if (at_ >= text_.size() || text_[at_] == '\n') return true;
    return text_[at_] == '\r' && (at_ + 1 == text_.size() || text_[at_ + 1] == '\n');
  }

  void read_line() {
    std::vector<CsvCell> line;
    for (;;) {
      line.push_back(at_ < text_.size() && text_[at_] == '"' ? quoted() : plain());
      if (broken_) return;
      if (at_line_end()) break;
      ++at_;  // the comma
    }
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size()) ++at_;
    const bool empty = line.size() == 1 && line[0].text.empty();
    if (!empty) result_.lines.push_back(std::move(line));
  }

  CsvCell plain() {
    CsvCell cell{{}, at_};
    while (!at_line_end() && text_[at_] != ',') {
      if (text_[at_] == '"') return fail(cell, at_, "csv.quote_inside", "csv.mend_quote_inside");
      ++at_;
    }
    cell.text = text_.substr(cell.offset, at_ - cell.offset);
    return cell;
  }

  CsvCell quoted() {
    CsvCell cell{{}, at_++};
    for (;;) {
      const std::size_t quote = text_.find('"', at_);
      if (quote == std::string_view::npos) return fail(cell, cell.offset, "csv.open_quote", "csv.mend_open_quote");
      cell.text += text_.substr(at_, quote - at_);
      at_ = quote + 1;
      if (at_ >= text_.size() || text_[at_] != '"') break;
      cell.text += '"';
      ++at_;
    }
    if (!at_line_end() && text_[at_] != ',') return fail(cell, at_, "csv.after_quote", "csv.mend_quote_inside");
    return cell;
  }

  CsvCell fail(CsvCell cell, std::size_t offset, const char* problem, const char* mend) {
    result_.faults.push_back({offset, {problem, {}}, {mend, {}}});
    broken_ = true;
    return cell;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool broken_ = false;
  CsvCells result_;
};

}  // namespace

CsvCells split_csv(std::string_view text) { return Splitter(text).run(); }

}  // namespace jobcast::input
