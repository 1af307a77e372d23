#include "models/population/population_draw.hpp"

#include <algorithm>
#include <cmath>

#include "models/population/migration.hpp"

namespace jobcast::population {
namespace {

using units::Lane;

/// Crude yearly gross rates that a deviation of the net rate is spread over.
struct GrossRates {
  double arrivals = 0.0;
  double leaving = 0.0;
};

GrossRates gross_rates(const PopulationModel& model, state::AgeRange ages) {
  GrossRates gross;
  if (model.last_year() == model.start_year()) return gross;
  const YearRates& rates = model.rates(model.start_year() + 1);
  double persons = 0.0;
  for (const state::Sex sex : state::sexes) {
    const auto s = static_cast<std::size_t>(sex);
    for (int age = ages.from; age <= ages.to; ++age) {
      const auto a = static_cast<std::size_t>(age);
      persons += model.start().of(sex, age);
      gross.arrivals += rates.arrivals[s][a];
      gross.leaving += rates.leaving[s][a] * model.start().of(sex, age);
    }
  }
  return {.arrivals = persons > 0.0 ? gross.arrivals / persons : 0.0,
          .leaving = persons > 0.0 ? gross.leaving / persons : 0.0};
}

/// A lognormal factor that moves a gross rate by half of a deviation of the net rate, with mean one over deviations of
/// standard deviation `sd`. One where there is no flow to move.
Lane half_factor(const Lane& deviation, const Lane& sd, double gross, double sign) {
  if (gross <= 0.0) return Lane::Ones();
  const Lane move = (0.5 * sign / gross) * deviation;
  const Lane spread = (0.5 / gross) * sd;
  return (move - 0.5 * spread.square()).exp();
}

struct MigrationDraw {
  Lane shift, spread, arrivals_trend;
  Lane lasting;  ///< net migrants a person-year: error of the lasting level, before `spread`
};

PopulationDraw assemble(const PopulationModel& model, const Lane& mortality, const Lane& level, const Lane& trend,
                        const MigrationDraw& migration, const std::vector<std::array<Lane, 2>>& yearly) {
  const PopulationUncertainty& uncertainty = model.uncertainty();
  const GrossRates all = gross_rates(model, {0, state::oldest_age});
  const GrossRates young = gross_rates(model, young_ages);
  const Lane zero = Lane::Zero();
  const Lane level_sd = migration.spread * std::hypot(uncertainty.persistent_sd, uncertainty.yearly_sd);
  const Lane young_sd = migration.spread * uncertainty.young_sd;
  PopulationDraw draw{.mortality = mortality, .years = {}};
  Lane fertility = level;
  Lane arrivals = Lane::Ones();
  for (const auto& [level_score, young_score] : yearly) {
    const Lane surprise = migration.spread * (migration.lasting + uncertainty.yearly_sd * level_score);
    const Lane young_surprise = young_sd * young_score;
    fertility *= (1.0 + trend).max(0.0);
    draw.years.push_back({.fertility = fertility,
                          .arrivals = arrivals * half_factor(surprise, level_sd, all.arrivals, 1.0) *
                                      half_factor(migration.shift, zero, all.arrivals, 1.0),
                          .leaving = half_factor(surprise, level_sd, all.leaving, -1.0) *
                                     half_factor(migration.shift, zero, all.leaving, -1.0),
                          .young_arrivals = half_factor(young_surprise, young_sd, young.arrivals, 1.0),
                          .young_leaving = half_factor(young_surprise, young_sd, young.leaving, -1.0)});
    // The first forecast year is the one the number of arrivals was set for.
    arrivals *= (1.0 + migration.arrivals_trend).max(0.0);
  }
  return draw;
}

}  // namespace

PopulationDraw draw_population(const PopulationModel& model, random::StreamKey key, std::uint32_t first_draw) {
  const PopulationUncertainty& uncertainty = model.uncertainty();
  const auto drawn = [&](const plan::Value& value) {
    random::LaneStream stream(key, first_draw, random::entity(value.key));
    return value.distribution.quantile(stream.uniform());
  };
  const auto known = [&](const std::string& column, const Lane& otherwise) {
    const auto* posterior = uncertainty.posterior.get();
    return posterior != nullptr && posterior->find(column) != nullptr ? posterior->lanes(column, key, first_draw)
                                                                      : otherwise;
  };
  random::LaneStream persistent(key, first_draw, random::entity("population.migration_level"));
  random::LaneStream level(key, first_draw, random::entity("population.migration_level_by_year"));
  random::LaneStream young(key, first_draw, random::entity("population.young_migration_by_year"));
  std::vector<std::array<Lane, 2>> yearly;
  for (int year = model.start_year(); year < model.last_year(); ++year)
    yearly.push_back({level.normal(), young.normal()});
  return assemble(model, known(uncertainty.mortality_multiplier.key, drawn(uncertainty.mortality_multiplier)),
                  known(uncertainty.fertility_level.key, drawn(uncertainty.fertility_level)),
                  drawn(uncertainty.fertility_trend),
                  {.shift = drawn(uncertainty.net_migration_shift),
                   .spread = drawn(uncertainty.migration_spread),
                   .arrivals_trend = drawn(uncertainty.arrivals_trend),
                   .lasting = known(migration_level_column, uncertainty.persistent_sd * persistent.normal())},
                  yearly);
}

PopulationDraw central_population(const PopulationModel& model) {
  const PopulationUncertainty& uncertainty = model.uncertainty();
  const auto central = [](const plan::Value& value) { return Lane(Lane::Constant(value.central())); };
  const std::vector<std::array<Lane, 2>> yearly(static_cast<std::size_t>(model.last_year() - model.start_year()),
                                                {Lane::Zero(), Lane::Zero()});
  return assemble(model, central(uncertainty.mortality_multiplier), central(uncertainty.fertility_level),
                  central(uncertainty.fertility_trend),
                  {.shift = central(uncertainty.net_migration_shift),
                   .spread = Lane::Zero(),
                   .arrivals_trend = central(uncertainty.arrivals_trend),
                   .lasting = Lane::Zero()},
                  yearly);
}

}  // namespace jobcast::population
