#include "engine/input/toml_table.hpp"

#include <algorithm>
#include <cmath>

#include "engine/input/plain_number.hpp"

namespace jobcast::input {
namespace {

using Kind = TomlValue::Kind;

/// Text and number are mixed up most often, and quotes are all it takes.
Message quotes_mend(const TomlValue& found, std::string_view expected) {
  if (expected == "toml.expected_text" && found.kind != Kind::table && found.kind != Kind::list) {
    return {"toml.mend_quote", {found.text}};
  }
  if (found.kind != Kind::text) return {};
  const bool number = (expected == "toml.expected_number" || expected == "toml.expected_whole_number") &&
                      plain_number(found.text).value;
  const bool date = expected == "toml.expected_date" && time::parse_date(found.text);
  const bool flag = expected == "toml.expected_flag" && (found.text == "true" || found.text == "false");
  return number || date || flag ? Message{"toml.mend_unquote", {found.text}} : Message{};
}

std::string shown(const TomlValue& value) { return value.kind == Kind::text ? "\"" + value.text + "\"" : value.text; }

bool blank(const std::string& text) { return text.find_first_not_of(" \t\n") == std::string::npos; }

}  // namespace

Diagnostic wrong_kind(std::string_view key, const TomlValue& found, std::string expected) {
  auto mend = quotes_mend(found, expected);
  return {found.where, {"toml.wrong_kind", {std::string(key), shown(found)}}, {std::move(expected), {}}, mend};
}

TomlTable::TomlTable(const TomlValue& table, std::string name, Diagnostics& faults)
    : table_(&table), name_(std::move(name)), faults_(&faults) {}

const Position& TomlTable::where(std::string_view key) const {
  const auto* found = table_->find(key);
  return found == nullptr ? table_->where : found->where;
}

const TomlValue* TomlTable::value(std::string_view key, Presence presence) {
  if (std::find(asked_.begin(), asked_.end(), key) == asked_.end()) asked_.emplace_back(key);
  const auto* found = table_->find(key);
  if (found == nullptr && presence == Presence::required) {
    faults_->add({table_->where, {"toml.missing_key", {std::string(key), name_}}, {}, {}});
  }
  return found;
}

const TomlValue* TomlTable::of_kind(std::string_view key, Presence presence, Kind kind, const char* expected) {
  const auto* found = value(key, presence);
  if (found == nullptr) return nullptr;
  const bool fits = found->kind == kind || (kind == Kind::number && found->kind == Kind::whole_number);
  if (fits) return found;
  faults_->add(wrong_kind(key, *found, expected));
  return nullptr;
}

void TomlTable::require_schema(const std::string& expected, const char* problem) {
  constexpr auto key = "schema";
  if (value(key, Presence::optional) == nullptr) {
    faults_->add({table_->where,
                  {"toml.missing_key", {key, name_}},
                  {"toml.expected_schema", {expected}},
                  {"toml.mend_schema", {expected}}});
    return;
  }
  const auto found = text(key);
  if (found && *found != expected)
    faults_->add({where(key), {problem, {*found}}, {"toml.expected_schema", {expected}}, {}});
}

std::optional<std::string> TomlTable::text(std::string_view key, Presence presence) {
  const auto* found = of_kind(key, presence, Kind::text, "toml.expected_text");
  if (found == nullptr) return std::nullopt;
  if (!blank(found->text)) return found->text;
  faults_->add({found->where, {"toml.blank_text", {std::string(key)}}, {}, {}});
  return std::nullopt;
}

std::optional<double> TomlTable::number(std::string_view key, Presence presence) {
  const auto* found = of_kind(key, presence, Kind::number, "toml.expected_number");
  if (found == nullptr) return std::nullopt;
  if (std::isfinite(found->number)) return found->number;
  faults_->add(wrong_kind(key, *found, "toml.expected_number"));
  return std::nullopt;
}

std::optional<int> TomlTable::whole_number(std::string_view key, Presence presence) {
  const auto* found = of_kind(key, presence, Kind::whole_number, "toml.expected_whole_number");
  if (found == nullptr) return std::nullopt;
  if (std::abs(found->number) <= 1e9) return static_cast<int>(found->number);
  faults_->add(wrong_kind(key, *found, "toml.expected_whole_number"));
  return std::nullopt;
}

std::optional<bool> TomlTable::flag(std::string_view key, Presence presence) {
  const auto* found = of_kind(key, presence, Kind::flag, "toml.expected_flag");
  return found == nullptr ? std::nullopt : std::optional(found->flag);
}

std::optional<time::Date> TomlTable::date(std::string_view key, Presence presence) {
  const auto* found = of_kind(key, presence, Kind::date, "toml.expected_date");
  return found == nullptr ? std::nullopt : std::optional(found->date);
}

std::optional<std::size_t> TomlTable::choice(std::string_view key, const std::vector<std::string>& words,
                                             Presence presence) {
  const auto found = text(key, presence);
  if (!found) return std::nullopt;
  const auto known = std::find(words.begin(), words.end(), *found);
  if (known != words.end()) return static_cast<std::size_t>(known - words.begin());
  faults_->add({where(key),
                {"toml.unknown_word", {std::string(key), *found}},
                {"toml.expected_one_of", {listed(words)}},
                did_you_mean(*found, words)});
  return std::nullopt;
}

std::vector<TomlText> TomlTable::texts(std::string_view key, Presence presence) {
  std::vector<TomlText> result;
  const auto* list = of_kind(key, presence, Kind::list, "toml.expected_texts");
  if (list == nullptr) return result;
  for (const auto& item : list->items) {
    if (item.kind == Kind::text && !blank(item.text)) {
      result.push_back({item.text, item.where});
    } else {
      faults_->add(wrong_kind(key, item, "toml.expected_text"));
    }
  }
  return result;
}

std::vector<TomlText> TomlTable::text_or_texts(std::string_view key, Presence presence) {
  const auto* found = table_->find(key);
  if (found == nullptr || found->kind == Kind::list) return texts(key, presence);
  const auto single = text(key, presence);
  return single ? std::vector<TomlText>{{*single, found->where}} : std::vector<TomlText>{};
}

std::optional<TomlTable> TomlTable::table(std::string_view key, Presence presence) {
  const auto* found = of_kind(key, presence, Kind::table, "toml.expected_table");
  if (found == nullptr) return std::nullopt;
  return TomlTable(*found, name_ + "." + std::string(key), *faults_);
}

std::vector<TomlTable> TomlTable::tables(std::string_view key, Presence presence) {
  std::vector<TomlTable> result;
  const auto* list = of_kind(key, presence, Kind::list, "toml.expected_tables");
  if (list == nullptr) return result;
  for (const auto& item : list->items) {
    if (item.kind == Kind::table) {
      result.emplace_back(item, std::string(key), *faults_);
    } else {
      faults_->add(wrong_kind(key, item, "toml.expected_table"));
    }
  }
  return result;
}

const std::vector<TomlMember>& TomlTable::members() {
  for (const auto& member : table_->members) asked_.push_back(member.key);
  return table_->members;
}

void TomlTable::refuse_other_keys() {
  for (const auto& member : table_->members) {
    if (std::find(asked_.begin(), asked_.end(), member.key) != asked_.end()) continue;
    // A key that is there already is not what was meant.
    std::vector<std::string> free;
    std::copy_if(asked_.begin(), asked_.end(), std::back_inserter(free),
                 [&](const std::string& key) { return table_->find(key) == nullptr; });
    faults_->add({member.where,
                  {"toml.unknown_key", {member.key, name_}},
                  {"toml.expected_keys", {listed(asked_)}},
                  did_you_mean(member.key, free)});
  }
}

}  // namespace jobcast::input
