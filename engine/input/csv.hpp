#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/input/csv_cells.hpp"
#include "engine/input/csv_header.hpp"
#include "engine/input/diagnostic.hpp"
#include "engine/input/number_range.hpp"
#include "engine/input/text_position.hpp"

namespace jobcast::input {

/// A table of comma-separated values (RFC 4180): quoted cells may hold commas, doubled quotes and line ends; lines end
/// with LF, CRLF or CR; the first line names the columns, in any order. Empty lines are passed over. Cells are asked
/// for by the index of their name in CsvHeader::columns. Preconditions: row < row_count(), column < the header's size.
/// A regular value.
class CsvTable {
 public:
  /// Reads decoded text. Faults of the header (missing, doubled, unknown names), rows with too few or too many cells
  /// and quotes that do not close are added to `faults`; such rows are left out, and all rows when a column is missing.
  CsvTable(std::string file, std::string text, const CsvHeader& header, Diagnostics& faults);

  [[nodiscard]] std::size_t row_count() const { return cells_.size() / width_; }
  /// The cell's text, blanks at its ends and all.
  [[nodiscard]] const std::string& text(std::size_t row, std::size_t column) const {
    return cells_[row * width_ + column].text;
  }
  [[nodiscard]] Position where(std::size_t row, std::size_t column) const;
  [[nodiscard]] const std::string& file() const { return file_; }

  /// Whether the cell holds nothing but blanks.
  [[nodiscard]] bool empty(std::size_t row, std::size_t column) const;
  /// Adds a fault when the cell is empty; whether it is not.
  bool require(std::size_t row, std::size_t column, Diagnostics& faults) const;
  /// The cell as a number: none when it is empty, none and a fault when it is not a plain decimal number in the range.
  [[nodiscard]] std::optional<double> number(std::size_t row, std::size_t column, Diagnostics& faults,
                                             const NumberRange& range = any_number) const;
  /// The index of the cell's text among the words that may stand there: none and a fault when it is none of them.
  [[nodiscard]] std::optional<std::size_t> choice(std::size_t row, std::size_t column,
                                                  const std::vector<std::string>& words, Diagnostics& faults) const;

 private:
  void read_rows(std::vector<std::vector<CsvCell>> lines, Diagnostics& faults);

  std::string file_;
  std::string text_;
  CsvHeader header_;
  std::size_t width_ = 1;
  std::vector<CsvCell> cells_;  ///< row by row, in the order of the header asked for
  LineStarts line_starts_;
};

/// Reads a file and its table. A file that cannot be read is one fault and an empty table.
CsvTable read_csv(const std::string& path, const CsvHeader& header, Diagnostics& faults);

}  // namespace jobcast::input
