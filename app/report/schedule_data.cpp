#include "app/report/csv.hpp"
#include "app/report/forecast_json.hpp"
#include "app/report/names.hpp"
#include "app/report/numbers.hpp"
#include "app/report/schedule_report.hpp"

namespace jobcast::app {
namespace {

using Json = nlohmann::ordered_json;
using schedule::AtWork;
using schedule::Chance;
using schedule::DayRange;
using schedule::InWeeks;
using schedule::Timetable;

Json text_json(const plan::Text& text) { return {{"ko", text.ko}, {"en", text.en}}; }

std::string date(time::Date day) { return time::to_string(day); }

const std::string& step_id(const Timetable& table, std::size_t step) { return table.network.steps()[step].id; }

Json step_ids(const Timetable& table, const std::vector<std::size_t>& steps) {
  Json ids = Json::array();
  for (const std::size_t step : steps) ids.push_back(step_id(table, step));
  return ids;
}

void add_chance(Json& json, const std::string& name, const Chance& of) {
  json[name] = json_number(of.share);
  json[name + "_monte_carlo_error"] = json_number(of.error);
}

void add_days(Json& json, const DayRange& days) {
  json["p10"] = date(days.p10);
  json["p50"] = date(days.p50);
  json["p90"] = date(days.p90);
}

Json milestone_json(const plan::Plan& plan, const Timetable& table, const schedule::MilestoneTiming& timing) {
  const auto& step = table.network.steps()[timing.step];
  Json json{{"id", step.id},
            {"name", text_json(plan.actions[step.action].milestones[step.milestone].name)},
            {"action", plan.actions[step.action].id},
            {"after", step_ids(table, step.before)},
            {"planned", date(step.planned)},
            {"earliest_start", date(timing.earliest_start)},
            {"earliest_finish", date(timing.earliest_finish)},
            {"latest_start", date(timing.latest_start)},
            {"latest_finish", date(timing.latest_finish)},
            {"total_float_days", json_number(timing.total_float)},
            {"free_float_days", json_number(timing.free_float)},
            {"on_critical_path", timing.critical}};
  add_chance(json, "probability_on_time", timing.on_time);
  add_days(json, timing.reached_on);
  json["mean_delay_days"] = json_number(timing.mean_delay);
  json["mean_delay_monte_carlo_error"] = json_number(timing.mean_delay_error);
  add_chance(json, "criticality", timing.criticality);
  return json;
}

Json project_json(const plan::Plan& plan, const Timetable& table, const schedule::ProjectTiming& timing) {
  const auto& project = table.network.projects()[timing.project];
  Json actions = Json::array();
  for (const std::size_t step : project.steps) {
    const auto& id = plan.actions[table.network.steps()[step].action].id;
    if (std::find(actions.begin(), actions.end(), Json(id)) == actions.end()) actions.push_back(id);
  }
  Json json{{"actions", std::move(actions)},
            {"milestones", step_ids(table, project.steps)},
            {"critical_path", step_ids(table, project.critical_path)},
            {"planned_end", date(project.planned_end)},
            {"expected_end", date(timing.expected_end)}};
  add_chance(json, "probability_on_time", timing.on_time);
  add_days(json, timing.ends_on);
  return json;
}

Json opening_json(const plan::Plan& plan, const Timetable& table, const schedule::Opening& opening) {
  Json json{{"programme", plan.programmes[opening.programme].id},
            {"planned", date(opening.planned)},
            {"waits_for", step_ids(table, opening.waits)}};
  add_chance(json, "probability_unhindered", opening.unhindered);
  add_days(json, opening.opens_on);
  return json;
}

Json work_json(const AtWork& work) {
  return {{"planned", json_number(work.planned)},
          {"mean", json_number(work.mean)},
          {"p05", json_number(work.p05)},
          {"p95", json_number(work.p95)},
          {"monte_carlo_error", json_number(work.error)}};
}

void add_weeks(Json& json, const InWeeks& weeks) {
  json["april"] = work_json(weeks[0]);
  json["october"] = work_json(weeks[1]);
}

std::string sector_id(std::size_t sector) { return std::string(id_of(plan::sectors[sector])); }

Json parts_json(const std::vector<schedule::PartWork>& parts, bool sectors) {
  Json list = Json::array();
  for (std::size_t index = 0; index < parts.size(); ++index) {
    const auto& part = parts[index];
    Json json{{"id", sectors ? sector_id(index) : part.id},
              {"programmes", part.programmes},
              {"plan_jobs", json_number(part.jobs)}};
    add_weeks(json, part.weeks);
    list.push_back(std::move(json));
  }
  return list;
}

Json programmes_json(const plan::Plan& plan, const Timetable& table) {
  Json list = Json::array();
  for (const auto& work : table.programmes) {
    const auto& programme = plan.programmes[work.programme];
    Json json{{"id", programme.id},
              {"name", text_json(programme.name)},
              {"department", programme.department},
              {"sector", id_of(programme.sector)},
              {"plan_jobs", json_number(programme.jobs)}};
    add_weeks(json, work.weeks);
    json["planned_by_month"] = work.planned_months;
    json["mean_by_month"] = work.months;
    list.push_back(std::move(json));
  }
  return list;
}

Json months_json(const Timetable& table) {
  Json list = Json::array();
  for (const auto& month : table.months) {
    Json json{{"week", date(month.sunday)}, {"total", work_json(month.total)}};
    for (std::size_t sector = 0; sector < plan::sectors.size(); ++sector) {
      json["mean_by_sector"][sector_id(sector)] = json_number(month.by_sector[sector]);
    }
    list.push_back(std::move(json));
  }
  return list;
}

/// Rows of kind, id, when, measure and value.
class Rows {
 public:
  void add(const std::string& kind, const std::string& id, const std::string& when, const std::string& measure,
           const std::string& value) {
    csv_.add(std::vector<std::string>{kind, id, when, measure, value});
  }
  void add(const std::string& kind, const std::string& id, const std::string& when, const AtWork& work) {
    add(kind, id, when, "planned", shortest(work.planned));
    add(kind, id, when, "mean", shortest(work.mean));
    add(kind, id, when, "p05", shortest(work.p05));
    add(kind, id, when, "p95", shortest(work.p95));
    add(kind, id, when, "monte_carlo_error", shortest(work.error));
  }
  void add(const std::string& kind, const std::string& id, const std::string& measure, const Chance& chance,
           const DayRange& days) {
    add(kind, id, "", measure, shortest(chance.share));
    add(kind, id, "", "monte_carlo_error", shortest(chance.error));
    add(kind, id, "", "p10", date(days.p10));
    add(kind, id, "", "p50", date(days.p50));
    add(kind, id, "", "p90", date(days.p90));
  }
  [[nodiscard]] const std::string& text() const { return csv_.text(); }

