#include "models/sweep/domain.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "engine/input/plain_number.hpp"
#include "models/sweep/lever.hpp"

namespace jobcast::sweep {
namespace {

using input::Presence;
using input::TomlTable;
using input::TomlValue;
using Kind = TomlValue::Kind;

TomlValue number_node(double number, const input::Position& where) {
  TomlValue node;
  node.kind = Kind::number;
  node.number = number;
  node.text = input::number_text(number);
  node.where = where;
  return node;
}

/// A number as the file would write it in this notation.
TomlValue written(double number, Notation notation, const input::Position& where) {
  if (notation == Notation::number) return number_node(number, where);
  TomlValue node;
  node.kind = Kind::text;
  node.text = notation == Notation::amount ? signed_percent(number) : input::number_text(number) + "%";
  node.where = where;
  return node;
}

/// 0.1 + 2 * 0.1 as 0.3: what a range's step was meant to reach.
double tidied(double number) {
  constexpr int digits = 12;
  std::array<char, 32> text{};
  const auto end =
      std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::general, digits).ptr;
  double result = number;
  std::from_chars(text.data(), end, result);
  return result + 0.0;
}

std::optional<double> bound(TomlTable& range, std::string_view key, Notation notation, Presence presence) {
  if (notation == Notation::number) return range.number(key, presence);
  const auto text = range.text(key, presence);
  if (!text) return std::nullopt;
  if (const auto found = percent_of(*text)) return found;
  range.faults().add(
      {range.where(key), {"sweep.bad_percent", {std::string(key), *text}}, {"sweep.expected_percent", {}}, {}});
  return std::nullopt;
}

struct Range {
  double from, to;
  std::optional<double> step;
};

std::optional<Range> read_bounds(TomlTable& table, Notation notation) {
  const auto from = bound(table, "from", notation, Presence::required);
  const auto to = bound(table, "to", notation, Presence::required);
  const bool stepped = table.value("step", Presence::optional) != nullptr;
  const auto step = bound(table, "step", notation, Presence::optional);
  const auto before = table.faults().faults().size();
  table.refuse_other_keys();
  // A key that is no key was most likely meant as one of these: what is left is no range.
  if (table.faults().faults().size() != before) return std::nullopt;
  if (!from || !to || stepped != step.has_value()) return std::nullopt;
  return Range{*from, *to, step};
}

TomlValue uniform_node(const Range& range, const input::Position& where) {
  TomlValue list;
  list.kind = Kind::list;
  list.where = where;
  list.items = {number_node(range.from, where), number_node(range.to, where)};
  TomlValue table;
  table.where = where;
  table.members.push_back({"uniform", where, list});
  return table;
}

std::optional<Domain> read_range(TomlTable& table, Notation notation) {
  const auto range = read_bounds(table, notation);
  if (!range) return std::nullopt;
  const auto refuse = [&](const char* problem, const char* expected) -> std::optional<Domain> {
    const double step = range->step.value_or(0.0);
    table.faults().add(
        {table.where(),
         {problem, {input::number_text(range->from), input::number_text(range->to), input::number_text(step)}},
         {expected, {std::to_string(most_values)}},
         {}});
    return std::nullopt;
  };
  if (!range->step) {
    if (!(range->from < range->to)) return refuse("sweep.empty_span", "sweep.expected_span");
    return Domain{{}, uniform_node(*range, table.where())};
  }
  const double steps = (range->to - range->from) / *range->step;
  if (!(steps >= 0.0) || !std::isfinite(steps)) return refuse("sweep.empty_range", "sweep.expected_range");
  constexpr double slack = 1e-9;  // 0.3 / 0.1 is a little less than three
  const double last = std::floor(steps + slack);
  if (last >= static_cast<double>(most_values)) return refuse("sweep.long_range", "sweep.expected_values");
  Domain domain;
  for (std::size_t index = 0; index <= static_cast<std::size_t>(last); ++index) {
    const double number = tidied(range->from + static_cast<double>(index) * *range->step);
    domain.values.push_back(written(number, notation, table.where()));
  }
  return domain;
}

std::optional<Domain> read_values(TomlTable& lever) {
  const auto* values = lever.value("values");
  if (values->kind != Kind::list) {
    lever.faults().add(input::wrong_kind("values", *values, "sweep.expected_list"));
    return std::nullopt;
  }
  if (!values->items.empty()) return Domain{values->items, {}};
  lever.faults().add({values->where, {"sweep.no_values", {}}, {"sweep.expected_list", {}}, {}});
  return std::nullopt;
}

}  // namespace

std::optional<double> percent_of(std::string_view text) {
  const auto bare = input::without_blanks(text);
  if (bare.size() < 2 || bare.back() != '%') return std::nullopt;
  auto number = bare.substr(0, bare.size() - 1);
  if (number.front() == '+') number.remove_prefix(1);
  return input::plain_number(number).value;
}

std::optional<Domain> read_domain(TomlTable& lever, Notation notation) {
  const std::vector<std::string> all{"values", "range", "distribution"};
  const std::vector<std::string> forms = notation == Notation::word ? std::vector{all.front()} : all;
  std::vector<std::string> found;
  for (const auto& form : all) {
    if (lever.value(form, Presence::optional) != nullptr) found.push_back(form);
  }
  const auto refuse = [&](const input::Position& where, const char* problem) {
    lever.faults().add(
        {where, {problem, {input::listed(found)}}, {"sweep.expected_domain", {input::listed(forms)}}, {}});
    return std::nullopt;
  };
  if (found.empty()) return refuse(lever.where(), "sweep.no_domain");
  if (found.size() > 1) return refuse(lever.where(found.back()), "sweep.two_domains");
  if (std::find(forms.begin(), forms.end(), found.front()) == forms.end()) {
    return refuse(lever.where(found.front()), "sweep.wrong_domain");
  }
  if (found.front() == "values") return read_values(lever);
  auto table = lever.table(found.front());
  if (!table) return std::nullopt;
  if (found.front() == "range") return read_range(*table, notation);
  return Domain{{}, *lever.value("distribution")};
}

}  // namespace jobcast::sweep
