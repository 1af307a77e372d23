#include "app/report/csv.hpp"
#include "app/report/discovery_report.hpp"
#include "app/report/forecast_json.hpp"
#include "app/report/numbers.hpp"
#include "models/plan/plan.hpp"

namespace jobcast::app {
namespace {

using discovery::Box;
using discovery::Limit;
using Json = nlohmann::ordered_json;

std::vector<std::string> categories_left_out(const DiscoveryReport& report, const Limit& limit) {
  std::vector<std::string> words;
  for (const double number : limit.left_out) {
    words.push_back(report.cases.categories[limit.dimension][static_cast<std::size_t>(number)]);
  }
  return words;
}

Json limit_json(const DiscoveryReport& report, const Limit& limit, bool finished) {
  Json json{{"input", report.cases.inputs[limit.dimension].name},
            {"low", json_number(limit.low)},
            {"high", json_number(limit.high)},
            {"left_out", categories_left_out(report, limit)}};
  if (finished) json["quasi_p"] = json_number(limit.quasi_p);
  return json;
}

Json box_json(const DiscoveryReport& report, const Box& box, bool finished) {
  Json json{{"cases", box.cases},
            {"failures", box.failures},
            {"coverage", json_number(box.coverage(report.found.failures))},
            {"density", json_number(box.density())}};
  Json limits = Json::array();
  for (const auto& limit : box.limits) limits.push_back(limit_json(report, limit, finished));
  json["limits"] = std::move(limits);
  return json;
}

void add_rows(Csv& csv, const DiscoveryReport& report, const std::string& name, const Box& box, bool finished) {
  const auto row = [&](const std::vector<std::string>& limit) {
    std::vector<std::string> cells{name, std::to_string(box.cases), std::to_string(box.failures),
                                   shortest(box.coverage(report.found.failures)), shortest(box.density())};
    cells.insert(cells.end(), limit.begin(), limit.end());
    csv.add(cells);
  };
  if (box.limits.empty()) row({"", "", "", "", ""});
  for (const auto& limit : box.limits) {
    std::string left_out;
    for (const auto& word : categories_left_out(report, limit)) left_out += (left_out.empty() ? "" : ";") + word;
    row({report.cases.inputs[limit.dimension].name, shortest(limit.low), shortest(limit.high), left_out,
         finished ? shortest(limit.quasi_p) : ""});
  }
}

}  // namespace

Json discovery_json(const DiscoveryReport& report) {
  Json document{{"schema", "jobcast.discovery/1"},
                {"failure", report.failure.text},
                {"plan", report.plan},
                {"cases_are", report.draws ? "draws" : "scenarios"},
                {"scenario", report.draws ? Json(report.scenario) : Json()},
                {"seed", report.seed},
                {"cases", report.found.cases},
                {"failures", report.found.failures},
                {"left_out", report.cases.left_out + report.other_runs}};
  Json inputs = Json::array();
  for (const auto& input : report.cases.inputs) inputs.push_back(input.name);
  document["inputs"] = std::move(inputs);
  document["found"] = report.found.found;
  document["p"] = json_number(report.found.p);
  document["box"] = box_json(report, report.found.box, true);
  Json trajectory = Json::array();
  for (const auto& box : report.found.trajectory) trajectory.push_back(box_json(report, box, false));
  document["chosen"] = report.found.chosen;
  document["trajectory"] = std::move(trajectory);
  return document;
}

std::string discovery_csv(const DiscoveryReport& report) {
  Csv csv({"box", "cases", "failures", "coverage", "density", "input", "low", "high", "left_out", "quasi_p"});
  add_rows(csv, report, "found", report.found.box, true);
  for (std::size_t step = 0; step < report.found.trajectory.size(); ++step) {
    add_rows(csv, report, std::to_string(step), report.found.trajectory[step], false);
  }
  return csv.text();
}

}  // namespace jobcast::app
