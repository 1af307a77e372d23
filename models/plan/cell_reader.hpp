#pragma once

#include <optional>

#include "models/plan/pack.hpp"

namespace jobcast::plan {

/// The fact in a cell; a fault at `where` and null when no table, row or column is called so.
const Fact* find_cell(const FactBook& facts, const std::string& table, const std::string& row,
                      const std::string& column, const input::Position& where, input::Diagnostics& faults);

/// Reads { table = "4", row = "합계", column = "2023년" } and finds the fact.
const Fact* read_cell(input::TomlTable& address, const FactBook& facts);

/// A table by its id; a fault with the nearest and null when there is none.
const Table* find_table(const FactBook& facts, const std::string& id, const input::Position& where,
                        input::Diagnostics& faults);

/// What a unit counts, and how many of its base unit it stands for: persons, won, or the unit itself.
struct UnitScale {
  std::string base;
  double factor = 1.0;
};
UnitScale scale_of(const std::string& unit);

}  // namespace jobcast::plan
