#include <algorithm>
#include <cmath>

#include "engine/input/csv.hpp"
#include "engine/input/plain_number.hpp"

namespace jobcast::input {
namespace {

Message expected_number(const NumberRange& range) {
  const bool above = std::isfinite(range.least);
  const bool below = std::isfinite(range.most);
  if (above && below) return {"csv.expected_between", {number_text(range.least), number_text(range.most)}};
  if (above) return {"csv.expected_at_least", {number_text(range.least)}};
  if (below) return {"csv.expected_at_most", {number_text(range.most)}};
  return {"csv.expected_number", {}};
}

}  // namespace

Position CsvTable::where(std::size_t row, std::size_t column) const {
  return line_starts_.position(text_, cells_[row * width_ + column].offset, file_);
}

bool CsvTable::empty(std::size_t row, std::size_t column) const { return without_blanks(text(row, column)).empty(); }

bool CsvTable::require(std::size_t row, std::size_t column, Diagnostics& faults) const {
  if (!empty(row, column)) return true;
  faults.add({where(row, column), {"csv.empty_cell", {header_.columns[column]}}, {}, {}});
  return false;
}

std::optional<double> CsvTable::number(std::size_t row, std::size_t column, Diagnostics& faults,
                                       const NumberRange& range) const {
  if (empty(row, column)) return std::nullopt;
  const auto& cell = text(row, column);
  const auto read = plain_number(cell);
  if (!read.value) {
    faults.add({where(row, column), {"csv.bad_number", {cell}}, expected_number(range), read.mend});
  } else if (*read.value < range.least || *read.value > range.most) {
    faults.add({where(row, column), {"csv.out_of_range", {cell}}, expected_number(range), {}});
  } else if (range.whole && *read.value != std::floor(*read.value)) {
    faults.add({where(row, column), {"csv.not_whole", {cell}}, {"csv.expected_whole", {}}, {}});
  } else {
    return read.value;
  }
  return std::nullopt;
}

std::optional<std::size_t> CsvTable::choice(std::size_t row, std::size_t column, const std::vector<std::string>& words,
                                            Diagnostics& faults) const {
  const auto& cell = text(row, column);
  const auto found = std::find(words.begin(), words.end(), cell);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  faults.add({where(row, column),
              {"csv.unknown_word", {cell, header_.columns[column]}},
              {"csv.expected_word", {listed(words)}},
              did_you_mean(cell, words)});
  return std::nullopt;
}

}  // namespace jobcast::input
