#include "app/report/csv.hpp"
#include "app/report/forecast_json.hpp"
#include "app/report/names.hpp"
#include "app/report/numbers.hpp"
#include "app/report/track_report.hpp"

namespace jobcast::app {
namespace {

using Json = nlohmann::ordered_json;
using tracking::Difference;
using tracking::Execution;
using tracking::Kind;
using tracking::Range;
using tracking::Track;

std::string kind_id(const Execution& execution) {
  return execution.actual.kind == Kind::spending ? "spending" : "placements";
}

/// Spending in won as the model has it, in thousand won as the pack's tables have it.
double in_unit(const Execution& execution, double value) {
  constexpr double won_in_thousand = 1e3;
  return execution.actual.kind == Kind::spending ? value / won_in_thousand : value;
}

Json summary_json(const forecast::Summary& summary) {
  return {{"mean", json_number(summary.mean)}, {"sd", json_number(summary.sd)},   {"p05", json_number(summary.p05)},
          {"p25", json_number(summary.p25)},   {"p50", json_number(summary.p50)}, {"p75", json_number(summary.p75)},
          {"p95", json_number(summary.p95)}};
}

Json forecast_json_of(const forecast::IndicatorForecast& row) {
  return {{"published", summary_json(row.published)},
          {"true", summary_json(row.truth)},
          {"probability_published_meets_target", json_number(row.probability_published_meets_target)},
          {"probability_true_meets_target", json_number(row.probability_true_meets_target)},
          {"monte_carlo_error", json_number(row.monte_carlo_error)}};
}

Json difference_json(const Difference& difference) {
  return {{"mean", json_number(difference.mean)}, {"monte_carlo_error", json_number(difference.error)}};
}

Json optional_json(const std::optional<Difference>& difference) {
  return difference ? difference_json(*difference) : Json();
}

Json range_json(const Range& range) {
  return {{"mean", json_number(range.mean)}, {"p05", json_number(range.p05)}, {"p95", json_number(range.p95)}};
}

Json execution_json(const plan::Plan& plan, const Track& track, const Execution& each) {
  const auto unit = [&](double value) { return json_number(in_unit(each, value)); };
  const auto year = [&](const Range& range) {
    return range_json({in_unit(each, range.mean), in_unit(each, range.p05), in_unit(each, range.p95)});
  };
  const auto& programme = plan.programmes[each.actual.programme];
  return {{"programme", programme.id},
          {"name", {{"ko", programme.name.ko}, {"en", programme.name.en}}},
          {"kind", kind_id(each)},
          {"unit", each.actual.kind == Kind::spending ? "thousand_won" : "jobs"},
          {"date", time::to_string(each.actual.date)},
          {"planned_year", unit(each.planned_year)},
          {"planned_to_date", unit(each.planned_to_date)},
          {"expected_to_date", unit(each.expected_to_date)},
          {"actual", unit(each.actual.value)},
          {"share", each.planned_to_date > 0.0 ? json_number(each.actual.value / each.planned_to_date) : Json()},
          {"time_passed", json_number(each.time_passed)},
          {"year_before", year(each.year_before)},
          {"year_after", year(each.year_after)},
          {"surprise", json_number(each.surprise)},
          {"acts", each.acts},
          {"points", optional_json(each.points)},
          {"employed", optional_json(each.persons)},
          {"verdict", verdict_of(track, each)}};
}

Json survey_json(const tracking::SurveyCheck& check) {
  return {{"indicator", plan::name_of(check.figure.indicator)}, {"survey", check.figure.survey.name()},
          {"value", json_number(check.figure.value)},           {"forecast", summary_json(check.forecast)},
          {"share_of_draws_below", json_number(check.below)},   {"error", json_number(check.error)}};
}

std::string sector_id(std::size_t sector) {
  return sector < plan::sectors.size() ? std::string(id_of(plan::sectors[sector])) : "all";
}

/// Rows of section, id, kind, measure and value.
class Rows {
 public:
  void add(const std::string& section, const std::string& id, const std::string& kind, const std::string& measure,
           double value) {
    csv_.add(std::vector<std::string>{section, id, kind, measure, shortest(value)});
  }
  void add(const std::string& section, const std::string& id, const std::string& kind, const std::string& measure,
           const Range& range) {
    add(section, id, kind, measure + "_mean", range.mean);
    add(section, id, kind, measure + "_p05", range.p05);
    add(section, id, kind, measure + "_p95", range.p95);
  }
  [[nodiscard]] const std::string& text() const { return csv_.text(); }

