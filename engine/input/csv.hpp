#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/input/diagnostic.hpp"

namespace jobcast::input {

/// A cell as it stands in the file, unquoted.
struct CsvCell {
  std::string text;
  std::size_t offset = 0;  ///< of its first character in the file's text
};

/// What a table must have: the names of its columns. A column that is not listed is a fault, as is one that is missing.
struct CsvHeader {
  std::vector<std::string> columns;
};

/// A table of comma-separated values (RFC 4180): quoted cells may hold commas, doubled quotes and line ends; lines end
/// with LF or CRLF; the first line names the columns, in any order. Empty lines are passed over. Cells are asked for by
/// the index of their name in CsvHeader::columns. A regular value.
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

  /// The cell as a number: none when it is empty, none and a fault when it is not a plain decimal number.
  [[nodiscard]] std::optional<double> number(std::size_t row, std::size_t column, Diagnostics& faults) const;

 private:
  std::string file_;
  std::string text_;
  std::size_t width_ = 1;
  std::vector<CsvCell> cells_;            ///< row by row, in the order of the header asked for
  std::vector<std::size_t> line_starts_;  ///< offsets, so that a place is found without reading the file again
};

/// Reads a file and its table. A file that cannot be read is one fault and an empty table.
CsvTable read_csv(const std::string& path, const CsvHeader& header, Diagnostics& faults);

/// A line of CSV, quoted where RFC 4180 asks for it, with LF.
std::string csv_line(const std::vector<std::string>& cells);

}  // namespace jobcast::input
