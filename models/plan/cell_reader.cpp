#include "models/plan/cell_reader.hpp"

#include <algorithm>

namespace jobcast::plan {
namespace {

/// The words of one kind in a table, each once, in the order of the table.
std::vector<std::string> words_of(const Table& table, std::string Fact::*word) {
  std::vector<std::string> words;
  for (const auto& fact : table.facts) {
    if (std::find(words.begin(), words.end(), fact.*word) == words.end()) words.push_back(fact.*word);
  }
  return words;
}

bool holds(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

const Table* find_table(const FactBook& facts, const std::string& id, const input::Position& where,
                        input::Diagnostics& faults) {
  std::vector<std::string> ids;
  for (const auto& table : facts.tables()) {
    if (table.id == id) return &table;
    ids.push_back(table.id);
  }
  faults.add({where,
              {"plan.unknown_table", {id}},
              {"plan.expected_table", {std::to_string(ids.size())}},
              input::did_you_mean(id, ids)});
  return nullptr;
}

const Fact* find_cell(const FactBook& facts, const std::string& table, const std::string& row,
                      const std::string& column, const input::Position& where, input::Diagnostics& faults) {
  if (const auto* fact = facts.cell(table, row, column)) return fact;
  const auto* found = find_table(facts, table, where, faults);
  // A table without facts is a fault of its own, and all its cells are missing for that one reason.
  if (found == nullptr || found->facts.empty()) return nullptr;
  const auto rows = words_of(*found, &Fact::row);
  const auto columns = words_of(*found, &Fact::column);
  if (!holds(rows, row)) {
    faults.add({where, {"plan.unknown_row", {table, row}}, {}, input::did_you_mean(row, rows)});
  } else if (!holds(columns, column)) {
    faults.add({where, {"plan.unknown_column", {table, column}}, {}, input::did_you_mean(column, columns)});
  } else {
    faults.add({where, {"plan.no_cell", {table, row, column}}, {}, {}});
  }
  return nullptr;
}

const Fact* read_cell(input::TomlTable& address, const FactBook& facts) {
  const auto table = address.text("table");
  const auto row = address.text("row");
  const auto column = address.text("column");
  address.refuse_other_keys();
  if (!table || !row || !column) return nullptr;
  return find_cell(facts, *table, *row, *column, address.where(), address.faults());
}

UnitScale scale_of(const std::string& unit) {
  if (unit == "thousand_persons") return {"persons", 1e3};
  if (unit == "thousand_won") return {"won", 1e3};
  if (unit == "million_won") return {"won", 1e6};
  // The plan counts jobs and persons alike.
  if (unit == "count") return {"persons", 1.0};
  return {unit, 1.0};
}

}  // namespace jobcast::plan
