#include "models/plan/eligibility_reader.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "engine/input/plain_number.hpp"
#include "models/plan/age_range.hpp"
#include "models/plan/fact_words.hpp"

namespace jobcast::plan {
namespace {

using input::number_text;
using input::TomlTable;

struct MonthDay {
  int month = 1;
  int day = 1;
};

/// "MM-DD" of a day that exists in a leap year.
std::optional<MonthDay> parse_month_day(const std::string& text) {
  constexpr auto leap_year = "2024-";
  if (const auto date = time::parse_date(leap_year + text)) return MonthDay{time::month_of(*date), time::day_of(*date)};
  return std::nullopt;
}

std::optional<MonthDay> read_month_day(TomlTable& window, std::string_view key) {
  const auto text = window.text(key);
  if (!text) return std::nullopt;
  if (const auto day = parse_month_day(*text)) return day;
  window.faults().add(
      {window.where(key), {"plan.bad_month_day", {std::string(key), *text}}, {"plan.expected_month_day", {}}, {}});
  return std::nullopt;
}

/// A share that is more than nothing and at most all.
std::optional<double> read_share(TomlTable& table, std::string_view key) {
  const auto share = table.number(key);
  if (!share || (*share > 0.0 && *share <= 1.0)) return share;
  table.faults().add(
      {table.where(key), {"plan.bad_share", {std::string(key), number_text(*share)}}, {"plan.expected_share", {}}, {}});
  return std::nullopt;
}

std::optional<Window> read_window(TomlTable& entry) {
  const auto from = read_month_day(entry, "from");
  const auto to = read_month_day(entry, "to");
  const auto share = read_share(entry, "share");
  entry.refuse_other_keys();
  if (!from || !to || !share) return std::nullopt;
  return Window{from->month, from->day, to->month, to->day, *share};
}

bool holds_start(const Window& window, const Window& other) {
  const auto from = std::pair(window.from_month, window.from_day);
  const auto to = std::pair(window.to_month, window.to_day);
  const auto day = std::pair(other.from_month, other.from_day);
  return from <= to ? from <= day && day <= to : day >= from || day <= to;
}

/// The greatest share at work on one day; windows overlap most where one of them begins.
double greatest_share(const std::vector<Window>& windows) {
  double greatest = 0.0;
  for (const auto& start : windows) {
    double share = 0.0;
    for (const auto& window : windows) share += holds_start(window, start) ? window.share : 0.0;
    greatest = std::max(greatest, share);
  }
  return greatest;
}

std::optional<Eligible> read_part(TomlTable& entry) {
  const auto text = entry.text("age");
  const auto sex = entry.choice("sex", fact_sexes());
  const auto weight = read_share(entry, "weight");
  entry.refuse_other_keys();
  if (!text) return std::nullopt;
  const auto ages = parse_ages(*text);
  if (!ages || !fits_labour_groups(*ages)) {
    entry.faults().add({entry.where("age"),
                        {ages ? "plan.ages_between_groups" : "plan.bad_ages", {*text}},
                        {ages ? "plan.expected_group_edges" : "plan.expected_ages", {}},
                        {}});
    return std::nullopt;
  }
  if (!sex || !weight) return std::nullopt;
  return Eligible{ages->from, ages->to, static_cast<Eligible::Sexes>(*sex), *weight};
}

/// Reads every table of a list; none when the list is empty or one of them is at fault.
template <class Item>
std::vector<Item> read_list(TomlTable& table, std::string_view key, std::optional<Item> (*read)(TomlTable&)) {
  const auto before = table.faults().faults().size();
  std::vector<Item> items;
  for (auto& entry : table.tables(key)) {
    if (const auto item = read(entry)) items.push_back(*item);
  }
  if (table.faults().faults().size() != before) return {};
  if (items.empty()) table.faults().add({table.where(key), {"plan.empty_list", {std::string(key)}}, {}, {}});
  return items;
}

}  // namespace

std::vector<Window> read_windows(TomlTable& table) {
  auto windows = read_list<Window>(table, "windows", read_window);
  const double share = greatest_share(windows);
  if (share > 1.0 + sum_tolerance) {
    table.faults().add(
        {table.where("windows"), {"plan.windows_over_one", {number_text(share)}}, {"plan.expected_windows", {}}, {}});
  }
  return windows;
}

std::vector<Eligible> read_eligible(TomlTable& table) {
  auto parts = read_list<Eligible>(table, "eligible", read_part);
  double sum = 0.0;
  for (const auto& part : parts) sum += part.weight;
  if (!parts.empty() && std::abs(sum - 1.0) > sum_tolerance) {
    const double rounded = std::round(sum * 1e6) / 1e6;
    table.faults().add(
        {table.where("eligible"), {"plan.weights", {number_text(rounded)}}, {"plan.expected_sum_one", {}}, {}});
  }
  return parts;
}

}  // namespace jobcast::plan
