#include "app/report/csv.hpp"
#include "app/report/forecast_json.hpp"
#include "app/report/names.hpp"
#include "app/report/numbers.hpp"
#include "app/report/sensitivity_report.hpp"
#include "models/plan/plan.hpp"

namespace jobcast::app {
namespace {

using Json = nlohmann::ordered_json;
using sensitivity::Estimate;
using sensitivity::Method;

Json estimate_json(const Estimate& estimate) {
  return {
      {"value", json_number(estimate.value)}, {"low", json_number(estimate.low)}, {"high", json_number(estimate.high)}};
}

Json indices_json(const sensitivity::Indices& indices) {
  return {{"acts", indices.acts},
          {"first_order", estimate_json(indices.first_order)},
          {"total", estimate_json(indices.total)}};
}

Json effects_json(const sensitivity::ElementaryEffects& effects) {
  return {{"acts", effects.acts},
          {"mean_absolute", estimate_json(effects.mean_absolute)},
          {"mean", effects.mean ? json_number(*effects.mean) : Json()},
          {"sigma", effects.sigma ? json_number(*effects.sigma) : Json()}};
}

Json finding_json(const sensitivity::Subject& subject, const sensitivity::Finding& finding, Method method) {
  Json json{{"level", sensitivity::name_of(subject.level)},
            {"id", subject.id},
            {"group", subject.group.empty() ? Json() : Json(subject.group)},
            {"kind", subject.kind ? Json(sensitivity::name_of(*subject.kind)) : Json()},
            {"inputs", subject.inputs}};
  if (subject.level == sensitivity::Level::group) json["keys"] = subject.keys;
  const bool sobol = method == Method::sobol;
  json["published"] = sobol ? indices_json(finding.published) : effects_json(finding.published_steps);
  json["true"] = sobol ? indices_json(finding.truth) : effects_json(finding.true_steps);
  return json;
}

Json variance_json(const sensitivity::Variance& variance) {
  return {{"mean", json_number(variance.mean)}, {"variance", json_number(variance.variance)}};
}

class Rows {
 public:
  explicit Rows(Csv& csv) : csv_(csv) {}

  void begin(plan::Indicator::Id indicator, const sensitivity::Subject& subject) {
    indicator_ = plan::name_of(indicator);
    subject_ = &subject;
  }
  void add(const std::string& figure, const std::string& measure, const Estimate& estimate, bool interval = true) {
    csv_.add(std::vector<std::string>{
        indicator_, figure, std::string(sensitivity::name_of(subject_->level)), subject_->id, subject_->group,
        subject_->kind ? std::string(sensitivity::name_of(*subject_->kind)) : "", measure, shortest(estimate.value),
        interval ? shortest(estimate.low) : "", interval ? shortest(estimate.high) : ""});
  }
  void add(const std::string& figure, const sensitivity::Indices& indices) {
    add(figure, "first_order", indices.first_order);
    add(figure, "total", indices.total);
  }
  void add(const std::string& figure, const sensitivity::ElementaryEffects& effects) {
    add(figure, "mean_absolute", effects.mean_absolute);
    if (effects.mean) add(figure, "mean", {*effects.mean, 0.0, 0.0}, false);
    if (effects.sigma) add(figure, "sigma", {*effects.sigma, 0.0, 0.0}, false);
  }

 private:
  Csv& csv_;
  std::string indicator_;
  const sensitivity::Subject* subject_ = nullptr;
};

}  // namespace

Json sensitivity_json(const plan::Plan& plan, const sensitivity::Sensitivity& found) {
  Json document{{"schema", "jobcast.sensitivity/1"},
                {"plan", plan.id},
                {"scenario", found.scenario},
                {"method", found.method == Method::sobol ? "sobol" : "morris"},
                {"seed", found.seed},
                {"draws", found.draws},
                {"reference_week", time::to_string(found.reference_week)}};
  Json indicators = Json::array();
  for (const auto& indicator : found.indicators) {
    Json json{{"id", plan::name_of(indicator.id)},
              {"unit", unit_of(indicator.id)},
              {"published", variance_json(indicator.published)},
              {"true", variance_json(indicator.truth)}};
    Json findings = Json::array();
    for (std::size_t place = 0; place < found.subjects.size(); ++place) {
      findings.push_back(finding_json(found.subjects[place], indicator.findings[place], found.method));
    }
    json["findings"] = std::move(findings);
    indicators.push_back(std::move(json));
  }
  document["indicators"] = std::move(indicators);
  return document;
}

std::string sensitivity_csv(const sensitivity::Sensitivity& found) {
  Csv csv({"indicator", "figure", "level", "id", "group", "kind", "measure", "value", "low", "high"});
  Rows rows(csv);
  for (const auto& indicator : found.indicators) {
    for (std::size_t place = 0; place < found.subjects.size(); ++place) {
      const auto& finding = indicator.findings[place];
      rows.begin(indicator.id, found.subjects[place]);
      if (found.method == Method::sobol) {
        rows.add("published", finding.published);
        rows.add("true", finding.truth);
      } else {
        rows.add("published", finding.published_steps);
        rows.add("true", finding.true_steps);
      }
    }
  }
  return csv.text();
}

}  // namespace jobcast::app
