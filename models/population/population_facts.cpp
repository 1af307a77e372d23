#include "models/population/population_facts.hpp"

#include <algorithm>
#include <charconv>

namespace jobcast::population {
namespace {

std::optional<int> to_number(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<state::AgeRange> make_range(std::optional<int> from, std::optional<int> to) {
  if (!from || !to || *from < 0 || *to < *from) return std::nullopt;
  return state::AgeRange{std::min(*from, state::oldest_age), std::min(*to, state::oldest_age)};
}

}  // namespace

std::optional<state::AgeRange> parse_ages(std::string_view text) {
  if (text.empty() || text == "all") return state::AgeRange{0, state::oldest_age};
  if (text.back() == '+') return make_range(to_number(text.substr(0, text.size() - 1)), state::oldest_age);
  const auto dash = text.find('-');
  if (dash == std::string_view::npos) return make_range(to_number(text), to_number(text));
  return make_range(to_number(text.substr(0, dash)), to_number(text.substr(dash + 1)));
}

std::optional<int> year_of(std::string_view period) {
  return period.size() == 4 ? to_number(period) : std::optional<int>{};
}

std::optional<int> year_end_of(std::string_view period) {
  if (period.size() == 10 && period.substr(4) == "-12-31") return to_number(period.substr(0, 4));
  return year_of(period);
}

std::vector<Margin> year_end_margins(const plan::Plan& plan, std::string_view item, int year) {
  std::vector<Margin> margins;
  for (const plan::Fact* fact : plan.facts.all(item)) {
    const auto ages = parse_ages(fact->age);
    if (year_end_of(fact->period) != year || !fact->category.empty() || fact->unit != "persons" || !ages) continue;
    Margin margin{.sex = std::nullopt, .ages = *ages, .persons = fact->value, .fact = fact};
    if (fact->sex == "male") margin.sex = state::Sex::male;
    if (fact->sex == "female") margin.sex = state::Sex::female;
    margins.push_back(margin);
  }
  return margins;
}

std::vector<Margin> finest_of_sex(const std::vector<Margin>& margins, std::optional<state::Sex> sex) {
  std::vector<Margin> finest;
  for (const Margin& margin : margins) {
    if (margin.sex == sex) finest.push_back(margin);
  }
  const auto holds_another = [&](const Margin& outer) {
    return std::any_of(finest.begin(), finest.end(), [&](const Margin& inner) {
      const bool within = outer.ages.from <= inner.ages.from && inner.ages.to <= outer.ages.to;
      return within && inner.ages.to - inner.ages.from < outer.ages.to - outer.ages.from;
    });
  };
  std::vector<Margin> result;
  std::copy_if(finest.begin(), finest.end(), std::back_inserter(result),
               [&](const Margin& margin) { return !holds_another(margin); });
  std::sort(result.begin(), result.end(), [](const Margin& a, const Margin& b) { return a.ages.from < b.ages.from; });
  return result;
}

bool is_fine_table(const std::vector<Margin>& margins) {
  for (const state::Sex sex : state::sexes) {
    int next = 0;
    for (const Margin& margin : finest_of_sex(margins, sex)) {
      if (margin.ages.from != next || (margin.ages.from < 80 && margin.ages.to - margin.ages.from > 9)) return false;
      next = margin.ages.to + 1;
    }
    if (next <= state::oldest_age) return false;
  }
  return true;
}

input::Diagnostic pack_fault(const plan::Plan& plan, std::string id, std::vector<std::string> arguments) {
  return {.where = {.file = plan.folder, .line = 0, .column = 0},
          .problem = {.id = std::move(id), .arguments = std::move(arguments)},
          .expected = {},
          .mend = {}};
}

}  // namespace jobcast::population
