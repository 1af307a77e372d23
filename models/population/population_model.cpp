#include "models/population/population_model.hpp"

#include <algorithm>
#include <stdexcept>

#include "models/population/fertility.hpp"
#include "models/population/life_table.hpp"
#include "models/population/migration.hpp"
#include "models/population/mortality.hpp"
#include "models/population/open_population.hpp"

namespace jobcast::population {
namespace {

PopulationUncertainty read_uncertainty(const plan::Plan& plan) {
  return {.mortality_multiplier = plan.assumption("population.mortality_multiplier"),
          .fertility_level = plan.assumption("population.fertility_level"),
          .fertility_trend = plan.assumption("population.fertility_trend"),
          .net_migration_shift = plan.assumption("population.net_migration_shift"),
          .migration_spread = plan.assumption("population.migration_spread"),
          .arrivals_trend = plan.assumption("population.arrivals_trend"),
          .posterior = plan.posterior};
}

/// Person-years lived at each completed age in the year after `start`, before migration: half by those who reach the
/// next age in that year, half by those who reached this one.
SexAgeArray person_years_after(const state::AgePyramid& start, const SexAgeArray& death) {
  SexAgeArray years{};
  for (std::size_t sex = 0; sex < years.size(); ++sex) {
    const AgeArray survival = survival_ratios(make_life_table(death[sex]));
    const auto& ages = start.persons[sex];
    constexpr std::size_t last = state::oldest_age;
    years[sex][0] = ages[0];
    for (std::size_t age = 1; age <= last; ++age) {
      const double reached = (age == last ? ages[last - 1] + ages[last] : ages[age - 1]) * survival[age];
      years[sex][age] += 0.5 * reached;
      years[sex][age - 1] += age == 1 ? -0.5 * (ages[0] - reached) : 0.5 * reached;
    }
    years[sex][last] *= 2.0;
  }
  return years;
}

struct MigrationFlows {
  SexAgeArray leaving{};
  SexAgeArray arrivals{};
};

/// Splits net migration into a hazard of leaving and a number of arrivals. Where more leave on balance than the gross
/// schedule says, the hazard is raised and nobody arrives.
MigrationFlows split_flows(const NetMigration& net, SexAgeArray leaving, const SexAgeArray& person_years) {
  MigrationFlows flows{.leaving = leaving, .arrivals = {}};
  for (std::size_t sex = 0; sex < leaving.size(); ++sex) {
    for (std::size_t age = 0; age < leaving[sex].size(); ++age) {
      const double arriving = leaving[sex][age] * (1.0 + net.effectiveness[sex][age]);
      flows.arrivals[sex][age] = std::max(arriving, 0.0) * person_years[sex][age];
      flows.leaving[sex][age] = leaving[sex][age] + std::max(-arriving, 0.0);
    }
  }
  return flows;
}

}  // namespace

PopulationModel::PopulationModel(const plan::Plan& plan)
    : PopulationModel(plan, plan.base_year, time::year_of(plan.forecast_until)) {}

PopulationModel::PopulationModel(const plan::Plan& plan, int start_year, int last_year,
                                 const MigrationSettings& settings)
    : start_year_(start_year),
      start_(open_population(plan, start_year, start_year)),
      uncertainty_(read_uncertainty(plan)) {
  const Mortality mortality(plan);
  const Fertility fertility(plan, start_year);
  const double multiplier = uncertainty_.mortality_multiplier.central();
  const SexAgeArray leaving = leaving_hazards(start_, plan.assumption("population.out_migration_rate").central());
  const NetMigration net = estimate_migration(read_transitions(plan, start_year, multiplier), leaving, settings);
  uncertainty_.persistent_sd = net.persistent_sd;
  uncertainty_.yearly_sd = net.yearly_sd;
  uncertainty_.young_sd = net.young_sd;

  SexAgeArray first_death = mortality.rates(start_year + 1);
  for (auto& ages : first_death) {
    for (double& rate : ages) rate *= multiplier;
  }
  const MigrationFlows flows = split_flows(net, leaving, person_years_after(start_, first_death));
  for (int year = start_year + 1; year <= last_year; ++year) {
    years_.push_back({.death = mortality.rates(year),
                      .leaving = flows.leaving,
                      .arrivals = flows.arrivals,
                      .fertility = fertility.rates(start_year),
                      .boys_per_girl = fertility.boys_per_girl()});
  }
}

PopulationModel::PopulationModel(int start_year, const state::AgePyramid& start, std::vector<YearRates> years,
                                 PopulationUncertainty uncertainty)
    : start_year_(start_year), start_(start), years_(std::move(years)), uncertainty_(std::move(uncertainty)) {}

const YearRates& PopulationModel::rates(int year) const {
  if (year <= start_year_ || year > last_year()) throw std::out_of_range("PopulationModel: no rates for this year");
  return years_[static_cast<std::size_t>(year - start_year_ - 1)];
}

}  // namespace jobcast::population
