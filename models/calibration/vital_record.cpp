#include "models/calibration/vital_record.hpp"

#include <algorithm>

#include "models/population/migration.hpp"
#include "models/population/population_model.hpp"

namespace jobcast::calibration {
namespace {

using population::PopulationModel;

/// A county's count of the whole year.
bool is_count(const plan::Fact& fact, const char* item) {
  return fact.item == item && fact.category.empty() && (fact.unit == "persons" || fact.unit == "count") &&
         (fact.age.empty() || fact.age == "all") && (fact.sex == "both" || fact.sex.empty()) &&
         population::year_of(fact.period).has_value();
}

/// Net migrants a person-year over all ages when the county dies at a multiplier of the nation's rates.
double net_migration_at(const plan::Plan& plan, const PopulationModel& model, double multiplier) {
  const auto leaving =
      population::leaving_hazards(model.start(), plan.assumption("population.out_migration_rate").central());
  const auto net =
      population::estimate_migration(population::read_transitions(plan, model.start_year(), multiplier), leaving, {});
  double net_migrants = 0.0;
  double persons = 0.0;
  for (std::size_t sex = 0; sex < leaving.size(); ++sex) {
    for (std::size_t age = 0; age < leaving[sex].size(); ++age) {
      const double people = model.start().persons[sex][age];
      persons += people;
      net_migrants += people * leaving[sex][age] * net.effectiveness[sex][age];
    }
  }
  return net_migrants / persons;
}

double deaths_in(const population::Transition& transition) {
  double deaths = 0.0;
  for (const auto& ages : transition.deaths) {
    for (const double of_age : ages) deaths += of_age;
  }
  return deaths;
}

double births_at_central_rates(const PopulationModel& model) {
  const auto& rates = model.rates(model.start_year() + 1).fertility;
  double births = 0.0;
  for (int age = 0; age <= state::oldest_age; ++age) {
    births += model.start().of(state::Sex::female, age) * rates[static_cast<std::size_t>(age)];
  }
  return births;
}

}  // namespace

std::optional<VitalRecord> read_vital(const plan::Plan& plan, const plan::Plan& view) {
  if (time::year_of(plan.forecast_until) <= plan.base_year) return std::nullopt;
  VitalRecord record;
  try {
    const PopulationModel model(plan);
    record.central_mortality = model.uncertainty().mortality_multiplier.central();
    record.lasting_sd = model.uncertainty().persistent_sd;
    constexpr double step = 0.05;
    record.migration_by_mortality = (net_migration_at(plan, model, record.central_mortality + step) -
                                     net_migration_at(plan, model, record.central_mortality - step)) /
                                    (2.0 * step);
    const auto transitions = population::read_transitions(plan, model.start_year(), 1.0);
    for (const plan::Fact* fact : view.facts.all("deaths")) {
      if (!is_count(*fact, "deaths")) continue;
      const int year = *population::year_of(fact->period);
      const auto found = std::find_if(transitions.begin(), transitions.end(),
                                      [&](const auto& transition) { return transition.year == year; });
      if (found == transitions.end()) continue;
      record.deaths.push_back({.fact = fact, .year = year, .counted = fact->value, .expected = deaths_in(*found)});
    }
    for (const plan::Fact* fact : view.facts.all("births")) {
      // Rates of fertility are the start year's: other years' births would tell of their own.
      if (!is_count(*fact, "births") || population::year_of(fact->period) != model.start_year()) continue;
      record.births.push_back({.fact = fact,
                               .year = model.start_year(),
                               .counted = fact->value,
                               .expected = births_at_central_rates(model)});
    }
  } catch (const input::InputError&) {
    return std::nullopt;  // no population to forecast: employment is calibrated alone
  }
  return record;
}

}  // namespace jobcast::calibration
