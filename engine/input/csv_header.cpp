#include "engine/input/csv_header.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace jobcast::input {
namespace {

using Names = std::vector<std::string>;
using Place = std::function<Position(std::size_t)>;

/// Those of `names` that `known` does not hold.
template <class Known>
Names others(const Names& names, const Known& known) {
  Names rest;
  std::copy_if(names.begin(), names.end(), std::back_inserter(rest),
               [&](const auto& name) { return !name.empty() && !known.contains(name); });
  return rest;
}

class HeaderCheck {
 public:
  HeaderCheck(const std::vector<CsvCell>& cells, const CsvHeader& header, const Place& place, Diagnostics& faults)
      : cells_(cells),
        wanted_(header.columns),
        wanted_set_(wanted_.begin(), wanted_.end()),
        place_(place),
        faults_(faults),
        expected_{"csv.expected_columns", {listed(header.columns)}} {
    for (std::size_t i = 0; i < cells.size(); ++i) first_.emplace(cells[i].text, i);
  }

  std::optional<std::vector<std::size_t>> run() {
    if (has_other_separator()) return std::nullopt;
    missing_ = others(wanted_, first_);
    for (std::size_t i = 0; i < cells_.size(); ++i) check_name(i);
    std::vector<std::size_t> columns;
    for (const auto& name : wanted_) {
      const auto found = first_.find(name);
      if (found == first_.end()) {
        report_missing(name);
      } else {
        columns.push_back(found->second);
      }
    }
    if (!missing_.empty()) return std::nullopt;
    return columns;
  }

 private:
  /// A table cut by semicolons or tabs is one fault, not one for each column.
  bool has_other_separator() {
    const auto& line = cells_[0].text;
    const std::size_t at = line.find_first_of(";\t");
    if (cells_.size() > 1 || wanted_.size() < 2 || at == std::string::npos) return false;
    const char* problem = line[at] == ';' ? "csv.semicolons" : "csv.tabs";
    faults_.add({place_(cells_[0].offset), {problem, {}}, expected_, {"csv.mend_separator", {}}});
    return true;
  }

  void check_name(std::size_t index) {
    const auto& name = cells_[index].text;
    const auto where = place_(cells_[index].offset);
    if (name.empty()) {
      faults_.add({where, {"csv.unnamed_column", {std::to_string(index + 1)}}, expected_, {"csv.mend_unnamed", {}}});
    } else if (first_.at(name) != index) {
      faults_.add({where, {"csv.doubled_column", {name}}, {}, {}});
    } else if (!wanted_set_.contains(name)) {
      faults_.add({where, {"csv.unknown_column", {name}}, expected_, did_you_mean(name, missing_)});
    }
  }

  void report_missing(const std::string& name) {
    Names strangers;
    for (const auto& cell : cells_) {
      if (!cell.text.empty() && !wanted_set_.contains(cell.text)) strangers.push_back(cell.text);
    }
    const auto near = nearest(name, strangers);
    faults_.add({place_(cells_[0].offset),
                 {"csv.missing_column", {name}},
                 expected_,
                 near.empty() ? Message{} : Message{"csv.mend_rename_column", {near, name}}});
  }

  const std::vector<CsvCell>& cells_;
  const Names& wanted_;
  std::unordered_set<std::string> wanted_set_;
  std::unordered_map<std::string, std::size_t> first_;  ///< each name present, and where it stands first
  Names missing_;
  const Place& place_;
  Diagnostics& faults_;
  Message expected_;
};

}  // namespace

std::optional<std::vector<std::size_t>> find_columns(const std::vector<CsvCell>& names, const CsvHeader& header,
                                                     const Place& place, Diagnostics& faults) {
  return HeaderCheck(names, header, place, faults).run();
}

}  // namespace jobcast::input
