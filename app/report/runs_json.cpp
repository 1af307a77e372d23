#include "app/report/runs_json.hpp"

#include "app/report/forecast_json.hpp"

namespace jobcast::app {
namespace {

using Json = nlohmann::ordered_json;
constexpr auto schema = "jobcast.runs/1";

Json number_json(const std::optional<double>& number) { return number ? json_number(*number) : Json(nullptr); }

Json outcome_json(const store::Outcome& row) {
  Json outcome{{"name", row.name}, {"date", time::to_string(row.date)}, {"group", row.group}, {"sex", row.subgroup}};
  const auto add = [&](const char* name, const std::optional<double>& number) { outcome[name] = number_json(number); };
  add("mean", row.mean);
  add("sd", row.sd);
  add("p05", row.p05);
  add("p25", row.p25);
  add("p50", row.p50);
  add("p75", row.p75);
  add("p95", row.p95);
  add("probability", row.probability);
  add("monte_carlo_error", row.monte_carlo_error);
  return outcome;
}

}  // namespace

Json record_json(const store::RunRecord& record) {
  auto levers = Json::parse(record.levers, nullptr, false);
  if (levers.is_discarded()) levers = record.levers;
  return {{"key", record.key},
          {"plan", record.plan},
          {"scenario", record.scenario},
          {"title", {{"ko", record.title_ko}, {"en", record.title_en}}},
          {"levers", std::move(levers)},
          {"seed", record.seed},
          {"draws", record.draws},
          {"engine", record.engine},
          {"until", time::to_string(record.until)},
          {"pack", record.pack}};
}

std::string runs_json(const std::vector<ListedRun>& rows) {
  Json runs = Json::array();
  for (const auto& [record, kept] : rows) {
    auto run = record_json(record);
    run["draws_kept"] = kept;
    runs.push_back(std::move(run));
  }
  return json_text({{"schema", schema}, {"runs", std::move(runs)}});
}

void OutcomeJson::add(const store::Run& run) {
  Json json = record_json(run.record);
  json["draws_kept"] = !run.columns.empty();
  Json& outcomes = json["outcomes"] = Json::array();
  for (const auto& row : run.outcomes) outcomes.push_back(outcome_json(row));
  runs_ += runs_.empty() ? "\n" : ",\n";
  runs_ += json.dump(2, ' ', false, Json::error_handler_t::replace);
}

std::string OutcomeJson::text() const {
  return "{\n\"schema\": \"" + std::string(schema) + "\",\n\"runs\": [" + runs_ + "\n]\n}\n";
}

}  // namespace jobcast::app
