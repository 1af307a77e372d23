#include "models/population/open_population.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <set>

#include "models/population/composite_link.hpp"
#include "models/population/life_table.hpp"
#include "models/population/mortality.hpp"
#include "models/population/population_facts.hpp"
#include "models/population/raking.hpp"
#include "models/population/shape.hpp"

namespace jobcast::population {
namespace {

/// What rounding in the printed totals may leave unmet.
constexpr double contradiction = 1e-6;

std::string describe(const Margin& margin) {
  const plan::Fact& fact = *margin.fact;
  return fact.table + " / " + fact.row + " / " + fact.column;
}

const Margin& worst_of(const state::AgePyramid& pyramid, const std::vector<Margin>& margins) {
  const auto miss = [&](const Margin& margin) { return std::abs(total_within(pyramid, margin) - margin.persons); };
  return *std::max_element(margins.begin(), margins.end(),
                           [&](const Margin& a, const Margin& b) { return miss(a) < miss(b); });
}

}  // namespace

state::AgePyramid open_population(const plan::Plan& plan, int year, int known_until) {
  const auto margins = year_end_margins(plan, "population", year);
  if (margins.empty()) {
    throw input::InputError(pack_fault(plan, "population.no_facts", {std::to_string(year)}));
  }
  state::AgePyramid pyramid = shape_of(plan, year, margins, known_until);
  if (rake(pyramid, margins) > contradiction) {
    const Margin& worst = worst_of(pyramid, margins);
    throw input::InputError(
        {.where = worst.fact->provenance.where,
         .problem = {.id = "population.totals_disagree",
                     .arguments = {std::to_string(year), describe(worst), std::to_string(std::lround(worst.persons))}},
         .expected = {},
         .mend = {}});
  }
  return pyramid;
}

std::vector<int> population_years(const plan::Plan& plan) {
  std::set<int> years;
  for (const plan::Fact* fact : plan.facts.all("population")) {
    const auto year = year_end_of(fact->period);
    if (year && fact->unit == "persons" && fact->category.empty()) years.insert(*year);
  }
  return {years.begin(), years.end()};
}

}  // namespace jobcast::population
