#include "models/plan/fact.hpp"

#include "models/plan/fact_words.hpp"

namespace jobcast::plan {

FactBook::FactBook(std::vector<Table> tables) : tables_(std::move(tables)) {
  for (std::size_t table = 0; table < tables_.size(); ++table) {
    for (std::size_t index = 0; index < tables_[table].facts.size(); ++index) {
      const Fact& fact = tables_[table].facts[index];
      if (fact.use) by_meaning_.emplace(meaning_of(fact), std::pair(table, index));
      by_cell_.emplace(cell_of(fact.table, fact.row, fact.column), std::pair(table, index));
    }
  }
}

const Fact* FactBook::find(const FactKey& key) const {
  const auto found = by_meaning_.find(meaning_of(key));
  return found == by_meaning_.end() ? nullptr : &tables_[found->second.first].facts[found->second.second];
}

const Fact* FactBook::cell(std::string_view table, std::string_view row, std::string_view column) const {
  const auto found = by_cell_.find(cell_of(table, row, column));
  return found == by_cell_.end() ? nullptr : &tables_[found->second.first].facts[found->second.second];
}

std::vector<const Fact*> FactBook::all(std::string_view item) const {
  std::vector<const Fact*> facts;
  for (const auto& table : tables_) {
    for (const auto& fact : table.facts) {
      if (fact.use && fact.item == item) facts.push_back(&fact);
    }
  }
  return facts;
}

}  // namespace jobcast::plan
