#include "app/report/csv.hpp"
#include "app/report/forecast_json.hpp"
#include "app/report/numbers.hpp"
#include "app/report/skill_report.hpp"

namespace jobcast::app {
namespace {

using Json = nlohmann::ordered_json;

std::string origin_name(const std::optional<panel::HalfYear>& origin) { return origin ? origin->name() : "all"; }

Json score_json(const panel::ModelScore& row) {
  return {{"origin", origin_name(row.origin)},
          {"model", name_of(row.model)},
          {"n", row.score.n},
          {"crps", json_number(row.score.crps)},
          {"mae", json_number(row.score.mae)},
          {"bias", json_number(row.score.bias)},
          {"coverage_50", json_number(row.score.coverage_50)},
          {"coverage_80", json_number(row.score.coverage_80)},
          {"coverage_90", json_number(row.score.coverage_90)}};
}

Json forecast_row(const panel::Skill& skill, const panel::AreaForecast& row) {
  return {{"area", skill.areas[row.area]},
          {"origin", row.origin.name()},
          {"target", row.target.name()},
          {"model", name_of(row.model)},
          {"mean", json_number(row.rate.mean)},
          {"sd", json_number(row.rate.sd)},
          {"p10", json_number(tenth_percentile(row.rate))},
          {"p90", json_number(ninetieth_percentile(row.rate))},
          {"observed", json_number(row.observed.value_or(panel::not_published))}};
}

Json estimate_json(const panel::BandEstimate& row) {
  return {{"origin", row.origin.name()},
          {"age_group", row.band},
          {"measurement_sd", json_number(row.measurement)},
          {"sample_sd", json_number(row.sample)},
          {"innovation_sd", json_number(row.innovation)},
          {"level_sd", json_number(row.level)},
          {"common_sd", json_number(row.common)},
          {"drift", json_number(row.drift)},
          {"season", json_number(row.season)}};
}

}  // namespace

std::string model_label(panel::Model model, const Catalogue& words) {
  switch (model) {
    case panel::Model::last_value:
      return words.text("skill.last_value");
    case panel::Model::local_level:
      return words.text("skill.local_level");
    case panel::Model::drift:
      return words.text("skill.drift");
    case panel::Model::jobcast:
      break;
  }
  return "jobcast";
}

double tenth_percentile(const panel::RateForecast& rate) { return rate.mean - panel::half_width_80 * rate.sd; }
double ninetieth_percentile(const panel::RateForecast& rate) { return rate.mean + panel::half_width_80 * rate.sd; }

Json skill_json(const panel::Skill& skill) {
  Json document{{"schema", "jobcast.skill/1"}, {"age_group", skill.age_group}, {"areas", skill.chosen_areas}};
  document["scores"] = Json::array();
  for (const auto& row : skill.scores) document["scores"].push_back(score_json(row));
  document["forecasts"] = Json::array();
  for (const auto& row : skill.forecasts) document["forecasts"].push_back(forecast_row(skill, row));
  document["estimates"] = Json::array();
  for (const auto& row : skill.estimates) document["estimates"].push_back(estimate_json(row));
  return document;
}

std::string skill_csv(const panel::Skill& skill) {
  Csv csv({"record", "area", "origin", "target", "model", "measure", "value"});
  const auto add = [&](std::string record, std::string area, std::string origin, std::string target, std::string model,
                       std::string measure, double value) {
    csv.add(std::vector<std::string>{std::move(record), std::move(area), std::move(origin), std::move(target),
                                     std::move(model), std::move(measure), shortest(value)});
  };
  const auto add_all = [&](const char* record, const std::string& area, const std::string& target, const Json& row) {
    for (const auto& [measure, value] : row.items()) {
      if (!value.is_number() && !value.is_null()) continue;
      add(record, area, row.value("origin", ""), target, row.value("model", ""), measure,
          value.is_null() ? panel::not_published : value.get<double>());
    }
  };
  for (const auto& row : skill.scores) add_all("score", "", "", score_json(row));
  for (const auto& row : skill.forecasts) {
    add_all("forecast", skill.areas[row.area], row.target.name(), forecast_row(skill, row));
  }
  for (const auto& row : skill.estimates) add_all("estimate", row.band, "", estimate_json(row));
  return csv.text();
}

}  // namespace jobcast::app