 private:
  Csv csv_{{"kind", "id", "when", "measure", "value"}};
};

void add_timing(Rows& rows, const plan::Plan& plan, const Timetable& table) {
  for (const auto& timing : table.milestones) {
    const auto& step = table.network.steps()[timing.step];
    rows.add("milestone", step.id, "", "planned", date(step.planned));
    rows.add("milestone", step.id, "", "earliest_finish", date(timing.earliest_finish));
    rows.add("milestone", step.id, "", "latest_finish", date(timing.latest_finish));
    rows.add("milestone", step.id, "", "total_float_days", shortest(timing.total_float));
    rows.add("milestone", step.id, "", "free_float_days", shortest(timing.free_float));
    rows.add("milestone", step.id, "", "on_critical_path", timing.critical ? "1" : "0");
    rows.add("milestone", step.id, "probability_on_time", timing.on_time, timing.reached_on);
    rows.add("milestone", step.id, "", "criticality", shortest(timing.criticality.share));
  }
  for (const auto& opening : table.openings) {
    const auto& id = plan.programmes[opening.programme].id;
    rows.add("opening", id, "", "planned", date(opening.planned));
    rows.add("opening", id, "probability_unhindered", opening.unhindered, opening.opens_on);
  }
}

}  // namespace

Json schedule_json(const plan::Plan& plan, const Timetable& table) {
  Json document{{"schema", "jobcast.schedule/1"},
                {"plan", plan.id},
                {"scenario", table.scenario},
                {"scenario_title", text_json(table.scenario_title)},
                {"as_of", date(plan.as_of)},
                {"seed", table.seed},
                {"draws", table.draws},
                {"reference_weeks", {{"april", date(table.sundays[0])}, {"october", date(table.sundays[1])}}},
                {"milestones", Json::array()},
                {"projects", Json::array()},
                {"openings", Json::array()}};
  for (const auto& timing : table.milestones) document["milestones"].push_back(milestone_json(plan, table, timing));
  for (const auto& timing : table.projects) document["projects"].push_back(project_json(plan, table, timing));
  for (const auto& opening : table.openings) document["openings"].push_back(opening_json(plan, table, opening));
  add_weeks(document["total"], table.total);
  document["sectors"] = parts_json(table.sectors, true);
  document["departments"] = parts_json(table.departments, false);
  document["programmes"] = programmes_json(plan, table);
  document["in_no_reference_week"] = Json::array();
  for (const auto* work : table.in_no_reference_week()) {
    document["in_no_reference_week"].push_back(plan.programmes[work->programme].id);
  }
  document["months"] = months_json(table);
  return document;
}

std::string schedule_csv(const plan::Plan& plan, const Timetable& table) {
  Rows rows;
  add_timing(rows, plan, table);
  const auto add_weeks_of = [&](const std::string& kind, const std::string& id, const InWeeks& weeks) {
    for (std::size_t week = 0; week < weeks.size(); ++week) {
      rows.add(kind, id, year_and_month(table.sundays[week]), weeks[week]);
    }
  };
  add_weeks_of("total", "", table.total);
  for (std::size_t sector = 0; sector < table.sectors.size(); ++sector) {
    add_weeks_of("sector", sector_id(sector), table.sectors[sector].weeks);
  }
  for (const auto& part : table.departments) add_weeks_of("department", part.id, part.weeks);
  for (const auto& work : table.programmes) add_weeks_of("programme", plan.programmes[work.programme].id, work.weeks);
  for (const auto& month : table.months) {
    rows.add("month", "", year_and_month(month.sunday), month.total);
    for (std::size_t sector = 0; sector < plan::sectors.size(); ++sector) {
      rows.add("month", sector_id(sector), year_and_month(month.sunday), "mean", shortest(month.by_sector[sector]));
    }
  }
  return rows.text();
}

}  // namespace jobcast::app
