#include "app/report/forecast_csv.hpp"

#include "app/report/csv.hpp"
#include "app/report/names.hpp"
#include "app/report/numbers.hpp"

namespace jobcast::app {
namespace {

/// What a row is about; what it measures follows.
struct Subject {
  std::string section;
  std::string name = {};
  std::string when = {};
  std::string group = {};
  std::string sex = {};
};

class Facts {
 public:
  explicit Facts(const forecast::Result& result) : plan_(result.plan_id), scenario_(result.scenario) {}

  void add(const Subject& subject, std::string measure, std::string_view unit, double value) {
    add(subject, std::move(measure), unit, shortest(value));
  }
  void add(const Subject& subject, std::string measure, std::string_view unit, std::string value) {
    csv_.add(std::vector<std::string>{plan_, scenario_, subject.section, subject.name, subject.when, subject.group,
                                      subject.sex, std::move(measure), std::string(unit), std::move(value)});
  }
  void add(const Subject& subject, const std::string& prefix, std::string_view unit, const forecast::Summary& values) {
    add(subject, prefix + "mean", unit, values.mean);
    add(subject, prefix + "sd", unit, values.sd);
    add(subject, prefix + "p05", unit, values.p05);
    add(subject, prefix + "p25", unit, values.p25);
    add(subject, prefix + "p50", unit, values.p50);
    add(subject, prefix + "p75", unit, values.p75);
    add(subject, prefix + "p95", unit, values.p95);
  }
  [[nodiscard]] const std::string& text() const { return csv_.text(); }

 private:
  std::string plan_;
  std::string scenario_;
  Csv csv_{{"plan", "scenario", "section", "name", "when", "group", "sex", "measure", "unit", "value"}};
};

void add_indicators(Facts& facts, const forecast::Result& result) {
  for (const auto& row : result.indicators) {
    const Subject subject{"indicator", std::string(plan::name_of(row.id)), year_and_month(row.reference_week)};
    const auto unit = unit_of(row.id);
    facts.add(subject, "base", unit, row.base);
    facts.add(subject, "target", unit, row.target);
    facts.add(subject, "published_", unit, row.published);
    facts.add(subject, "true_", unit, row.truth);
    facts.add(subject, "probability_published_meets_target", "share", row.probability_published_meets_target);
    facts.add(subject, "probability_true_meets_target", "share", row.probability_true_meets_target);
    facts.add(subject, "monte_carlo_error", "share", row.monte_carlo_error);
  }
  for (const auto& row : result.starting_levels) {
    const Subject subject{"starting_level", std::string(plan::name_of(row.id))};
    facts.add(subject, "published", unit_of(row.id), row.published);
    facts.add(subject, "mean", unit_of(row.id), row.mean);
    facts.add(subject, "sd", unit_of(row.id), row.sd);
  }
}

void add_reasons(Facts& facts, const forecast::Result& result) {
  for (const auto& row : result.change) {
    const Subject subject{"change", std::string(plan::name_of(row.id)), "", row.from};
    const auto unit = is_rate(row.id) ? "percent_points" : "persons";
    facts.add(subject, "mean", unit, row.points);
    facts.add(subject, "p05", unit, row.p05);
    facts.add(subject, "p95", unit, row.p95);
  }
  for (const auto& row : result.uncertainty) {
    facts.add({"uncertainty", std::string(plan::name_of(row.id)), "", row.source}, "variance_share", "share",
              row.share);
  }
}

void add_jobs(Facts& facts, const forecast::Result& result) {
  for (const auto& row : result.jobs) {
    const Subject subject{"jobs", std::string(id_of(row.sector))};
    facts.add(subject, "plan_jobs", "jobs", row.plan_jobs);
    facts.add(subject, "persons", "persons", row.persons);
    facts.add(subject, "at_work_in_reference_week", "persons", row.at_work_in_reference_week);
    facts.add(subject, "at_work_15_64", "persons", row.at_work_15_64);
    facts.add(subject, "net_employment_mean", "persons", row.net_employment);
    facts.add(subject, "net_employment_p05", "persons", row.net_p05);
    facts.add(subject, "net_employment_p95", "persons", row.net_p95);
    facts.add(subject, "unfilled", "persons", row.unfilled);
  }
}

void add_flow(Facts& facts, int year, const std::string& name, const forecast::FlowForecast::Flow& flow) {
  const Subject subject{"flow", name, std::to_string(year)};
  facts.add(subject, "mean", "persons", flow.mean);
  facts.add(subject, "p05", "persons", flow.p05);
  facts.add(subject, "p95", "persons", flow.p95);
}

void add_population(Facts& facts, const forecast::Result& result) {
  for (const auto& row : result.population) {
    const Subject subject{"population", "", time::to_string(row.date), row.age_group, row.sex};
    facts.add(subject, "mean", "persons", row.mean);
    facts.add(subject, "p05", "persons", row.p05);
    facts.add(subject, "p95", "persons", row.p95);
  }
  for (const auto& row : result.flows) {
    add_flow(facts, row.year, "births", row.births);
    add_flow(facts, row.year, "deaths", row.deaths);
    add_flow(facts, row.year, "arrivals", row.arrivals);
    add_flow(facts, row.year, "leavers", row.leavers);
  }
}

void add_fit(Facts& facts, const forecast::Result& result) {
  for (const auto& row : result.fit) {
    const Subject subject{"fit", row.what, row.survey};
    facts.add(subject, "published", "", row.published);
    facts.add(subject, "model", "", row.model);
    facts.add(subject, "sampling_error", "", row.sampling_error);
    facts.add(subject, "within", "", row.within ? 1.0 : 0.0);
  }
}

}  // namespace

std::string forecast_csv(const forecast::Result& result) {
  Facts facts(result);
  facts.add({"run"}, "seed", "", std::to_string(result.seed));
  facts.add({"run"}, "draws", "draws", result.draws);
  add_indicators(facts, result);
  add_reasons(facts, result);
  add_jobs(facts, result);
  add_population(facts, result);
  add_fit(facts, result);
  return facts.text();
}

}  // namespace jobcast::app
