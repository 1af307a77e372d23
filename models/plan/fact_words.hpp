#pragma once

#include <string>
#include <vector>

#include "models/plan/fact.hpp"

namespace jobcast::plan {

/// The words of docs/pack-format.md, section 2.
const std::vector<std::string>& fact_units();
const std::vector<std::string>& fact_sexes();   ///< both, male, female
const std::vector<std::string>& model_items();  ///< items that the models read

/// Lower-case ASCII letters, digits and low lines, beginning with a letter.
bool is_item_word(const std::string& text);

/// A text that two facts share when they mean the same, or stand in the same cell.
std::string meaning_of(const Fact& fact);
std::string meaning_of(const FactKey& key);
std::string cell_of(std::string_view table, std::string_view row, std::string_view column);

}  // namespace jobcast::plan
