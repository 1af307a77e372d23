#include "models/plan/fact_words.hpp"

#include <algorithm>

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

}  // namespace

const std::vector<std::string>& fact_units() {
  static const std::vector<std::string> units{
      "persons",      "thousand_persons", "percent",         "percent_points",     "count",          "won",
      "thousand_won", "million_won",      "per_person_year", "children_per_woman", "establishments", "share"};
  return units;
}

const std::vector<std::string>& fact_sexes() {
  static const std::vector<std::string> sexes{"both", "male", "female"};
  return sexes;
}

const std::vector<std::string>& model_items() {
  static const std::vector<std::string> items{"population",
                                              "residents",
                                              "births",
                                              "deaths",
                                              "total_fertility_rate",
                                              "fertility_share",
                                              "sex_ratio_at_birth",
                                              "mortality_rate",
                                              "life_expectancy",
                                              "employed",
                                              "unemployed",
                                              "inactive",
                                              "economically_active",
                                              "survey_population",
                                              "employment_rate",
                                              "participation_rate",
                                              "unemployment_rate",
                                              "insured_persons",
                                              "monthly_flow"};
  return items;
}

bool is_item_word(const std::string& text) {
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
  return !text.empty() && text.front() >= 'a' && text.front() <= 'z' && std::all_of(text.begin(), text.end(), fits);
}

std::string meaning_of(const Fact& fact) { return joined(fact.item, fact.period, fact.sex, fact.age, fact.category); }

std::string meaning_of(const FactKey& key) { return joined(key.item, key.period, key.sex, key.age, key.category); }

std::string cell_of(std::string_view table, std::string_view row, std::string_view column) {
  return joined(table, row, column);
}

}  // namespace jobcast::plan
