#include "models/plan/fact.hpp"

namespace jobcast::plan {
namespace {

/// Joins words by a character that no table holds.
template <class... Words>
std::string joined(const Words&... words) {
  std::string key;
  key.reserve((words.size() + ... + sizeof...(words)));
  ((key += words, key += '\x1f'), ...);
  return key;
}

std::string meaning_of(const Fact& fact) {
  return joined(fact.item, fact.period, fact.sex, fact.age, fact.category);
}

}  // namespace

FactBook::FactBook(std::vector<Table> tables) : tables_(std::move(tables)) {
  for (std::size_t table = 0; table < tables_.size(); ++table) {
    for (std::size_t index = 0; index < tables_[table].facts.size(); ++index) {
      const Fact& fact = tables_[table].facts[index];
      if (fact.use) by_meaning_.emplace(meaning_of(fact), std::pair(table, index));
      by_cell_.emplace(joined(fact.table, fact.row, fact.column), std::pair(table, index));
    }
  }
}

const Fact* FactBook::find(const FactKey& key) const {
  const auto found = by_meaning_.find(joined(key.item, key.period, key.sex, key.age, key.category));
  return found == by_meaning_.end() ? nullptr : &tables_[found->second.first].facts[found->second.second];
}

const Fact* FactBook::cell(std::string_view table, std::string_view row, std::string_view column) const {
  const auto found = by_cell_.find(joined(table, row, column));
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
