#include "app/report/csv.hpp"
#include "app/report/forecast_json.hpp"
#include "app/report/numbers.hpp"
#include "app/report/optimise_report.hpp"

namespace jobcast::app {
namespace {

using Json = nlohmann::ordered_json;
using optimise::Limit;
using optimise::Optimum;
using optimise::Simulated;
using response::Difference;

std::string verdict_id(optimise::Verdict verdict) {
  switch (verdict) {
    case optimise::Verdict::improved:
      return "improved";
    case optimise::Verdict::nothing_better:
      return "nothing_better";
    case optimise::Verdict::worse:
      return "plan_kept";
    case optimise::Verdict::reduced:
      break;
  }
  return "plan_breaks_limits";
}

std::string limit_id(const Limit& limit) {
  switch (limit.kind) {
    case Limit::Kind::budget:
      return "budget";
    case Limit::Kind::general_floor:
      return "general_floor";
    case Limit::Kind::general_cap:
      return "general_cap";
    case Limit::Kind::kept:
      return "kept:" + std::string(optimise::part_names[static_cast<std::size_t>(limit.part)]) + ":" + limit.id;
    case Limit::Kind::floor:
      return "floor:" + std::string(optimise::part_names[static_cast<std::size_t>(limit.part)]) + ":" + limit.id;
    case Limit::Kind::cap:
      break;
  }
  return "cap:" + std::string(optimise::part_names[static_cast<std::size_t>(limit.part)]) + ":" + limit.id;
}

Json difference_json(const Difference& difference) {
  return {{"mean", json_number(difference.mean)},
          {"p05", json_number(difference.p05)},
          {"p95", json_number(difference.p95)},
          {"monte_carlo_error", json_number(difference.monte_carlo_error)}};
}

Json chance_json(const Difference& difference) {
  return {{"mean", json_number(difference.mean)}, {"monte_carlo_error", json_number(difference.monte_carlo_error)}};
}

/// A chance has no interval over draws.
Json goal_change_json(const Optimum& optimum, const Difference& difference) {
  return optimum.goal.kind == optimise::Goal::Kind::chance ? chance_json(difference) : difference_json(difference);
}

Json simulated_json(const Optimum& optimum, const Simulated& simulated) {
  Json json{{"county_won", json_number(simulated.county_won)},
            {"all_won", json_number(simulated.all_won)},
            {"goal", json_number(simulated.goal)},
            {"goal_change", goal_change_json(optimum, simulated.goal_change)},
            {"chance", json_number(simulated.chance)},
            {"chance_change", chance_json(simulated.chance_change)}};
  for (std::size_t i = 0; i < plan::indicator_names.size(); ++i) {
    json["indicators"][plan::indicator_names[i]] = {{"mean", json_number(simulated.truth[i])},
                                                    {"change", difference_json(simulated.truth_change[i])}};
  }
  json["youth_employed"] = {{"mean", json_number(simulated.youth)},
                            {"change", difference_json(simulated.youth_change)}};
  json["seniors_employed"] = {{"mean", json_number(simulated.seniors)},
                              {"change", difference_json(simulated.seniors_change)}};
  json["additional_employed_change"] = difference_json(simulated.additional_change);
  return json;
}

void add(Csv& csv, const std::string& what, const std::string& id, const std::string& measure,
         const std::string& parameter, double value) {
  csv.add(std::vector<std::string>{what, id, measure, parameter, shortest(value), "", "", ""});
}

void add(Csv& csv, const std::string& what, const std::string& id, const std::string& measure,
         const std::string& parameter, const Difference& difference, bool interval = true) {
  csv.add(std::vector<std::string>{what, id, measure, parameter, shortest(difference.mean),
                                   interval ? shortest(difference.p05) : "", interval ? shortest(difference.p95) : "",
                                   shortest(difference.monte_carlo_error)});
}

void add_simulated(Csv& csv, const std::string& what, const std::string& id, const std::string& parameter,
                   const Optimum& optimum, const Simulated& simulated) {
  const bool interval = optimum.goal.kind != optimise::Goal::Kind::chance;
  add(csv, what, id, "county_won", parameter, simulated.county_won);
  add(csv, what, id, "all_won", parameter, simulated.all_won);
  add(csv, what, id, "goal", parameter, simulated.goal);
  add(csv, what, id, "goal_change", parameter, simulated.goal_change, interval);
  add(csv, what, id, "chance", parameter, simulated.chance);
  add(csv, what, id, "chance_change", parameter, simulated.chance_change, false);
  add(csv, what, id, "youth_employed", parameter, simulated.youth);
  add(csv, what, id, "youth_employed_change", parameter, simulated.youth_change);
  add(csv, what, id, "seniors_employed", parameter, simulated.seniors);
  add(csv, what, id, "seniors_employed_change", parameter, simulated.seniors_change);
}

}  // namespace

std::string goal_id(const optimise::Goal& goal) {
  switch (goal.kind) {
    case optimise::Goal::Kind::chance:
      return "probability";
    case optimise::Goal::Kind::youth:
      return "youth";
    case optimise::Goal::Kind::seniors:
      return "seniors";
    case optimise::Goal::Kind::indicator:
      break;
  }
  return std::string(plan::name_of(goal.indicator));
}

Json optimise_json(const plan::Plan& plan, const Optimum& optimum) {
  Json document{{"schema", "jobcast.optimise/1"},
                {"plan", plan.id},
                {"seed", optimum.seed},
                {"draws", optimum.draws},
                {"response_draws", optimum.response_draws},
                {"maximised", goal_id(optimum.goal)},
                {"target", plan::name_of(optimum.target)},
                {"verdict", verdict_id(optimum.verdict)},
                {"predicted_change", json_number(optimum.predicted)},
                {"survey_error", json_number(optimum.survey_error)},
                {"plan_as_written", simulated_json(optimum, optimum.plan)},
                {"best", simulated_json(optimum, optimum.best)},
                {"even_spread", optimum.even ? simulated_json(optimum, *optimum.even) : Json()},
                {"programmes", Json::array()},
                {"shadow_prices", Json::array()}};
  for (std::size_t row = 0; row < plan.programmes.size(); ++row) {
    if (!(optimum.plan.county[row] > 0.0)) continue;
    const auto& programme = plan.programmes[row];
    document["programmes"].push_back({{"id", programme.id},
                                      {"name", programme.name.ko},
                                      {"name_en", programme.name.en},
                                      {"county_won_before", json_number(optimum.plan.county[row])},
                                      {"county_won", json_number(optimum.best.county[row])}});
  }
  for (const auto& price : optimum.prices) {
    document["shadow_prices"].push_back(
        {{"limit", limit_id(optimum.limits[price.limit])}, {"goal_per_100_million_won", json_number(price.worth)}});
  }
  if (optimum.front_kind == optimise::FrontKind::none) return document;
  const bool money = optimum.front_kind == optimise::FrontKind::money;
  document["front"] = {{"kind", money ? "money" : "youth-seniors"},
                       {"parameter", money ? "budget_ratio" : "weight_of_youth"},
                       {"points", Json::array()}};
  for (const auto& point : optimum.front) {
    Json json{
        {"parameter", json_number(point.parameter)}, {"feasible", point.feasible}, {"dominated", point.dominated}};
    if (point.feasible) json["simulated"] = simulated_json(optimum, point.simulated);
    document["front"]["points"].push_back(std::move(json));
  }
  return document;
}

std::string optimise_csv(const plan::Plan& plan, const Optimum& optimum) {
  Csv csv({"what", "id", "measure", "parameter", "value", "p05", "p95", "monte_carlo_error"});
  add_simulated(csv, "plan", "", "", optimum, optimum.plan);
  add_simulated(csv, "best", "", "", optimum, optimum.best);
  if (optimum.even) add_simulated(csv, "even_spread", "", "", optimum, *optimum.even);
  for (std::size_t i = 0; i < plan::indicator_names.size(); ++i) {
    add(csv, "best", plan::indicator_names[i], "truth", "", optimum.best.truth[i]);
    add(csv, "best", plan::indicator_names[i], "truth_change", "", optimum.best.truth_change[i]);
  }
  for (std::size_t row = 0; row < plan.programmes.size(); ++row) {
    if (!(optimum.plan.county[row] > 0.0)) continue;
    add(csv, "programme", plan.programmes[row].id, "county_won_before", "", optimum.plan.county[row]);
    add(csv, "programme", plan.programmes[row].id, "county_won", "", optimum.best.county[row]);
  }
  for (const auto& price : optimum.prices) {
    add(csv, "shadow_price", limit_id(optimum.limits[price.limit]), "goal_per_100_million_won", "", price.worth);
  }
  for (const auto& point : optimum.front) {
    const auto parameter = shortest(point.parameter);
    add(csv, "front", "", "feasible", parameter, point.feasible ? 1.0 : 0.0);
    if (!point.feasible) continue;
    add(csv, "front", "", "dominated", parameter, point.dominated ? 1.0 : 0.0);
    add_simulated(csv, "front", "", parameter, optimum, point.simulated);
  }
  return csv.text();
}

}  // namespace jobcast::app
