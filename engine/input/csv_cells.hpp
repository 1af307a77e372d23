#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/input/diagnostic.hpp"

namespace jobcast::input {

/// A cell as it stands in the file, unquoted.
struct CsvCell {
  std::string text;
  std::size_t offset = 0;  ///< of its first character, or of its opening quote, in the file's text
};

struct CsvFault {
  std::size_t offset = 0;
  Message problem;
  Message mend;
};

/// The cells of a text, line by line, before anything is known of its header.
struct CsvCells {
  std::vector<std::vector<CsvCell>> lines;
  std::vector<CsvFault> faults;
};

/// Splits text into cells (RFC 4180). A line with a fault is left out and reading goes on with the next one; a quote
/// that never closes ends the reading. Lines of nothing but commas, which Excel writes for rows that were emptied, are
/// passed over as empty lines are. Any bytes are taken.
CsvCells split_csv(std::string_view text);

/// A line of CSV, quoted where RFC 4180 asks for it and where split_csv would pass the line over, with LF.
std::string csv_line(const std::vector<std::string>& cells);

}  // namespace jobcast::input
