#include <algorithm>
#include <set>

#include "models/population/annual_projection.hpp"
#include "models/population/fertility.hpp"
#include "models/population/life_table.hpp"
#include "models/population/migration.hpp"
#include "models/population/mortality.hpp"
#include "models/population/open_population.hpp"
#include "models/population/shape.hpp"

namespace jobcast::population {
namespace {

/// Births of a year as counted, or nothing.
double counted_births(const plan::Plan& plan, int year) {
  const plan::Fact* fact = plan.facts.find({.item = "births", .period = std::to_string(year), .sex = "both"});
  if (fact == nullptr) {
    fact = plan.facts.find({.item = "births", .period = std::to_string(year), .sex = "both", .age = "all"});
  }
  return fact != nullptr && (fact->unit == "persons" || fact->unit == "count") ? fact->value : 0.0;
}

/// The finest counts of a year that have a population one year before to start from.
struct Counts {
  state::AgePyramid start;
  std::vector<Margin> counted;
};

Counts counts_of(const plan::Plan& plan, int year, int known_until) {
  const auto before = year_end_margins(plan, "residents", year - 1);
  const auto after = year_end_margins(plan, "residents", year);
  if (is_fine_table(before) && is_fine_table(after)) {
    Counts counts{.start = open_margins(before, survivors_pattern(plan, year - 1)), .counted = {}};
    for (const state::Sex sex : state::sexes) {
      const auto groups = finest_of_sex(after, sex);
      counts.counted.insert(counts.counted.end(), groups.begin(), groups.end());
    }
    return counts;
  }
  Counts counts{.start = open_population(plan, year - 1, known_until), .counted = {}};
  const auto margins = year_end_margins(plan, "population", year);
  const auto men = finest_of_sex(margins, state::Sex::male);
  const auto women = finest_of_sex(margins, state::Sex::female);
  const auto both = finest_of_sex(margins, std::nullopt);
  if (men.size() > 2 && men.size() == women.size() && men.size() >= both.size()) {
    counts.counted = men;
    counts.counted.insert(counts.counted.end(), women.begin(), women.end());
  } else {
    counts.counted = both;
  }
  return counts;
}

Transition make_transition(const plan::Plan& plan, int year, int known_until, const Mortality& mortality,
                           const Fertility& fertility, double multiplier) {
  Counts counts = counts_of(plan, year, known_until);
  AnnualRates rates{.survival = {},
                    .fertility = fertility.rates(year),
                    .boys_per_girl = fertility.boys_per_girl(),
                    .net_migrants = {}};
  SexAgeArray death = mortality.rates(year);
  for (std::size_t sex = 0; sex < death.size(); ++sex) {
    for (double& rate : death[sex]) rate *= multiplier;
    rates.survival[sex] = survival_ratios(make_life_table(death[sex]));
  }
  Transition transition{.year = year, .expected = counts.start, .deaths = {}, .counted = std::move(counts.counted)};
  project_annual(transition.expected.persons, &rates, 1, MigrationConvention::end_of_step);
  const double births = counted_births(plan, year);
  const double born = transition.expected.sum({0, 0});
  for (const state::Sex sex : state::sexes) {
    const auto s = static_cast<std::size_t>(sex);
    if (births > 0.0 && born > 0.0) {
      const double alive = births * rates.survival[s][0];
      const double boys = rates.boys_per_girl / (1.0 + rates.boys_per_girl);
      transition.expected.of(sex, 0) = alive * (sex == state::Sex::male ? boys : 1.0 - boys);
    }
    for (std::size_t age = 0; age < death[s].size(); ++age) {
      transition.deaths[s][age] = transition.expected.persons[s][age] * (1.0 / rates.survival[s][age] - 1.0);
    }
  }
  return transition;
}

}  // namespace

std::vector<Transition> read_transitions(const plan::Plan& plan, int last_year, double mortality_multiplier) {
  std::vector<Transition> transitions;
  const Mortality mortality(plan);
  const Fertility fertility(plan, last_year);
  const auto years = population_years(plan);
  const std::set<int> known(years.begin(), years.end());
  for (const int year : known) {
    if (year > last_year || !known.contains(year - 1)) continue;
    transitions.push_back(make_transition(plan, year, last_year, mortality, fertility, mortality_multiplier));
  }
  return transitions;
}

}  // namespace jobcast::population
