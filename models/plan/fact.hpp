#pragma once

#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "models/plan/provenance.hpp"
#include "models/plan/text.hpp"

namespace jobcast::plan {

/// One printed number of the plan document or of a reference table (docs/pack-format.md, section 2).
struct Fact {
  std::string table;
  std::string row;
  std::string column;
  std::string item;
  std::string period;
  std::string sex;  ///< "both", "male", "female" or empty
  std::string age;  ///< "15-29", "60+", "all" or empty
  std::string category;
  double value = 0.0;
  std::string unit;
  bool use = false;
  std::string note;
  Provenance provenance;
};

/// What a model asks for: the fact in use with these words.
struct FactKey {
  std::string item;
  std::string period;
  std::string sex = "both";
  std::string age = {};
  std::string category = {};
};

/// A table of facts as plan.toml lists it.
struct Table {
  std::string id;
  std::string file;
  Text title;
  Provenance provenance;
  std::string unit_note = {};  ///< the units as the document prints them over the table: "단위 : 명, %p"; may be empty
  std::vector<Fact> facts;
};

/// Every fact of a pack, by cell and by meaning.
class FactBook {
 public:
  FactBook() = default;
  /// Precondition (checked by the loader): no two facts in use share a key.
  explicit FactBook(std::vector<Table> tables);

  [[nodiscard]] std::span<const Table> tables() const { return tables_; }
  /// The fact in use with this meaning; null when the pack has none. Valid as long as the book.
  [[nodiscard]] const Fact* find(const FactKey& key) const;
  /// The fact that stands in a cell of a table; null when there is none.
  [[nodiscard]] const Fact* cell(std::string_view table, std::string_view row, std::string_view column) const;
  /// All facts in use of an item, in the order of the tables.
  [[nodiscard]] std::vector<const Fact*> all(std::string_view item) const;

 private:
  std::vector<Table> tables_;
  std::unordered_map<std::string, std::pair<std::size_t, std::size_t>> by_meaning_;
  std::unordered_map<std::string, std::pair<std::size_t, std::size_t>> by_cell_;
};

}  // namespace jobcast::plan
