#include "app/report/backtest_report.hpp"
#include "app/report/csv.hpp"
#include "app/report/forecast_json.hpp"
#include "app/report/numbers.hpp"

namespace jobcast::app {
namespace {

using Json = nlohmann::ordered_json;

std::string name_of(backtest::Subject subject) {
  return std::string(backtest::subject_names[static_cast<std::size_t>(subject)]);
}
std::string name_of(backtest::Method method) {
  return std::string(backtest::method_names[static_cast<std::size_t>(method)]);
}

Json score_json(const backtest::MethodScore& row) {
  return {{"subject", name_of(row.subject)},
          {"ages", row.ages.empty() ? "all" : row.ages},
          {"ahead", row.ahead ? Json(*row.ahead) : Json("all")},
          {"method", name_of(row.method)},
          {"n", row.score.n},
          {"crps", json_number(row.score.crps)},
          {"mae", json_number(row.score.mae)},
          {"bias", json_number(row.score.bias)},
          {"coverage_50", json_number(row.score.coverage_50)},
          {"coverage_80", json_number(row.score.coverage_80)},
          {"coverage_90", json_number(row.score.coverage_90)}};
}

Json hindcast_json(const backtest::Hindcast& row) {
  const auto& predicted = row.predicted;
  return {{"subject", name_of(row.subject)},
          {"ages", row.ages},
          {"origin", row.origin},
          {"target", row.target},
          {"ahead", row.ahead},
          {"method", name_of(row.method)},
          {"mean", json_number(predicted.mean)},
          {"sd", json_number(predicted.sd)},
          {"p05", json_number(predicted.p05)},
          {"p10", json_number(predicted.p10)},
          {"p25", json_number(predicted.p25)},
          {"p75", json_number(predicted.p75)},
          {"p90", json_number(predicted.p90)},
          {"p95", json_number(predicted.p95)},
          {"crps", json_number(predicted.crps)},
          {"observed", json_number(row.observed)}};
}

std::string word(const Json& row, const char* key) {
  if (!row.contains(key)) return {};
  return row[key].is_string() ? row[key].get<std::string>() : row[key].dump();
}

}  // namespace

Json backtest_json(const plan::Plan& plan, const backtest::Backtest& backtest, const backtest::Settings& settings) {
  Json document{{"schema", "jobcast.backtest/1"},
                {"plan", plan.id},
                {"as_of", time::to_string(plan.as_of)},
                {"seed", settings.seed},
                {"population_draws", settings.population_draws},
                {"labour_members", settings.labour_members}};
  document["left_out"] = backtest.left_out;
  document["monthly_draws"] = settings.monthly_draws;
  document["monthly_left_out"] = Json::array();
  for (const auto& row : backtest.monthly_left_out) {
    document["monthly_left_out"].push_back(
        {{"origin", row.origin}, {"reason", backtest::no_monthly_names[static_cast<std::size_t>(row.why)]}});
  }
  document["usual_coverage_80"] =
      backtest.usual_coverage ? Json{{"low", backtest.usual_coverage->low}, {"high", backtest.usual_coverage->high}}
                              : Json(nullptr);
  document["scores"] = Json::array();
  for (const auto& row : backtest.scores) {
    if (row.score.n > 0) document["scores"].push_back(score_json(row));
  }
  document["hindcasts"] = Json::array();
  for (const auto& row : backtest.hindcasts) document["hindcasts"].push_back(hindcast_json(row));
  return document;
}

std::string backtest_csv(const backtest::Backtest& backtest) {
  Csv csv({"record", "subject", "ages", "origin", "target", "ahead", "method", "measure", "value"});
  const auto add_all = [&](const char* record, const Json& row) {
    for (const auto& [measure, value] : row.items()) {
      if (measure == "ahead" || !(value.is_number() || value.is_null())) continue;
      csv.add(std::vector<std::string>{record, word(row, "subject"), word(row, "ages"), word(row, "origin"),
                                       word(row, "target"), word(row, "ahead"), word(row, "method"), measure,
                                       value.is_null() ? "" : shortest(value.get<double>())});
    }
  };
  for (const auto& row : backtest.scores) {
    if (row.score.n > 0) add_all("score", score_json(row));
  }
  for (const auto& row : backtest.hindcasts) add_all("hindcast", hindcast_json(row));
  return csv.text();
}

}  // namespace jobcast::app
