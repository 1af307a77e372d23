#include "models/plan/defaults.hpp"

namespace jobcast::plan {
namespace {

using random::Distribution;

Value assumed_of_population(const char* name, Distribution distribution, const char* unit, const char* reason) {
  return engine_default(std::string("population.") + name, distribution, unit, Provenance::Kind::assumption, reason);
}

}  // namespace

// A pack whose county has counts of its own (deaths, births, registered moves) says better; docs/models/population.md.
std::vector<Value> default_population_values() {
  return {
      assumed_of_population(
          "mortality_multiplier", Distribution::triangular(0.85, 1.0, 1.2), "factor",
          "a county's death rates over the nation's at the same age and sex: nearly all within 15 to 20 %, small "
          "rural counties rather above"),
      assumed_of_population(
          "fertility_level", Distribution::lognormal(1.0, 0.08), "factor",
          "true rate over that of one year's births: about a hundred births tell it to 10 %, the years beside it "
          "help a little"),
      assumed_of_population(
          "fertility_trend", Distribution::normal(-0.02, 0.03), "per_year",
          "the nation's total fertility rate fell by 6 % a year from 2018 to 2023 (Statistics Korea), rural "
          "counties' hardly; between the two"),
      assumed_of_population(
          "out_migration_rate", Distribution::fixed(0.095), "per_person_year",
          "Korean counties lose and gain 8 to 11 % of their people a year by registered moves (Statistics Korea, "
          "internal migration statistics); sets how fast people are exchanged, not how many there are"),
      assumed_of_population(
          "arrivals_trend", Distribution::normal(-0.025, 0.015), "per_year",
          "registered moves in Korea fell by some 3 % a year from 2019 to 2023 (Statistics Korea, internal "
          "migration statistics)"),
      assumed_of_population(
          "net_migration_shift", Distribution::fixed(0.0), "per_person_year",
          "none: a lever for scenarios, net migrants over the level that the county's own counts show"),
      assumed_of_population(
          "migration_spread", Distribution::fixed(1.0), "factor",
          "as the county's own counts show: a lever for scenarios, factor on the spread of net migration"),
  };
}

}  // namespace jobcast::plan
