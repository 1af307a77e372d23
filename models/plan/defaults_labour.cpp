#include "models/plan/defaults.hpp"

namespace jobcast::plan {
namespace {

using random::Distribution;
using Kind = Provenance::Kind;

Value assumed_of_labour(std::string name, Distribution distribution, std::string unit, std::string why) {
  return engine_default("labour." + std::move(name), distribution, std::move(unit), Kind::assumption, std::move(why));
}
Value derived_for_labour(std::string name, Distribution distribution, std::string unit, std::string source) {
  return engine_default("labour." + std::move(name), distribution, std::move(unit), Kind::reference, std::move(source));
}

/// How fast people move (docs/models/labour.md, section 3). Levels are the county's; only speeds come from here.
void add_speeds(std::vector<Value>& values) {
  // The matrix logarithm of the published monthly shares: E>U 0.9, E>I 2.8, U>E 31.6, U>I 16.9, I>E 5.5, I>U 1.8 %.
  const std::string flows =
      "monthly gross flows of the nation, mean 2000-2018 (Bank of Korea 2019, from the Economically Active Population "
      "Survey), as hazards";
  values.push_back(derived_for_labour("hazard_employed_to_inactive", Distribution::fixed(0.0285), "per month", flows));
  values.push_back(derived_for_labour("hazard_unemployed_to_employed", Distribution::fixed(0.436), "per month", flows));
  values.push_back(derived_for_labour("hazard_unemployed_to_inactive", Distribution::fixed(0.235), "per month", flows));
  values.push_back(assumed_of_labour("turnover_shrink", Distribution::triangular(0.5, 0.65, 0.8), "factor",
                                     "panel flows overstate mobility, because a wrong answer looks like a move"));

  const std::string ages = "leaving work by age against the nation's mean: the young and the old leave sooner";
  values.push_back(assumed_of_labour("exit_15_29", Distribution::triangular(1.3, 1.8, 2.5), "factor", ages));
  values.push_back(assumed_of_labour("exit_30_49", Distribution::triangular(0.6, 0.8, 1.0), "factor", ages));
  values.push_back(assumed_of_labour("exit_50_64", Distribution::triangular(0.7, 0.9, 1.1), "factor", ages));
  values.push_back(assumed_of_labour("exit_65_over", Distribution::triangular(1.0, 1.4, 2.0), "factor", ages));
  values.push_back(assumed_of_labour("exit_women", Distribution::triangular(1.0, 1.3, 1.6), "factor",
                                     "women leave work for the household more often than men"));

  const std::string status = "leaving work by status: contracts that end against own farms and shops, which go on";
  values.push_back(assumed_of_labour("exit_regular", Distribution::triangular(0.35, 0.5, 0.7), "factor", status));
  values.push_back(assumed_of_labour("exit_temporary", Distribution::triangular(1.5, 2.0, 2.7), "factor", status));
  values.push_back(assumed_of_labour("exit_self_employed", Distribution::triangular(0.4, 0.6, 0.8), "factor", status));
  values.push_back(assumed_of_labour("regular_retirement", Distribution::triangular(1.2, 2.0, 3.0), "factor",
                                     "the statutory retirement age of 60 ends regular contracts"));

  const std::string moves = "a few percent of the employed change status in a year";
  values.push_back(
      assumed_of_labour("move_regular_temporary", Distribution::triangular(0.01, 0.02, 0.03), "per month", moves));
  values.push_back(assumed_of_labour("move_temporary_self_employed", Distribution::triangular(0.005, 0.01, 0.02),
                                     "per month", moves));
  values.push_back(assumed_of_labour("move_regular_self_employed", Distribution::triangular(0.002, 0.005, 0.01),
                                     "per month", moves));
}

/// How far employment strays from year to year and how well a survey sees it (section 4).
void add_straying(std::vector<Value>& values) {
  const std::string panel =
      "moments of annual and two-year changes of some 75 counties, Local Area Labour Force Survey (KOSIS), 2013-2023";
  values.push_back(derived_for_labour("measurement_15_29", Distribution::fixed(4.3), "points", panel));
  values.push_back(derived_for_labour("measurement_30_49", Distribution::fixed(1.7), "points", panel));
  values.push_back(derived_for_labour("measurement_50_64", Distribution::fixed(1.4), "points", panel));
  values.push_back(derived_for_labour("measurement_65_over", Distribution::fixed(1.6), "points", panel));
  values.push_back(derived_for_labour("innovation_15_29", Distribution::fixed(2.6), "points a year", panel));
  values.push_back(derived_for_labour("innovation_30_49", Distribution::fixed(1.7), "points a year", panel));
  values.push_back(derived_for_labour("innovation_50_64", Distribution::fixed(1.4), "points a year", panel));
  values.push_back(derived_for_labour("innovation_65_over", Distribution::fixed(2.7), "points a year", panel));
  values.push_back(derived_for_labour("innovation_15_64", Distribution::fixed(1.27), "points a year", panel));
  values.push_back(
      assumed_of_labour("innovation_weight", Distribution::fixed(30.0), "years",
                        "variance of ten years' changes, most of it survey error, is good to a factor of two"));

  // A local linear trend fitted to the 76 counties together by maximum likelihood. No drift is what fits best under 65.
  const std::string under_65 = "no drift is likeliest over the counties' histories; a little is left open";
  values.push_back(assumed_of_labour("drift_spread_15_29", Distribution::fixed(0.3), "points a year", under_65));
  values.push_back(assumed_of_labour("drift_spread_30_49", Distribution::fixed(0.2), "points a year", under_65));
  values.push_back(assumed_of_labour("drift_spread_50_64", Distribution::fixed(0.2), "points a year", under_65));
  values.push_back(
      derived_for_labour("drift_spread_65_over", Distribution::fixed(0.7), "points a year",
                         "maximum likelihood over 76 counties, Local Area Labour Force Survey (KOSIS), 2013-2023"));
  values.push_back(
      assumed_of_labour("drift_persistence", Distribution::fixed(0.9), "share a year",
                        "the counties' histories tell 0.8 from 1 by one unit of log-likelihood; forecasts damp"));

  values.push_back(
      derived_for_labour("season_difference", Distribution::normal(0.4, 0.5), "points",
                         "October less April, rate of 15-64 in the county, 2017-2023; none over all counties"));
  values.push_back(assumed_of_labour("sex_gap_innovation", Distribution::fixed(0.06), "log-odds a year",
                                     "about one point a year between the rates of women and men"));
  values.push_back(assumed_of_labour("regular_innovation", Distribution::fixed(0.06), "log-odds a year",
                                     "regular employees are 34-36 % of the employed: a little over one point a year"));
}

void add_shocks(std::vector<Value>& values) {
  values.push_back(
      assumed_of_labour("shock_to_unemployed", Distribution::triangular(0.2, 0.35, 0.5), "share",
                        "of people who leave work in a month one in four is seen looking for work; after a closure "
                        "more are"));
  values.push_back(derived_for_labour(
      "shock_persistence", Distribution::triangular(0.3, 0.5, 0.8), "share",
      "re-employed within a year of separation: 53 % at 25-54, 33 % at 55-74 (KERI 22-02, from the labour "
      "panel); the rest stays out"));
}

}  // namespace

std::vector<Value> default_labour_values() {
  std::vector<Value> values;
  add_speeds(values);
  add_straying(values);
  add_shocks(values);
  return values;
}

}  // namespace jobcast::plan
