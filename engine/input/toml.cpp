#include "engine/input/toml.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>

#include "engine/input/text_file.hpp"

namespace jobcast::input {
namespace {

/// Copies the parser's tree, so that its headers and its alphabetical tables stay in this file.
class Copier {
 public:
  explicit Copier(const std::string& file) : file_(file) {}

  [[nodiscard]] TomlValue copy(const toml::node& node) const {
    TomlValue value;
    value.where = position(node.source());
    node.visit([&](const auto& typed) { fill(value, typed); });
    return value;
  }

 private:
  [[nodiscard]] Position position(const toml::source_region& region) const {
    return {file_, static_cast<int>(region.begin.line), static_cast<int>(region.begin.column)};
  }

  void fill(TomlValue& value, const toml::table& table) const {
    value.kind = TomlValue::Kind::table;
    value.text = "{…}";
    value.members.reserve(table.size());
    for (const auto& [key, node] : table) {
      value.members.push_back({std::string(key.str()), position(key.source()), copy(node)});
    }
    std::sort(value.members.begin(), value.members.end(), [](const TomlMember& a, const TomlMember& b) {
      return std::pair(a.where.line, a.where.column) < std::pair(b.where.line, b.where.column);
    });
  }
  void fill(TomlValue& value, const toml::array& array) const {
    value.kind = TomlValue::Kind::list;
    value.text = "[…]";
    value.items.reserve(array.size());
    for (const auto& node : array) value.items.push_back(copy(node));
  }
  static void fill(TomlValue& value, const toml::value<std::string>& text) {
    value.kind = TomlValue::Kind::text;
    value.text = text.get();
  }
  static void fill(TomlValue& value, const toml::value<std::int64_t>& number) {
    value.kind = TomlValue::Kind::whole_number;
    value.number = static_cast<double>(number.get());
    value.text = fmt::format("{}", number.get());
  }
  static void fill(TomlValue& value, const toml::value<double>& number) {
    value.kind = TomlValue::Kind::number;
    value.number = number.get();
    value.text = fmt::format("{}", number.get());
  }
  static void fill(TomlValue& value, const toml::value<bool>& flag) {
    value.kind = TomlValue::Kind::flag;
    value.flag = flag.get();
    value.text = flag.get() ? "true" : "false";
  }
  static void fill(TomlValue& value, const toml::value<toml::date>& date) {
    value.kind = TomlValue::Kind::date;
    value.date = time::make_date(date.get().year, date.get().month, date.get().day);
    value.text = time::to_string(value.date);
  }
  template <class Other>
  static void fill(TomlValue& value, const toml::value<Other>& other) {
    value.kind = TomlValue::Kind::other;
    value.text = fmt::format("{:02}:{:02}", time_of(other.get()).hour, time_of(other.get()).minute);
  }
  static toml::time time_of(const toml::time& clock) { return clock; }
  static toml::time time_of(const toml::date_time& moment) { return moment.time; }

  const std::string& file_;
};

}  // namespace

const TomlValue* TomlValue::find(std::string_view key) const {
  const auto found =
      std::find_if(members.begin(), members.end(), [&](const auto& member) { return member.key == key; });
  return found == members.end() ? nullptr : &found->value;
}

std::optional<TomlValue> parse_toml(const std::string& file, std::string_view text, Diagnostics& faults) {
  try {
    return Copier(file).copy(toml::parse(text));
  } catch (const toml::parse_error& error) {
    const auto& at = error.source().begin;
    faults.add({{file, static_cast<int>(at.line), static_cast<int>(at.column)},
                {"toml.grammar", {std::string(error.description())}},
                {"toml.expected_grammar", {}},
                {}});
    return std::nullopt;
  }
}

std::optional<TomlValue> read_toml(const std::string& path, Diagnostics& faults) {
  try {
    return parse_toml(path, read_text(path), faults);
  } catch (const InputError& error) {
    for (const auto& fault : error.faults()) faults.add(fault);
    return std::nullopt;
  }
}

}  // namespace jobcast::input
