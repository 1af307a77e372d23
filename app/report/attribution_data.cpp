#include "app/report/attribution_report.hpp"
#include "app/report/csv.hpp"
#include "app/report/forecast_json.hpp"
#include "app/report/numbers.hpp"

namespace jobcast::app {
namespace {

using Json = nlohmann::ordered_json;

std::string outcome_name(std::size_t outcome) {
  if (outcome == attribution::at_work) return "at_work_in_reference_week";
  if (outcome == attribution::additional) return "additional_employed";
  return plan::indicator_names[outcome];
}

Json effects_json(const attribution::Effects& effects) {
  Json json;
  for (std::size_t outcome = 0; outcome < attribution::outcome_count; ++outcome) {
    const auto& effect = effects[outcome];
    json[outcome_name(outcome)] = {{"mean", json_number(effect.mean)},
                                   {"p05", json_number(effect.p05)},
                                   {"p95", json_number(effect.p95)},
                                   {"monte_carlo_error", json_number(effect.monte_carlo_error)}};
  }
  return json;
}

Json optional_json(const std::optional<double>& value) { return value ? json_number(*value) : Json(); }

Json part_json(const attribution::PartEffect& part) {
  Json json{{"id", part.part.id},
            {"name", part.part.name.ko},
            {"name_en", part.part.name.en},
            {"programmes", part.part.programmes.size()},
            {"plan_jobs", json_number(part.part.jobs)},
            {"won", json_number(part.part.won)},
            {"last", effects_json(part.last)}};
  if (part.shared) json["shapley"] = effects_json(*part.shared);
  json["won_per_additional_employed"] = optional_json(attribution::won_per_person(part));
  json["won_per_point"] = optional_json(attribution::won_per_unit(part, plan::Indicator::Id::employment_rate_15_64));
  return json;
}

void add_rows(Csv& csv, const std::string& grouping, const std::string& part, const std::string& how,
              const attribution::Effects& effects) {
  for (std::size_t outcome = 0; outcome < attribution::outcome_count; ++outcome) {
    const auto& effect = effects[outcome];
    csv.add(std::vector<std::string>{grouping, part, outcome_name(outcome), how, shortest(effect.mean),
                                     shortest(effect.p05), shortest(effect.p95), shortest(effect.monte_carlo_error)});
  }
}

}  // namespace

Json attribution_json(const plan::Plan& plan, const attribution::Attribution& attribution) {
  Json document{{"schema", "jobcast.attribution/1"},
                {"plan", plan.id},
                {"seed", attribution.seed},
                {"draws", attribution.draws},
                {"survey_error_points", json_number(attribution.survey_error)},
                {"groups", Json::array()}};
  for (const auto& group : attribution.groups) {
    Json parts = Json::array();
    for (const auto& part : group.parts) parts.push_back(part_json(part));
    document["groups"].push_back({{"by", attribution::name_of(group.grouping)},
                                  {"whole", effects_json(group.whole)},
                                  {"all_orders", group.all_orders},
                                  {"parts", std::move(parts)}});
  }
  return document;
}

std::string attribution_csv(const attribution::Attribution& attribution) {
  Csv csv({"grouping", "part", "outcome", "how", "mean", "p05", "p95", "monte_carlo_error"});
  for (const auto& group : attribution.groups) {
    const std::string grouping(attribution::name_of(group.grouping));
    add_rows(csv, grouping, "", "whole", group.whole);
    for (const auto& part : group.parts) {
      add_rows(csv, grouping, part.part.id, "last", part.last);
      if (part.shared) add_rows(csv, grouping, part.part.id, "shapley", *part.shared);
    }
  }
  return csv.text();
}

}  // namespace jobcast::app
