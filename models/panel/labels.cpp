#include "models/panel/labels.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "engine/input/plain_number.hpp"

namespace jobcast::panel {
namespace {

template <std::size_t size>
bool holds_any(std::string_view text, const std::array<std::string_view, size>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

std::vector<std::string> numbers_in(std::string_view text) {
  std::vector<std::string> numbers;
  bool inside = false;
  for (const char letter : text) {
    if (input::is_digit(letter) && !inside) numbers.emplace_back();
    inside = input::is_digit(letter);
    if (inside) numbers.back() += letter;
  }
  return numbers;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  constexpr std::array<std::string_view, 6> blanks{" ", "\t", "\r", "\n", "\u00a0", "\u3000"};
  for (bool changed = true; changed;) {
    changed = false;
    for (const auto blank : blanks) {
      if (text.starts_with(blank)) text.remove_prefix(blank.size()), changed = true;
      if (text.ends_with(blank)) text.remove_suffix(blank.size()), changed = true;
    }
  }
  return text;
}

ColumnRole role_of(std::string_view heading) {
  constexpr std::array<std::string_view, 6> area{"행정구역", "시군구", "시·군·구", "지역", "area", "Area"};
  constexpr std::array<std::string_view, 3> age{"연령", "age", "Age"};
  constexpr std::array<std::string_view, 3> survey{"시점", "survey", "period"};
  if (holds_any<1>(heading, {"age_group"})) return ColumnRole::age;
  if (holds_any(heading, area)) return ColumnRole::area;
  if (holds_any(heading, age)) return ColumnRole::age;
  if (holds_any<2>(heading, {"성별", "sex"})) return ColumnRole::sex;
  if (holds_any<2>(heading, {"항목", "item"})) return ColumnRole::item;
  if (holds_any(heading, survey)) return ColumnRole::survey;
  return ColumnRole::other;
}

Item item_of(std::string_view heading) {
  constexpr std::array<std::string_view, 4> error{"상대표준오차", "표준오차", "RSE", "변동계수"};
  constexpr std::array<std::string_view, 8> others{"인구",     "실업",     "참가율",     "구직",
                                                   "경제활동", "고용보험", "unemployed", "population"};
  if (holds_any(heading, error) || holds_any(heading, others)) return Item::passed_over;
  if (holds_any<3>(heading, {"고용률", "고용율", "employment_rate"})) return Item::rate;
  if (holds_any<2>(heading, {"취업자", "employed"})) return Item::employed;
  return Item::none;
}

std::optional<std::string> age_group_of(std::string_view label) {
  const auto numbers = numbers_in(label);
  if (numbers.size() == 2) return numbers[0] + "-" + numbers[1];
  constexpr std::array<std::string_view, 4> upwards{"이상", "+", "over", "~"};
  if (numbers.size() == 1 && holds_any(label, upwards)) return numbers[0] + "+";
  constexpr std::array<std::string_view, 4> all{"계", "전체", "total", "Total"};
  if (numbers.empty() && holds_any(label, all)) return "15+";
  return std::nullopt;
}

bool is_both_sexes(std::string_view label) {
  constexpr std::array<std::string_view, 4> both{"계", "전체", "both", "Total"};
  return trimmed(label).empty() || holds_any(label, both);
}

bool is_not_published(std::string_view cell) {
  constexpr std::array<std::string_view, 7> words{"x", "X", "*", "N/A", "NA", "n/a", "na"};
  std::string_view rest = trimmed(cell);
  if (std::find(words.begin(), words.end(), rest) != words.end()) return true;
  constexpr std::array<std::string_view, 7> marks{"-", ".", " ", "…", "–", "—", "－"};
  while (!rest.empty()) {
    const auto* mark = std::find_if(marks.begin(), marks.end(), [&](auto each) { return rest.starts_with(each); });
    if (mark == marks.end()) return false;
    rest.remove_prefix(mark->size());
  }
  return true;
}

}  // namespace jobcast::panel
