#include "models/plan/fact_reader.hpp"

#include <algorithm>

#include "engine/input/csv.hpp"
#include "engine/input/plain_number.hpp"
#include "models/plan/age_range.hpp"
#include "models/plan/fact_words.hpp"
#include "models/plan/period.hpp"

namespace jobcast::plan {
namespace {

enum Column : std::size_t { row, column, item, period, sex, age, category, value, unit, use, note };
const input::CsvHeader header{
    {"row", "column", "item", "period", "sex", "age", "category", "value", "unit", "use", "note"}};

/// One row of a table of facts.
class Row {
 public:
  Row(const input::CsvTable& csv, std::size_t index, input::Diagnostics& faults)
      : csv_(csv), index_(index), faults_(faults), before_(faults.faults().size()) {}

  [[nodiscard]] std::string text(Column of) const { return std::string(input::without_blanks(csv_.text(index_, of))); }
  [[nodiscard]] input::Position where(Column of) const { return csv_.where(index_, of); }
  bool require(Column of) { return csv_.require(index_, of, faults_); }
  void fault(Column at, input::Message problem, input::Message expected = {}, input::Message mend = {}) {
    faults_.add({where(at), std::move(problem), std::move(expected), std::move(mend)});
  }
  /// The text of a cell that may be empty, or must be one of the words.
  std::string word(Column of, const std::vector<std::string>& words) {
    if (csv_.empty(index_, of)) return {};
    const auto choice = csv_.choice(index_, of, words, faults_);
    return choice ? words[*choice] : std::string();
  }
  double number(Column of) { return csv_.number(index_, of, faults_).value_or(0.0); }
  [[nodiscard]] bool sound() const { return faults_.faults().size() == before_; }

 private:
  const input::CsvTable& csv_;
  std::size_t index_;
  input::Diagnostics& faults_;
  std::size_t before_;
};

void check_value(Row& row_of, const Fact& fact) {
  if (!fact.use || fact.category.find("change") != std::string::npos) return;
  const bool rate = fact.item.ends_with("_rate") && fact.unit == "percent";
  const bool share = fact.unit == "share" && fact.item != "sex_ratio_at_birth";
  if (fact.value < 0.0 && fact.unit != "percent_points") {
    row_of.fault(value, {"plan.negative_fact", {row_of.text(value), fact.unit}}, {"plan.expected_not_negative", {}});
  } else if ((rate && fact.value > 100.0) || (share && fact.value > 1.0)) {
    row_of.fault(value, {"plan.fact_above", {row_of.text(value), fact.unit}},
                 {"plan.expected_at_most", {rate ? "100" : "1"}});
  }
}

Fact read_fact(Row& from) {
  Fact fact;
  fact.row = from.text(row);
  fact.column = from.text(column);
  fact.item = from.text(item);
  fact.period = from.text(period);
  fact.sex = from.word(sex, fact_sexes());
  fact.age = from.text(age);
  fact.category = from.text(category);
  for (const auto needed : {row, column, item, period, value, unit, use}) from.require(needed);
  fact.value = from.number(value);
  fact.unit = from.word(unit, fact_units());
  fact.use = from.word(use, {"yes", "no"}) == "yes";
  fact.note = from.text(note);
  if (!fact.period.empty() && !parse_period(fact.period)) {
    from.fault(period, {"plan.bad_period", {fact.period}}, {"plan.expected_period", {}});
  }
  if (!fact.age.empty() && !parse_ages(fact.age)) {
    from.fault(age, {"plan.bad_ages", {fact.age}}, {"plan.expected_ages", {}});
  }
  if (from.text(use) == "no" && fact.note.empty()) {
    from.fault(note, {"plan.no_note", {}}, {"plan.expected_note", {}});
  }
  check_value(from, fact);
  return fact;
}

}  // namespace

void FactReader::check_item(const Fact& fact, const input::Position& where) {
  const auto& items = model_items();
  if (std::find(items.begin(), items.end(), fact.item) != items.end()) return;
  // Asked once for each word: looking for the nearest is slow beside reading a row.
  auto known = own_items_.find(fact.item);
  if (known == own_items_.end()) known = own_items_.emplace(fact.item, input::did_you_mean(fact.item, items)).first;
  const auto& near = known->second;
  if (!is_item_word(fact.item)) {
    faults_.add({where, {"plan.bad_item", {fact.item}}, {"plan.expected_item_word", {}}, near});
  } else if (fact.use && !near.id.empty()) {
    // A pack may have items of its own, which no model reads; one that looks like a model's is a slip of the pen.
    faults_.add({where, {"plan.unknown_item", {fact.item}}, {"plan.expected_item", {}}, near});
  }
}

void FactReader::check_cell(const Fact& fact) {
  const auto& where = fact.provenance.where;
  const auto [first, added] = cells_.emplace(cell_of(fact.table, fact.row, fact.column), where);
  if (added) return;
  faults_.add({where,
               {"plan.cell_twice", {fact.row, fact.column, place_words(first->second)}},
               {},
               {"plan.mend_cell_twice", {}}});
}

void FactReader::check_meaning(const Fact& fact) {
  const auto& where = fact.provenance.where;
  const auto [first, added] = meanings_.emplace(meaning_of(fact), where);
  if (added) return;
  std::string words = fact.item + " " + fact.period;
  for (const auto* word : {&fact.sex, &fact.age, &fact.category}) {
    if (!word->empty()) words += " " + *word;
  }
  faults_.add({where,
               {"plan.fact_twice", {words, place_words(first->second)}},
               {"plan.expected_one_fact", {}},
               {"plan.mend_fact_twice", {}}});
}

void FactReader::read(const std::string& path, std::string text, Table& table) {
  const input::CsvTable csv(path, std::move(text), header, faults_);
  table.facts.reserve(csv.row_count());
  for (std::size_t index = 0; index < csv.row_count(); ++index) {
    Row from(csv, index, faults_);
    Fact fact = read_fact(from);
    if (!fact.item.empty()) check_item(fact, from.where(item));
    fact.table = table.id;
    fact.provenance = table.provenance;
    fact.provenance.where = from.where(value);
    // A row at fault is kept: what points at its cell is not at fault too.
    if (from.sound()) {
      check_cell(fact);
      if (fact.use) check_meaning(fact);
    }
    table.facts.push_back(std::move(fact));
  }
}

}  // namespace jobcast::plan
