#include "models/labour/survey_figure.hpp"

#include <charconv>
#include <utility>

namespace jobcast::labour {
namespace {

using state::AgeRange;

constexpr double count_step = 100.0;  // persons
constexpr double rate_step = 0.001;   // share

struct Meaning {
  std::string_view item;
  std::string_view category;
  StateSet counted;
  std::optional<StateSet> base;
};

constexpr StateSet active{false, true, true, true, true};
constexpr StateSet unemployed_only{false, true, false, false, false};
const std::array<Meaning, 11>& meanings() {
  static const std::array<Meaning, 11> all{{
      {"employed", "", employed_states, std::nullopt},
      {"employed", "regular", {false, false, true, false, false}, std::nullopt},
      {"employed", "temporary", {false, false, false, true, false}, std::nullopt},
      {"employed", "self_employed", {false, false, false, false, true}, std::nullopt},
      {"unemployed", "", unemployed_only, std::nullopt},
      {"inactive", "", {true, false, false, false, false}, std::nullopt},
      {"economically_active", "", active, std::nullopt},
      {"survey_population", "", everyone, std::nullopt},
      {"employment_rate", "", employed_states, everyone},
      {"participation_rate", "", active, everyone},
      {"unemployment_rate", "", unemployed_only, active},
  }};
  return all;
}

std::optional<int> read_age(std::string_view text) {
  int age = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), age);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return age;
}

bool is_union_of_groups(AgeRange ages) {
  bool begins = false;
  bool ends = false;
  for (const AgeRange group : state::labour_groups) {
    begins = begins || group.from == ages.from;
    ends = ends || group.to == ages.to;
  }
  return begins && ends && ages.from < ages.to;
}

std::optional<SurveyFigure> as_figure(const plan::Fact& fact, const Meaning& meaning) {
  const auto ages = survey_ages(fact.age);
  if (!ages || fact.category != meaning.category) return std::nullopt;
  if (fact.sex != "male" && fact.sex != "female" && fact.sex != "both" && !fact.sex.empty()) return std::nullopt;
  const double unit = fact.unit == "thousand_persons" ? 1000.0 : fact.unit == "percent" ? 0.01 : 1.0;
  SurveyFigure figure{.fact = &fact, .ages = *ages, .sex = std::nullopt, .counted = meaning.counted};
  if (fact.sex == "male") figure.sex = state::Sex::male;
  if (fact.sex == "female") figure.sex = state::Sex::female;
  figure.base = meaning.base;
  figure.value = fact.value * unit;
  figure.step = meaning.base ? rate_step : count_step;
  return figure;
}

}  // namespace

std::optional<AgeRange> survey_ages(std::string_view text) {
  std::optional<AgeRange> ages;
  if (text.empty() || text == "all") {
    ages = AgeRange{state::youngest_working_age, state::oldest_age};
  } else if (text.back() == '+') {
    if (const auto from = read_age(text.substr(0, text.size() - 1))) ages = AgeRange{*from, state::oldest_age};
  } else if (const auto dash = text.find('-'); dash != std::string_view::npos) {
    const auto from = read_age(text.substr(0, dash));
    const auto to = read_age(text.substr(dash + 1));
    if (from && to) ages = AgeRange{*from, *to};
  }
  return ages && is_union_of_groups(*ages) ? ages : std::nullopt;
}

std::vector<SurveyFigure> survey_figures(const plan::Plan& plan, std::string_view survey) {
  std::vector<SurveyFigure> figures;
  for (const Meaning& meaning : meanings()) {
    for (const plan::Fact* fact : plan.facts.all(meaning.item)) {
      if (fact->period != survey) continue;
      if (auto figure = as_figure(*fact, meaning)) figures.push_back(*figure);
    }
  }
  return figures;
}

std::optional<int> survey_index(std::string_view survey) {
  if (survey.size() != 6 || survey[4] != 'H' || (survey[5] != '1' && survey[5] != '2')) return std::nullopt;
  const auto year = read_age(survey.substr(0, 4));
  if (!year || *year < 0) return std::nullopt;
  return 2 * *year + (survey[5] - '1');
}

std::string survey_name(int index) { return std::to_string(index / 2) + (index % 2 == 0 ? "H1" : "H2"); }

std::string last_survey(const plan::Plan& plan) {
  int last = -1;
  for (const char* item : {"employed", "employment_rate"}) {
    for (const plan::Fact* fact : plan.facts.all(item)) {
      const auto index = survey_index(fact->period);
      if (!index || *index <= last || !fact->category.empty() || !survey_ages(fact->age)) continue;
      const time::Date week_end = time::add_days(time::reference_week(*index / 2, *index % 2 + 1), 6);
      if (week_end <= plan.as_of) last = *index;
    }
  }
  if (last < 0) {
    throw input::InputError({.where = {.file = plan.folder},
                             .problem = {"labour.no_survey", {time::to_string(plan.as_of)}},
                             .expected = {"labour.expected_survey", {}},
                             .mend = {"labour.mend_survey", {}}});
  }
  return survey_name(last);
}

}  // namespace jobcast::labour
