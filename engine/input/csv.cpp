#include "engine/input/csv.hpp"

#include <algorithm>
#include <limits>

#include "engine/input/csv_cells.hpp"
#include "engine/input/plain_number.hpp"
#include "engine/input/text_encoding.hpp"
#include "engine/input/text_file.hpp"

namespace jobcast::input {
namespace {

constexpr std::size_t absent = std::numeric_limits<std::size_t>::max();

std::vector<std::size_t> starts_of_lines(std::string_view text) {
  std::vector<std::size_t> starts{0};
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    starts.push_back(at + 1);
  }
  return starts;
}

Position place(std::string_view text, const std::vector<std::size_t>& starts, std::size_t offset,
               const std::string& file) {
  const auto next = std::upper_bound(starts.begin(), starts.end(), offset);
  const std::size_t start = *(next - 1);
  return {file, static_cast<int>(next - starts.begin()),
          static_cast<int>(character_count(text.substr(start, offset - start))) + 1};
}

std::string listed(const std::vector<std::string>& names) {
  std::string list;
  for (const auto& name : names) list += (list.empty() ? "" : ", ") + name;
  return list;
}

Message did_you_mean(const std::string& near) {
  return near.empty() ? Message{} : Message{"input.did_you_mean", {near}};
}

/// Where each wanted column stands in the file's own header; faults for what does not fit.
class HeaderCheck {
 public:
  HeaderCheck(const std::vector<CsvCell>& line, const CsvHeader& header) : line_(line), header_(header) {
    for (const auto& cell : line) present_.push_back(cell.text);
  }

  template <class Place>
  std::vector<std::size_t> columns(const Place& where, Diagnostics& faults) const {
    for (std::size_t i = 0; i < line_.size(); ++i) check_name(i, where(line_[i].offset), faults);
    std::vector<std::size_t> result;
    for (const auto& name : header_.columns) {
      const auto found = std::find(present_.begin(), present_.end(), name);
      result.push_back(found == present_.end() ? absent : static_cast<std::size_t>(found - present_.begin()));
      if (found != present_.end()) continue;
      const auto near = nearest(name, strangers());
      faults.add({where(0),
                  {"csv.missing_column", {name}},
                  {"csv.expected_columns", {listed(header_.columns)}},
                  near.empty() ? Message{} : Message{"csv.mend_rename_column", {near, name}}});
    }
    return result;
  }

 private:
  void check_name(std::size_t index, const Position& where, Diagnostics& faults) const {
    const auto& name = present_[index];
    if (std::find(present_.begin(), present_.begin() + static_cast<std::ptrdiff_t>(index), name) !=
        present_.begin() + static_cast<std::ptrdiff_t>(index)) {
      faults.add({where, {"csv.doubled_column", {name}}, {}, {}});
    } else if (!wanted(name)) {
      faults.add({where,
                  {"csv.unknown_column", {name}},
                  {"csv.expected_columns", {listed(header_.columns)}},
                  did_you_mean(nearest(name, missing()))});
    }
  }
  [[nodiscard]] bool wanted(const std::string& name) const {
    return std::find(header_.columns.begin(), header_.columns.end(), name) != header_.columns.end();
  }
  [[nodiscard]] std::vector<std::string> strangers() const {
    std::vector<std::string> names;
    std::copy_if(present_.begin(), present_.end(), std::back_inserter(names),
                 [&](auto& name) { return !wanted(name); });
    return names;
  }
  [[nodiscard]] std::vector<std::string> missing() const {
    std::vector<std::string> names;
    for (const auto& name : header_.columns) {
      if (std::find(present_.begin(), present_.end(), name) == present_.end()) names.push_back(name);
    }
    return names;
  }

  const std::vector<CsvCell>& line_;
  const CsvHeader& header_;
  std::vector<std::string> present_;
};

}  // namespace

CsvTable::CsvTable(std::string file, std::string text, const CsvHeader& header, Diagnostics& faults)
    : file_(std::move(file)),
      text_(std::move(text)),
      width_(std::max<std::size_t>(header.columns.size(), 1)),
      line_starts_(starts_of_lines(text_)) {
  auto split = split_csv(text_);
  const auto at = [&](std::size_t offset) { return place(text_, line_starts_, offset, file_); };
  if (split.lines.empty()) {
    if (split.faults.empty())
      faults.add({{file_}, {"csv.empty", {}}, {"csv.expected_columns", {listed(header.columns)}}, {}});
  } else {
    const auto columns = HeaderCheck(split.lines[0], header).columns(at, faults);
    const bool complete = std::find(columns.begin(), columns.end(), absent) == columns.end();
    for (std::size_t line = 1; complete && line < split.lines.size(); ++line) {
      auto& cells = split.lines[line];
      if (cells.size() != split.lines[0].size()) {
        faults.add({at(cells[0].offset),
                    {"csv.ragged_row", {std::to_string(cells.size())}},
                    {"csv.expected_cells", {std::to_string(split.lines[0].size())}},
                    {"csv.mend_ragged_row", {}}});
        continue;
      }
      for (const auto column : columns) cells_.push_back(std::move(cells[column]));
    }
  }
  for (const auto& fault : split.faults) faults.add({at(fault.offset), fault.problem, {}, fault.mend});
}

Position CsvTable::where(std::size_t row, std::size_t column) const {
  return place(text_, line_starts_, cells_[row * width_ + column].offset, file_);
}

std::optional<double> CsvTable::number(std::size_t row, std::size_t column, Diagnostics& faults) const {
  const auto& cell = text(row, column);
  if (cell.find_first_not_of(' ') == std::string::npos) return std::nullopt;
  const auto read = plain_number(cell);
  if (read.value) return read.value;
  faults.add({where(row, column), {"csv.bad_number", {cell}}, {"csv.expected_number", {}}, read.mend});
  return std::nullopt;
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

std::string csv_line(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line += ',';
    // A line of one empty cell would read as an empty line.
    const bool plain =
        cells[i].find_first_of(",\"\r\n") == std::string::npos && (cells.size() > 1 || !cells[i].empty());
    if (plain) {
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
