#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/input/csv.hpp"

namespace jobcast::input {

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

/// Splits text into cells (RFC 4180). A quote that never closes ends the reading with a fault at the quote.
CsvCells split_csv(std::string_view text);

}  // namespace jobcast::input
