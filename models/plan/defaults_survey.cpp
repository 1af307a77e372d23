#include "models/plan/defaults.hpp"

namespace jobcast::plan {
namespace {

using random::Distribution;

Value known_of_survey(std::string key, Distribution distribution, const char* unit, const char* source) {
  return engine_default(std::move(key), distribution, unit, Provenance::Kind::reference, source);
}

Value assumed_of_survey(std::string key, Distribution distribution, const char* unit, const char* reason) {
  return engine_default(std::move(key), distribution, unit, Provenance::Kind::assumption, reason);
}

}  // namespace

// How the numbers were found: docs/models/survey.md, section 8.
std::vector<Value> default_survey_values() {
  return {
      known_of_survey(
          "survey.sample_persons", Distribution::triangular(800.0, 900.0, 1000.0), "persons",
          "Statistics Korea, Local Area Labour Force Survey: about 232,000 households in the nation, 800 to 1,000 an "
          "area; persons of 15-64 in one area are not published"),
      known_of_survey(
          "survey.design_effect", Distribution::triangular(0.75, 1.1, 1.7), "factor",
          "Local Area Labour Force Survey, 75 counties, 2013 to 2023: the standard error of a rate of 15-64 near 76 % "
          "is 1.4 points (1.1 to 1.8); over a simple random sample within cells of age and sex"),
      assumed_of_survey(
          "survey.coverage_step", Distribution::lognormal(0.006, 0.5), "factor",
          "unexplained change of the survey's population over the register in a half-year; most likely in the "
          "ten surveys of one county from 2019 to 2023"),
      assumed_of_survey(
          "survey.coverage_drift_spread", Distribution::fixed(0.005), "factor",
          "steady change of coverage in a half-year before anything is seen: a percent a year either way"),
      assumed_of_survey(
          "survey.coverage_drift_damping", Distribution::uniform(0.6, 1.0), "share",
          "a drift of coverage fades when the resident projections are re-based; damped trend of Gardner & "
          "McKenzie 1985, range assumed"),
      assumed_of_survey(
          "insured.elasticity", Distribution::triangular(0.3, 0.7, 1.0), "factor",
          "relative change of insured persons at workplaces for one of resident employees: commuters and large "
          "employers loosen the tie"),
      assumed_of_survey("insured.temporary_weight", Distribution::triangular(0.1, 0.3, 0.5), "share",
                        "temporary and daily employees are insured in part"),
      assumed_of_survey("insured.volatility", Distribution::lognormal(0.037, 0.35), "per_root_year",
                        "changes of one county's members by +7.0 % and -0.5 % in two years, shrunk towards 3 % a year"),
  };
}

}  // namespace jobcast::plan