 private:
  Csv csv_{{"section", "id", "kind", "measure", "value"}};
};

void add_indicator(Rows& rows, const tracking::TrackedIndicator& each) {
  const std::string id(plan::name_of(each.after.id));
  for (const auto& [kind, row] : {std::pair("before", &each.before), std::pair("after", &each.after)}) {
    rows.add("indicator", id, kind, "published", {row->published.mean, row->published.p05, row->published.p95});
    rows.add("indicator", id, kind, "true", {row->truth.mean, row->truth.p05, row->truth.p95});
    rows.add("indicator", id, kind, "probability_published_meets_target", row->probability_published_meets_target);
    rows.add("indicator", id, kind, "monte_carlo_error", row->monte_carlo_error);
  }
  rows.add("indicator", id, "change", "probability", each.chance.mean);
  rows.add("indicator", id, "change", "probability_monte_carlo_error", each.chance.error);
}

void add_execution(Rows& rows, const plan::Plan& plan, const Execution& each) {
  const auto& id = plan.programmes[each.actual.programme].id;
  const auto kind = kind_id(each);
  for (const auto& [measure, value] :
       {std::pair("planned_year", each.planned_year), std::pair("planned_to_date", each.planned_to_date),
        std::pair("expected_to_date", each.expected_to_date), std::pair("actual", each.actual.value)}) {
    rows.add("programme", id, kind, measure, in_unit(each, value));
  }
  const auto& year = each.year_after;
  rows.add("programme", id, kind, "year_after",
           {in_unit(each, year.mean), in_unit(each, year.p05), in_unit(each, year.p95)});
  if (!each.points) return;
  rows.add("programme", id, kind, "points", each.points->mean);
  rows.add("programme", id, kind, "points_monte_carlo_error", each.points->error);
}

}  // namespace

Json track_json(const plan::Plan& plan, const Track& track) {
  Json document{{"schema", "jobcast.track/1"},
                {"plan", plan.id},
                {"scenario", track.scenario},
                {"as_of", time::to_string(track.as_of)},
                {"seed", track.seed},
                {"draws", track.draws},
                {"effective_draws", json_number(track.effective_draws)},
                {"figures_left_out", track.later},
                {"survey_error_points", json_number(track.survey_error)},
                {"indicators", Json::array()},
                {"surveys", Json::array()},
                {"programmes", Json::array()},
                {"programmes_points", difference_json(track.all_points)},
                {"cost_draws", track.cost_draws},
                {"jobs", Json::array()}};
  for (const auto& each : track.indicators) {
    document["indicators"].push_back({{"id", plan::name_of(each.after.id)},
                                      {"reference_week", time::to_string(each.after.reference_week)},
                                      {"target", json_number(each.after.target)},
                                      {"before", forecast_json_of(each.before)},
                                      {"after", forecast_json_of(each.after)},
                                      {"change_of_mean", difference_json(each.published)},
                                      {"change_of_probability", difference_json(each.chance)}});
  }
  for (const auto& check : track.surveys) document["surveys"].push_back(survey_json(check));
  for (const auto& each : track.executions) document["programmes"].push_back(execution_json(plan, track, each));
  for (std::size_t sector = 0; sector < track.sectors.size(); ++sector) {
    const auto& row = track.sectors[sector];
    document["jobs"].push_back({{"sector", sector_id(sector)},
                                {"plan_jobs", json_number(row.plan_jobs)},
                                {"planned_to_date", json_number(row.planned_to_date)},
                                {"actual_to_date", json_number(row.actual_to_date)},
                                {"year_before", range_json(row.year_before)},
                                {"year_after", range_json(row.year_after)},
                                {"at_work_before", range_json(row.at_work_before)},
                                {"at_work_after", range_json(row.at_work_after)}});
  }
  return document;
}

std::string track_csv(const plan::Plan& plan, const Track& track) {
  Rows rows;
  rows.add("run", "", "", "effective_draws", track.effective_draws);
  for (const auto& each : track.indicators) add_indicator(rows, each);
  for (const auto& check : track.surveys) {
    const std::string id(plan::name_of(check.figure.indicator));
    rows.add("survey", id, check.figure.survey.name(), "value", check.figure.value);
    rows.add("survey", id, check.figure.survey.name(), "share_of_draws_below", check.below);
  }
  for (const auto& each : track.executions) add_execution(rows, plan, each);
  for (std::size_t sector = 0; sector < track.sectors.size(); ++sector) {
    const auto& row = track.sectors[sector];
    rows.add("jobs", sector_id(sector), "", "plan_jobs", row.plan_jobs);
    rows.add("jobs", sector_id(sector), "", "actual_to_date", row.actual_to_date);
    rows.add("jobs", sector_id(sector), "before", "year", row.year_before);
    rows.add("jobs", sector_id(sector), "after", "year", row.year_after);
    rows.add("jobs", sector_id(sector), "before", "at_work", row.at_work_before);
    rows.add("jobs", sector_id(sector), "after", "at_work", row.at_work_after);
  }
  return rows.text();
}

}  // namespace jobcast::app
