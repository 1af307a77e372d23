#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/input/csv_cells.hpp"
#include "engine/input/text_position.hpp"

namespace jobcast::input {

/// What a table must have: the names of its columns. A column that is not listed is a fault, as is one that is missing.
struct CsvHeader {
  std::vector<std::string> columns;
};

/// Where each column that is asked for stands in a line of names, in the order asked for. None, and a fault for each
/// name that is missing, when not all are there; faults for names that are doubled or unknown too. `place` gives the
/// position of an offset.
std::optional<std::vector<std::size_t>> find_columns(const std::vector<CsvCell>& names, const CsvHeader& header,
                                                     const std::function<Position(std::size_t)>& place,
                                                     Diagnostics& faults);

}  // namespace jobcast::input
