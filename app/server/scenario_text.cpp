#include "app/server/scenario_text.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <sstream>

#include "app/server/problem.hpp"
#include "engine/input/utf8.hpp"
#include "engine/time/date.hpp"

namespace jobcast::app::server {
namespace {

using nlohmann::json;

toml::date toml_date(time::Date date) {
  return {static_cast<std::uint16_t>(time::year_of(date)), static_cast<std::uint8_t>(time::month_of(date)),
          static_cast<std::uint8_t>(time::day_of(date))};
}

void put(toml::table& table, const std::string& key, const json& value);

void push(toml::array& array, const json& value) {
  // A table of one key takes every kind of value alike.
  toml::table holder;
  put(holder, "value", value);
  array.push_back(*holder.get("value"));
}

toml::table table_of(const json& object) {
  toml::table table;
  for (const auto& [key, value] : object.items()) put(table, key, value);
  return table;
}

void put(toml::table& table, const std::string& key, const json& value) {
  switch (value.type()) {
    case json::value_t::object: {
      auto inner = table_of(value);
      inner.is_inline(key == "select");
      table.insert_or_assign(key, std::move(inner));
      return;
    }
    case json::value_t::array: {
      toml::array array;
      for (const auto& item : value) push(array, item);
      table.insert_or_assign(key, std::move(array));
      return;
    }
    case json::value_t::string: {
      const auto text = value.get<std::string>();
      // TOML has dates of its own; JSON writes them as texts.
      const auto date = key == "date" ? time::parse_date(text) : std::nullopt;
      if (date) {
        table.insert_or_assign(key, toml_date(*date));
      } else {
        table.insert_or_assign(key, text);
      }
      return;
    }
    case json::value_t::boolean:
      table.insert_or_assign(key, value.get<bool>());
      return;
    case json::value_t::number_integer:
      table.insert_or_assign(key, value.get<std::int64_t>());
      return;
    case json::value_t::number_unsigned:
    case json::value_t::number_float:
      table.insert_or_assign(key, value.get<double>());
      return;
    default:
      throw Refused(422, "bad_value", {"serve.bad_value", {key}});
  }
}

}  // namespace

std::string scenario_toml(const json& scenario, const std::string& name) {
  if (!scenario.is_object()) throw Refused(422, "bad_value", {"serve.bad_value", {"scenario"}});
  auto table = table_of(scenario);
  const auto otherwise = [&](const char* key, auto value) {
    if (!table.contains(key)) table.insert(key, std::move(value));
  };
  otherwise("schema", std::string("jobcast.scenario/1"));
  otherwise("title", toml::table{{"ko", name}, {"en", name}});
  otherwise("extends", std::string("../plan.toml"));
  // In the order in which people write a scenario; the library sorts.
  std::ostringstream text;
  for (const char* key : {"schema", "title", "extends"}) {
    toml::table line;
    line.insert(key, *table.get(key));
    if (auto* inner = line.get_as<toml::table>(key)) inner->is_inline(true);
    text << line << "\n";
    table.erase(key);
  }
  text << "\n" << table << "\n";
  return text.str();
}

json parse_json(const std::string& text) {
  constexpr int deepest = 16;
  try {
    return json::parse(text, [](int depth, json::parse_event_t, json&) {
      if (depth > deepest) throw Refused(400, "too_deep", {"serve.too_deep", {}});
      return true;
    });
  } catch (const json::exception& error) {
    throw Refused(400, "bad_json", {"serve.bad_json", {}});
  }
}

void require_name(const std::string& name) {
  constexpr std::size_t longest = 80;
  const bool is_fit = !name.empty() && input::character_count(name) <= longest && name.front() != '.' &&
                      name.front() != ' ' && name.back() != ' ' &&
                      std::none_of(name.begin(), name.end(), [](char letter) {
                        const auto byte = static_cast<unsigned char>(letter);
                        return byte < 0x20 || byte == 0x7f || letter == '/' || letter == '\\' || letter == '"';
                      });
  if (!is_fit) throw Refused(422, "bad_name", {"serve.bad_name", {std::to_string(longest)}});
}

}  // namespace jobcast::app::server
