#include "app/report/calibration_report.hpp"
#include "app/report/csv.hpp"
#include "app/report/forecast_json.hpp"
#include "app/report/numbers.hpp"

namespace jobcast::app {
namespace {

using calibration::Calibration;
using calibration::Check;
using calibration::Tempered;
using Json = nlohmann::ordered_json;

Json tempered_json(const std::optional<Tempered>& tempered) {
  if (!tempered) return nullptr;
  return {{"exponents", tempered->exponents},
          {"effective_members", tempered->effective},
          {"acceptance", tempered->acceptance},
          {"distinct_ancestors", tempered->distinct_ancestors}};
}

std::optional<Tempered> tempered_of(const Json& json) {
  if (json.is_null()) return std::nullopt;
  Tempered tempered;
  tempered.exponents = json.at("exponents").get<std::vector<double>>();
  tempered.effective = json.at("effective_members").get<std::vector<double>>();
  tempered.acceptance = json.at("acceptance").get<std::vector<double>>();
  tempered.distinct_ancestors = json.at("distinct_ancestors").get<int>();
  return tempered;
}

Json parameter_json(const calibration::Parameter& row) {
  return {{"column", row.column},
          {"prior_mean", json_number(row.prior_mean)},
          {"prior_sd", json_number(row.prior_sd)},
          {"mean", json_number(row.mean)},
          {"sd", json_number(row.sd)},
          {"p05", json_number(row.p05)},
          {"p95", json_number(row.p95)},
          {"told", json_number(row.told())}};
}

Json figure_json(const calibration::FigureCheck& row) {
  return {{"figure", row.what},
          {"period", row.period},
          {"observed", json_number(row.observed)},
          {"expected", json_number(row.expected)},
          {"sd", json_number(row.sd)},
          {"score", json_number(row.score)}};
}

Json status_json(const calibration::StatusRecord& row) {
  return {{"share", row.what},
          {"surveys", row.surveys},
          {"first", row.first},
          {"last", row.last},
          {"first_percent", json_number(row.first_percent)},
          {"last_percent", json_number(row.last_percent)},
          {"chance_sd", json_number(row.chance_sd)}};
}

}  // namespace

Json calibration_json(const plan::Plan& plan, const Calibration& calibration) {
  Json document{{"schema", "jobcast.calibration/1"},
                {"plan", plan.id},
                {"as_of", time::to_string(plan.as_of)},
                {"method", "tempered sequential Monte Carlo with the path of employment integrated out"},
                {"seed", calibration.seed},
                {"members", calibration.members},
                {"until", calibration.until},
                {"surveys", calibration.surveys},
                {"figures", calibration.figures},
                {"labour", tempered_json(calibration.labour)},
                {"vital", tempered_json(calibration.vital)}};
  document["parameters"] = Json::array();
  for (const auto& row : calibration.parameters) document["parameters"].push_back(parameter_json(row));
  document["columns"] = Json::object();
  for (const auto& [column, members] : calibration.columns) document["columns"][column] = members;
  return document;
}

Calibration calibration_of(const Json& document) {
  Calibration calibration{.members = document.at("members").get<int>(),
                          .seed = document.at("seed").get<std::uint64_t>(),
                          .until = document.at("until").get<std::string>(),
                          .surveys = document.at("surveys").get<int>(),
                          .figures = document.at("figures").get<int>(),
                          .labour = tempered_of(document.at("labour")),
                          .vital = tempered_of(document.at("vital"))};
  for (const auto& row : document.at("parameters")) {
    calibration.parameters.push_back({.column = row.at("column").get<std::string>(),
                                      .prior_mean = row.at("prior_mean").get<double>(),
                                      .prior_sd = row.at("prior_sd").get<double>(),
                                      .mean = row.at("mean").get<double>(),
                                      .sd = row.at("sd").get<double>(),
                                      .p05 = row.at("p05").get<double>(),
                                      .p95 = row.at("p95").get<double>()});
  }
  for (const auto& [column, members] : document.at("columns").items()) {
    calibration.columns.emplace(column, members.get<std::vector<double>>());
  }
  return calibration;
}

std::string calibration_csv(const Calibration& calibration) {
  Csv csv({"column", "measure", "value"});
  for (const auto& row : calibration.parameters) {
    for (const auto& [measure, value] : parameter_json(row).items()) {
      if (!value.is_number()) continue;
      csv.add(std::vector<std::string>{row.column, measure, shortest(value.get<double>())});
    }
  }
  return csv.text();
}

Json check_json(const plan::Plan& plan, const Calibration& calibration, const Check& check) {
  Json document{{"schema", "jobcast.check-calibration/1"},
                {"plan", plan.id},
                {"until", calibration.until},
                {"members", calibration.members},
                {"sound", check.sound},
                {"collapsed", check.collapsed},
                {"least_effective_share", json_number(check.least_effective)},
                {"distinct_ancestors_share", json_number(check.distinct)},
                {"least_acceptance", json_number(check.least_acceptance)},
                {"figures_beyond_90", check.beyond_90}};
  document["ranks"] = Json::array();
  for (const auto& row : check.ranks) {
    document["ranks"].push_back({{"column", row.column},
                                 {"histogram", row.histogram},
                                 {"p_value", json_number(row.p_value)},
                                 {"passes", row.passes}});
  }
  document["figures"] = Json::array();
  for (const auto& row : check.figures) document["figures"].push_back(figure_json(row));
  document["status"] = Json::array();
  for (const auto& row : check.status) document["status"].push_back(status_json(row));
  document["parameters"] = Json::array();
  for (const auto& row : calibration.parameters) document["parameters"].push_back(parameter_json(row));
  return document;
}

std::string check_csv(const Calibration& calibration, const Check& check) {
  Csv csv({"record", "name", "period", "measure", "value"});
  const auto add = [&](const char* record, const std::string& name, const std::string& period, const Json& row) {
    for (const auto& [measure, value] : row.items()) {
      if (value.is_number()) {
        csv.add(std::vector<std::string>{record, name, period, measure, shortest(value.get<double>())});
      }
    }
  };
  for (const auto& row : check.ranks)
    add("rank", row.column, "", {{"p_value", row.p_value}, {"passes", row.passes ? 1 : 0}});
  for (const auto& row : check.figures) add("figure", row.what, row.period, figure_json(row));
  for (const auto& row : check.status) add("status", row.what, row.last, status_json(row));
  for (const auto& row : calibration.parameters) add("parameter", row.column, "", parameter_json(row));
  return csv.text();
}

}  // namespace jobcast::app
