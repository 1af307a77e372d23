#include "models/calibration/survey_record.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "models/labour/survey_figure.hpp"

namespace jobcast::calibration {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

double thousands(const plan::Fact& fact) { return fact.unit == "thousand_persons" ? fact.value : fact.value / 1000.0; }

std::optional<std::size_t> ages_of(const plan::Fact& fact) {
  if (!fact.category.empty() || fact.sex == "male" || fact.sex == "female") return std::nullopt;
  const auto ages = labour::survey_ages(fact.age);
  for (std::size_t index = 0; ages && index < ages_count; ++index) {
    const auto named = labour::survey_ages(ages_names[index]);
    if (named->from == ages->from && named->to == ages->to) return index;
  }
  return std::nullopt;
}

template <class Take>
void for_each_figure(const plan::Plan& plan, const char* item, Take take) {
  for (const plan::Fact* fact : plan.facts.all(item)) {
    const auto step = labour::survey_index(fact->period);
    const auto ages = ages_of(*fact);
    if (step && ages) take(*step, *ages, *fact);
  }
}

/// The round's own rate and population of each band, or the nearest round's, the earlier one first.
void fill_near(std::vector<SurveyRound>& rounds) {
  for (std::size_t band = 0; band < band_count; ++band) {
    const auto complete = [&](const SurveyRound& round) {
      return round.rate[band] && round.employed[band] && *round.rate[band] > 0.0 && *round.employed[band] > 0.0;
    };
    for (SurveyRound& round : rounds) {
      round.near_rate[band] = round.population[band] = unknown;
      const SurveyRound* nearest = nullptr;
      for (const SurveyRound& other : rounds) {
        const bool nearer =
            nearest == nullptr || std::abs(other.step - round.step) < std::abs(nearest->step - round.step);
        if (complete(other) && nearer) nearest = &other;
      }
      if (nearest == nullptr) continue;
      round.near_rate[band] = *nearest->rate[band];
      round.population[band] = *nearest->employed[band] / *nearest->rate[band];
    }
  }
}

/// Whether two figures are of one kind: the same persons counted.
bool is_same(const labour::SurveyFigure& one, const labour::SurveyFigure& other) {
  return one.ages.from == other.ages.from && one.ages.to == other.ages.to && one.sex == other.sex &&
         one.counted == other.counted && one.base == other.base;
}

std::vector<labour::SurveyFigure> figures_of(const plan::Plan& plan, int step) {
  std::vector<labour::SurveyFigure> figures;
  for (const auto& figure : labour::survey_figures(plan, labour::survey_name(step))) {
    const auto found =
        std::find_if(figures.begin(), figures.end(), [&](const auto& other) { return is_same(figure, other); });
    if (found == figures.end()) {
      figures.push_back(figure);
    } else {
      *found = figure;
    }
  }
  return figures;
}

/// Of two figures published in thousands with one decimal.
constexpr double rounding = 0.1;

/// Whether everybody whom one figure can count is among those of another.
bool is_among(const plan::Fact& one, const plan::Fact& all) {
  const auto part = labour::survey_ages(one.age);
  const auto whole = labour::survey_ages(all.age);
  const bool sex_fits = all.sex == one.sex || all.sex == "both" || all.sex.empty();
  return &one != &all && all.category.empty() && sex_fits && part && whole && whole->contains(part->from) &&
         whole->contains(part->to);
}

/// The least figure of the same survey that counts all whom `part` counts, or all people: null where none does.
const plan::Fact* least_around(const plan::Plan& plan, const plan::Fact& part) {
  const plan::Fact* least = nullptr;
  for (const std::string& item : {std::string("survey_population"), part.item}) {
    for (const plan::Fact* all : plan.facts.all(item)) {
      if (all->period != part.period || !is_among(part, *all)) continue;
      if (least == nullptr || thousands(*all) < thousands(*least)) least = all;
    }
  }
  return least;
}

}  // namespace

SurveyRecord read_record(const plan::Plan& plan) {
  std::map<int, SurveyRound> rounds;
  const auto round_of = [&](int step) -> SurveyRound& {
    SurveyRound& round = rounds[step];
    round.step = step;
    return round;
  };
  for_each_figure(plan, "employment_rate", [&](int step, std::size_t ages, const plan::Fact& fact) {
    round_of(step).rate[ages] = fact.value / 100.0;
  });
  for_each_figure(plan, "employed", [&](int step, std::size_t ages, const plan::Fact& fact) {
    round_of(step).employed[ages] = thousands(fact);
  });
  SurveyRecord record;
  for (auto& [step, round] : rounds) {
    round.figures = figures_of(plan, step);
    record.rounds.push_back(std::move(round));
  }
  fill_near(record.rounds);
  return record;
}

void refuse_impossible(const plan::Plan& plan) {
  input::Diagnostics faults;
  for (const char* item : {"employment_rate", "participation_rate", "unemployment_rate"}) {
    for (const plan::Fact* fact : plan.facts.all(item)) {
      if (fact->value < 0.0 || fact->value > 100.0) {
        faults.add({fact->provenance.where, {"calibration.impossible_rate", {fact->row, fact->period}}, {}, {}});
      }
    }
  }
  for (const char* item : {"employed", "unemployed", "inactive", "economically_active"}) {
    for (const plan::Fact* fact : plan.facts.all(item)) {
      if (!labour::survey_index(fact->period)) continue;
      if (const auto* all = least_around(plan, *fact);
          all != nullptr && thousands(*fact) > thousands(*all) + rounding) {
        faults.add({fact->provenance.where,
                    {"calibration.more_than_all", {fact->row, fact->period}},
                    {"calibration.expected_at_most", {std::to_string(std::lround(1000.0 * thousands(*all)))}},
                    {}});
        continue;
      }
      const int year = *labour::survey_index(fact->period) / 2;
      for (const int near : {year, year - 1}) {
        const auto* people = plan.facts.find({.item = "population", .period = std::to_string(near), .age = "all"});
        if (people == nullptr || 1000.0 * thousands(*fact) <= people->value) continue;
        faults.add({fact->provenance.where,
                    {"calibration.more_than_all", {fact->row, fact->period}},
                    {"calibration.expected_at_most", {std::to_string(std::lround(people->value))}},
                    {}});
        break;
      }
    }
  }
  faults.throw_if_any();
}

}  // namespace jobcast::calibration
