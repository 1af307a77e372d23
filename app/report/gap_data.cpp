#include "app/report/csv.hpp"
#include "app/report/forecast_json.hpp"
#include "app/report/gap_report.hpp"
#include "app/report/names.hpp"
#include "app/report/numbers.hpp"

namespace jobcast::app {
namespace {

using Json = nlohmann::ordered_json;

Json optional_json(const std::optional<double>& value) { return value ? json_number(*value) : Json(); }

std::string optional_text(const std::optional<double>& value) { return value ? shortest(*value) : ""; }

std::string status_of(const gap::PersonsNeed& need) {
  if (!need.persons) return "out_of_reach";
  return *need.persons > 0.0 ? "needed" : "met_already";
}

std::string status_of(const gap::MoneyNeed& need) {
  if (need.already) return "met_already";
  return need.reached ? "needed" : "out_of_reach";
}

std::string obstacle_of(const gap::MoneyNeed& need) {
  switch (need.obstacle) {
    case gap::Obstacle::no_effect:
      return "no_effect";
    case gap::Obstacle::saturated:
      return "saturated";
    case gap::Obstacle::too_small:
      return "too_small";
    case gap::Obstacle::none:
      break;
  }
  return "";
}

Json chance_json(const gap::Chance& chance) {
  return {{"value", json_number(chance.value)}, {"monte_carlo_error", json_number(chance.monte_carlo_error)}};
}

Json persons_json(const gap::PersonsNeed& need) {
  return {{"chance_wanted", json_number(need.chance)},
          {"status", status_of(need)},
          {"persons", optional_json(need.persons)},
          {"low", optional_json(need.low)},
          {"high", optional_json(need.high)}};
}

Json money_json(const gap::MoneyNeed& need) {
  Json json{{"purse", lever_id(need.lever)},
            {"won_now", json_number(need.won_now)},
            {"status", status_of(need)},
            {"ratio", json_number(need.ratio)},
            {"won", json_number(need.won)},
            {"low", optional_json(need.low)},
            {"high", optional_json(need.high)},
            {"additional_employed",
             {{"mean", json_number(need.persons.mean)},
              {"p05", json_number(need.persons.p05)},
              {"p95", json_number(need.persons.p95)},
              {"monte_carlo_error", json_number(need.persons.monte_carlo_error)}}},
            {"chance", chance_json(need.chance)},
            {"unfilled_share", json_number(need.unfilled)}};
  const auto obstacle = obstacle_of(need);
  json["obstacle"] = obstacle.empty() ? Json() : Json(obstacle);
  return json;
}

void add_persons(Csv& csv, const gap::PersonsNeed& need) {
  csv.add(std::vector<std::string>{"persons", "", shortest(need.chance), status_of(need), optional_text(need.persons),
                                   optional_text(need.low), optional_text(need.high), "", "", ""});
}

}  // namespace

std::string lever_id(const gap::Lever& lever) {
  if (lever.sector) return "sector:" + std::string(id_of(*lever.sector));
  if (lever.source) return "source:" + std::string(id_of(*lever.source));
  return "whole";
}

Json gap_json(const plan::Plan& plan, const scenario::Scenario& scenario, const gap::Gap& gap) {
  Json document{{"schema", "jobcast.gap/1"},
                {"plan", plan.id},
                {"scenario", scenario.id},
                {"seed", gap.seed},
                {"draws", gap.draws},
                {"indicator", plan::name_of(gap.target)},
                {"target", json_number(plan.indicator(gap.target).target)},
                {"chance_wanted", json_number(gap.wanted)},
                {"chance_now", chance_json(gap.now)},
                {"mean_truth", json_number(gap.mean_truth)},
                {"survey_error", json_number(gap.survey_error)},
                {"persons", persons_json(gap.persons)},
                {"most_persons", json_number(gap.everybody)},
                {"highest_chance", chance_json(gap.highest)},
                {"persons_by_chance", Json::array()},
                {"money", Json::array()}};
  for (const auto& need : gap.table) document["persons_by_chance"].push_back(persons_json(need));
  for (const auto& need : gap.money) document["money"].push_back(money_json(need));
  return document;
}

std::string gap_csv(const gap::Gap& gap) {
  Csv csv({"what", "part", "chance_wanted", "status", "amount", "low", "high", "additional_employed", "chance",
           "monte_carlo_error"});
  add_persons(csv, gap.persons);
  for (const auto& need : gap.table) add_persons(csv, need);
  for (const auto& need : gap.money) {
    csv.add(std::vector<std::string>{"won", lever_id(need.lever), shortest(gap.wanted), status_of(need),
                                     shortest(need.won), optional_text(need.low), optional_text(need.high),
                                     shortest(need.persons.mean), shortest(need.chance.value),
                                     shortest(need.chance.monte_carlo_error)});
  }
  return csv.text();
}

}  // namespace jobcast::app
