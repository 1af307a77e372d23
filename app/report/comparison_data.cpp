#include "app/report/comparison_report.hpp"
#include "app/report/csv.hpp"
#include "app/report/forecast_json.hpp"
#include "app/report/names.hpp"
#include "app/report/numbers.hpp"
#include "app/report/runs_json.hpp"

namespace jobcast::app {
namespace {

using Json = nlohmann::ordered_json;
using runs::IndicatorDifference;
using runs::PairedChance;
using runs::PairedDifference;

Json difference_json(const PairedDifference& difference) {
  return {{"first", json_number(difference.first)}, {"second", json_number(difference.second)},
          {"mean", json_number(difference.mean)},   {"sd", json_number(difference.sd)},
          {"p05", json_number(difference.p05)},     {"p50", json_number(difference.p50)},
          {"p95", json_number(difference.p95)},     {"monte_carlo_error", json_number(difference.monte_carlo_error)}};
}

Json chance_json(const PairedChance& chance) {
  return {{"first", json_number(chance.first)},
          {"second", json_number(chance.second)},
          {"change", json_number(chance.change)},
          {"monte_carlo_error", json_number(chance.monte_carlo_error)}};
}

Json indicator_json(const IndicatorDifference& row) {
  return {{"id", plan::name_of(row.id)},
          {"survey", year_and_month(row.reference_week)},
          {"reference_week", time::to_string(row.reference_week)},
          {"unit", unit_of(row.id)},
          {"target", json_number(row.target)},
          {"published", difference_json(row.published)},
          {"true", difference_json(row.truth)},
          {"published_meets_target", chance_json(row.published_meets_target)},
          {"true_meets_target", chance_json(row.true_meets_target)}};
}

void add_row(Csv& csv, const runs::Comparison& pair, const IndicatorDifference& row, const char* figure,
             const PairedDifference& difference, const PairedChance& chance) {
  std::vector<std::string> cells{pair.first.plan,
                                 pair.first.key,
                                 pair.first.scenario,
                                 pair.second.key,
                                 pair.second.scenario,
                                 std::to_string(pair.first.seed),
                                 std::to_string(pair.draws),
                                 std::string(plan::name_of(row.id)),
                                 year_and_month(row.reference_week),
                                 figure,
                                 std::string(unit_of(row.id))};
  for (const double number : {row.target, difference.first, difference.second, difference.mean, difference.sd,
                              difference.p05, difference.p50, difference.p95, difference.monte_carlo_error,
                              chance.first, chance.second, chance.change, chance.monte_carlo_error}) {
    cells.push_back(shortest(number));
  }
  csv.add(cells);
}

}  // namespace

Json comparison_pair_json(const runs::Comparison& pair) {
  Json indicators = Json::array();
  for (const auto& row : pair.indicators) indicators.push_back(indicator_json(row));
  return {
      {"first", record_json(pair.first)},   {"second", record_json(pair.second)}, {"draws", pair.draws},
      {"same_draws", !pair.other_draws},    {"same_pack", !pair.other_pack},      {"same_engine", !pair.other_engine},
      {"indicators", std::move(indicators)}};
}

std::string comparison_json(const Comparisons& comparisons) {
  Json pairs = Json::array();
  for (const auto& pair : comparisons.pairs) pairs.push_back(comparison_pair_json(pair));
  return json_text(
      {{"schema", "jobcast.compare/1"}, {"left_out", comparisons.left_out}, {"comparisons", std::move(pairs)}});
}

std::string comparison_csv(const Comparisons& comparisons) {
  Csv csv({"plan",
           "first_key",
           "first_scenario",
           "second_key",
           "second_scenario",
           "seed",
           "draws",
           "indicator",
           "survey",
           "figure",
           "unit",
           "target",
           "first_mean",
           "second_mean",
           "difference_mean",
           "difference_sd",
           "difference_p05",
           "difference_p50",
           "difference_p95",
           "difference_monte_carlo_error",
           "first_probability",
           "second_probability",
           "probability_change",
           "probability_monte_carlo_error"});
  for (const auto& pair : comparisons.pairs) {
    for (const auto& row : pair.indicators) {
      add_row(csv, pair, row, "published", row.published, row.published_meets_target);
      add_row(csv, pair, row, "true", row.truth, row.true_meets_target);
    }
  }
  return csv.text();
}

}  // namespace jobcast::app
