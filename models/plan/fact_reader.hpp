#pragma once

#include <string>
#include <unordered_map>

#include "models/plan/pack.hpp"

namespace jobcast::plan {

/// Reads the facts of one table after the other and holds all of them against each other.
class FactReader {
 public:
  explicit FactReader(input::Diagnostics& faults) : faults_(faults) {}

  /// Fills `table.facts` from the table's decoded text. Rows with a fault are kept, for their cells.
  void read(const std::string& path, std::string text, Table& table);

 private:
  void check_item(const Fact& fact, const input::Position& where);
  void check_cell(const Fact& fact);
  void check_meaning(const Fact& fact);

  input::Diagnostics& faults_;
  std::unordered_map<std::string, input::Message> own_items_;  ///< with the model's item that each looks like
  std::unordered_map<std::string, input::Position> meanings_;
  std::unordered_map<std::string, input::Position> cells_;
};

}  // namespace jobcast::plan
