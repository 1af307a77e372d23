#include "models/audit/fact_index.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

#include "models/audit/derived.hpp"
#include "models/plan/cell_reader.hpp"
#include "models/plan/fact_words.hpp"

namespace jobcast::audit {
namespace {

constexpr std::array survey_items{"employed", "unemployed", "inactive", "economically_active", "survey_population"};

std::string group_of(const plan::Fact& fact, const std::string& label) {
  return fact.table + '\x1f' + fact.unit + '\x1f' + (is_derived(fact.category) ? "derived" : "level") + '\x1f' +
         derived_word(fact.category) + '\x1f' + label;
}

bool exact_count(const plan::Fact& fact) {
  return fact.unit == "persons" || fact.unit == "count" || fact.unit == "establishments";
}

}  // namespace

FactIndex::FactIndex(const plan::Plan& plan) : plan_(plan) {
  for (const auto& table : plan.facts.tables()) {
    tables_[table.id] = &table;
    for (const auto& fact : table.facts) {
      const auto [place, is_new] = by_meaning_.try_emplace(plan::meaning_of(fact), meanings_.size());
      if (is_new) meanings_.emplace_back();
      meanings_[place->second].push_back(&fact);
      for (const auto& label : {"r" + fact.row, "c" + fact.column}) {
        auto& digits = decimals_[group_of(fact, label)];
        digits.finest = std::max(digits.finest, decimals_of(fact.value));
        ++digits.cells;
      }
    }
  }
}

const std::vector<const plan::Fact*>& FactIndex::all(const plan::FactKey& key) const {
  static const std::vector<const plan::Fact*> none;
  const auto found = by_meaning_.find(plan::meaning_of(key));
  return found == by_meaning_.end() ? none : meanings_[found->second];
}

const plan::Fact* FactIndex::find(const plan::FactKey& key, std::string_view table) const {
  const auto& facts = all(key);
  for (const auto* fact : facts) {
    if (fact->table == table) return fact;
  }
  for (const auto* fact : facts) {
    if (fact->use) return fact;
  }
  return facts.empty() ? nullptr : facts.front();
}

Printed FactIndex::printed(const plan::Fact& fact) const {
  const double factor = plan::scale_of(fact.unit).factor;
  if (exact_count(fact)) {
    const bool surveyed =
        fact.unit == "persons" && std::find(survey_items.begin(), survey_items.end(), fact.item) != survey_items.end();
    const double step = plan_.indicator(plan::Indicator::Id::employed_persons).rounding;
    const bool on_step = std::abs(std::remainder(fact.value, step)) < 1e-6;
    return {fact.value, surveyed && on_step ? step : 0.0};
  }
  int decimals = decimals_of(fact.value);
  if (decimals == 0 && !is_money(fact.unit)) {
    const auto& row = decimals_.at(group_of(fact, "r" + fact.row));
    decimals = row.cells > 1 ? row.finest : decimals_.at(group_of(fact, "c" + fact.column)).finest;
  }
  return {fact.value * factor, std::pow(10.0, -decimals) * factor};
}

const plan::Table& FactIndex::table_of(const plan::Fact& fact) const { return *tables_.at(fact.table); }

std::string cell_words(const std::string& row, const std::string& column) { return row + " / " + column; }

Side side_of(const plan::Fact& fact) { return {fact.table, cell_words(fact.row, fact.column), fact.value, fact.unit}; }

Side side_of(const plan::Programme& programme, const std::string& what, double value, const std::string& unit) {
  return {"programmes", cell_words(programme.name.ko, what), value, unit};
}

std::string period_words(const std::string& period) {
  constexpr std::size_t half_year = 6;
  if (period.size() != half_year || period[4] != 'H') return period;
  return period.substr(0, 4) + ". " + period.back() + "/2";
}

std::string year_before(std::string_view period) {
  constexpr std::size_t digits = 4;
  if (period.size() < digits || period.find('-') == digits) return {};
  int year = 0;
  for (std::size_t i = 0; i < digits; ++i) {
    if (std::isdigit(static_cast<unsigned char>(period[i])) == 0) return {};
    year = 10 * year + (period[i] - '0');
  }
  return std::to_string(year - 1) + std::string(period.substr(digits));
}

}  // namespace jobcast::audit
