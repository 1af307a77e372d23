#include "engine/input/csv.hpp"

#include <algorithm>
#include <utility>

#include "engine/input/text_file.hpp"

namespace jobcast::input {

CsvTable::CsvTable(std::string file, std::string text, const CsvHeader& header, Diagnostics& faults)
    : file_(std::move(file)),
      text_(std::move(text)),
      header_(header),
      width_(std::max<std::size_t>(header.columns.size(), 1)),
      line_starts_(text_) {
  auto split = split_csv(text_);
  for (const auto& fault : split.faults) {
    faults.add({line_starts_.position(text_, fault.offset, file_), fault.problem, {}, fault.mend});
  }
  if (!split.lines.empty()) {
    read_rows(std::move(split.lines), faults);
  } else if (split.faults.empty()) {
    faults.add({{file_}, {"csv.empty", {}}, {"csv.expected_columns", {listed(header.columns)}}, {}});
  }
}

void CsvTable::read_rows(std::vector<std::vector<CsvCell>> lines, Diagnostics& faults) {
  const auto place = [this](std::size_t offset) { return line_starts_.position(text_, offset, file_); };
  const auto columns = find_columns(lines[0], header_, place, faults);
  if (!columns) return;
  const std::size_t wanted = lines[0].size();
  for (auto line = lines.begin() + 1; line != lines.end(); ++line) {
    if (line->size() == wanted) {
      for (const auto column : *columns) cells_.push_back(std::move((*line)[column]));
      continue;
    }
    faults.add({place(line->front().offset),
                {"csv.ragged_row", {std::to_string(line->size())}},
                {"csv.expected_cells", {std::to_string(wanted)}},
                {"csv.mend_ragged_row", {}}});
  }
}

CsvTable read_csv(const std::string& path, const CsvHeader& header, Diagnostics& faults) {
  Diagnostics unread;
  try {
    return {path, read_text(path), header, faults};
  } catch (const InputError& error) {
    for (const auto& fault : error.faults()) faults.add(fault);
    return {path, "", header, unread};
  }
}

}  // namespace jobcast::input
