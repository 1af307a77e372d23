#include "app/server/plan_detail.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "app/report/forecast_json.hpp"
#include "app/report/names.hpp"
#include "app/report/numbers.hpp"
#include "app/server/forecaster.hpp"
#include "models/forecast/published_base.hpp"
#include "models/plan/pack_words.hpp"
#include "models/programmes/calendar.hpp"
#include "models/runs/engine_version.hpp"
#include "models/survey/survey_id.hpp"

namespace jobcast::app::server {

using Json = nlohmann::ordered_json;

Json text_json(const plan::Text& text) { return {{"ko", text.ko}, {"en", text.en}}; }

namespace {

constexpr double won_in_thousand = 1000.0;
constexpr int days_to_saturday = 6;

Json provenance_json(const plan::Provenance& provenance) {
  constexpr std::array kinds{"plan", "reference", "assumption"};
  return {{"kind", kinds[static_cast<std::size_t>(provenance.kind)]}, {"source", provenance.source}};
}

Json budget_json(const plan::Budget& budget) {
  Json json;
  for (const auto source : plan::fundings) {
    json[std::string(id_of(source))] = json_number(static_cast<double>(budget.of(source).value()) / won_in_thousand);
  }
  json["total"] = json_number(static_cast<double>(budget.total().value()) / won_in_thousand);
  return json;
}

/// The Sundays of the plan year's surveys.
std::vector<time::Date> reference_weeks(const plan::Plan& plan) {
  return {time::reference_week(plan.plan_year, 1), time::reference_week(plan.plan_year, 2)};
}

std::string month_and_day(int month, int day) {
  return time::to_string(time::make_date(2024, month, day)).substr(5);  // 2024 has every day
}

Json windows_json(const std::vector<plan::Window>& windows) {
  Json list = Json::array();
  for (const auto& window : windows) {
    list.push_back({{"from", month_and_day(window.from_month, window.from_day)},
                    {"to", month_and_day(window.to_month, window.to_day)},
                    {"share", json_number(window.share)}});
  }
  return list;
}

Json programme_json(const plan::Plan& plan, const plan::Programme& programme) {
  const auto* type = plan.type(programme.type);
  Json actions = Json::array();
  std::set<std::string> strategies;
  for (const auto& action : plan.actions) {
    if (std::find(action.covers.begin(), action.covers.end(), programme.id) == action.covers.end()) continue;
    actions.push_back(action.id);
    for (const auto& task : plan.tasks) {
      if (task.id == action.task) strategies.insert(task.strategy);
    }
  }
  Json at_work;
  for (const auto sunday : reference_weeks(plan)) {
    at_work[year_and_month(sunday)] = json_number(programmes::planned_at_work(programme, sunday));
  }
  return {{"id", programme.id},
          {"name", text_json(programme.name)},
          {"sector", id_of(programme.sector)},
          {"department", programme.department},
          {"type", programme.type},
          {"type_name", type != nullptr ? text_json(type->name) : Json()},
          {"strategies", strategies},
          {"actions", std::move(actions)},
          {"jobs", json_number(programme.jobs)},
          {"persons_per_job", json_number(programme.traits.persons_per_job.central())},
          {"budget_thousand_won", budget_json(programme.budget)},
          {"budget_split", programme.stated_budget ? "stated" : "assumed"},
          {"windows", windows_json(programme.traits.windows)},
          {"windows_source", provenance_json(programme.traits.windows_provenance)},
          {"at_work", std::move(at_work)},
          {"note", programme.note},
          {"source", provenance_json(programme.provenance)}};
}

Json optional_date(const std::optional<time::Date>& date) { return date ? Json(time::to_string(*date)) : Json(); }

Json action_json(const plan::Plan& plan, const plan::Action& action) {
  Json milestones = Json::array();
  for (const auto& milestone : action.milestones) {
    milestones.push_back({{"id", milestone.id},
                          {"name", text_json(milestone.name)},
                          {"date", time::to_string(milestone.date)},
                          {"after", milestone.after},
                          {"jobs", json_number(milestone.jobs)}});
  }
  std::string strategy;
  for (const auto& task : plan.tasks) {
    if (task.id == action.task) strategy = task.strategy;
  }
  return {{"id", action.id},
          {"name", text_json(action.name)},
          {"strategy", strategy},
          {"task", action.task},
          {"covers", action.covers},
          {"jobs", action.jobs ? json_number(*action.jobs) : Json()},
          {"budget_thousand_won", action.budget ? budget_json(*action.budget) : Json()},
          {"period", {{"from", optional_date(action.from)}, {"to", optional_date(action.to)}}},
          {"quarters", action.quarters},
          {"milestones", std::move(milestones)}};
}

/// The published figures of an indicator that the pack has in use.
Json history_json(const plan::Plan& plan, const plan::Indicator& indicator, const Json& standard_error) {
  const auto key = forecast::published_key(indicator.id);
  Json list = Json::array();
  for (const auto* fact : plan.facts.all(key.item)) {
    if (fact->sex != key.sex || fact->category != key.category) continue;
    if (fact->age != key.age && !(key.age.empty() && fact->age == "all")) continue;
    const double scale = fact->unit == "thousand_persons" ? 1000.0 : 1.0;
    list.push_back({{"period", fact->period},
                    {"value", json_number(scale * fact->value)},
                    {"standard_error", standard_error},
                    {"source", fact->provenance.source}});
  }
  std::stable_sort(list.begin(), list.end(), [](const Json& one, const Json& other) {
    return one["period"].get<std::string>() < other["period"].get<std::string>();
  });
  return list;
}

Json indicator_json(const plan::Plan& plan, const plan::Indicator& indicator, const store::Run& as_written) {
  const auto error = survey_error(as_written, indicator.id, reference_weeks(plan).back());
  // A register has no sampling error.
  const bool is_survey = indicator.id != plan::Indicator::Id::insured_persons;
  const Json standard_error = error && is_survey ? json_number(*error) : Json();
  return {{"id", plan::name_of(indicator.id)},
          {"name", text_json(indicator.name)},
          {"unit", indicator.unit},
          {"rounding", json_number(indicator.rounding)},
          {"base", json_number(indicator.base)},
          {"base_source", provenance_json(indicator.base_provenance)},
          {"target", json_number(indicator.target)},
          {"target_source", provenance_json(indicator.target_provenance)},
          {"survey_standard_error", standard_error},
          {"history", history_json(plan, indicator, standard_error)}};
}

/// Persons of the past by sex and age, as finely as the pack has them in use.
Json population_json(const plan::Plan& plan) {
  Json list = Json::array();
  for (const auto* fact : plan.facts.all("population")) {
    if (fact->unit != "persons" || !fact->category.empty()) continue;
    list.push_back({{"period", fact->period},
                    {"age_group", fact->age.empty() ? "all" : fact->age},
                    {"sex", fact->sex},
                    {"value", json_number(fact->value)},
                    {"source", fact->provenance.source}});
  }
  return list;
}

Json flows_json(const plan::Plan& plan) {
  Json list = Json::array();
  for (const auto* item : {"births", "deaths", "arrivals", "leavers", "in_migration", "out_migration"}) {
    for (const auto* fact : plan.facts.all(item)) {
      if (fact->unit != "persons" || (!fact->age.empty() && fact->age != "all") || fact->sex != "both") continue;
      list.push_back({{"item", item},
                      {"period", fact->period},
                      {"value", json_number(fact->value)},
                      {"source", fact->provenance.source}});
    }
  }
  return list;
}

Json sources_json(const plan::Plan& plan) {
  Json list = Json::array();
  for (const auto& table : plan.facts.tables()) {
    list.push_back({{"id", table.id},
                    {"title", text_json(table.title)},
                    {"file", table.file},
                    {"source", provenance_json(table.provenance)}});
  }
  return list;
}

/// The scenarios of the plan's whatif folder that can be read.
Json scenarios_json(const plan::Plan& plan) {
  Json list = Json::array();
  for (const auto& name : scenario::scenario_names(plan)) {
    try {
      list.push_back({{"id", name}, {"title", text_json(scenario::load_scenario(plan, name).title)}});
    } catch (const input::InputError&) {
      // `jobcast check` says what is wrong with it; a page has no use for it.
    }
  }
  return list;
}

Json summary_json(const plan::Plan& plan) {
  return {{"id", plan.id},
          {"title", text_json(plan.title)},
          {"county", text_json(plan.county)},
          {"plan_year", plan.plan_year},
          {"base_year", plan.base_year}};
}

template <class Rows, class Write>
Json list_of(const Rows& rows, Write write) {
  Json list = Json::array();
  for (const auto& row : rows) list.push_back(write(row));
  return list;
}

}  // namespace

Json plan_list(const std::vector<ServedPlan>& plans) {
  return {{"schema", "jobcast.plans/1"},
          {"engine", runs::engine_version()},
          {"plans", list_of(plans, [](const ServedPlan& served) { return summary_json(*served.plan); })}};
}

Json plan_detail(const ServedPlan& served, const store::Run& as_written) {
  const plan::Plan& plan = *served.plan;
  Json json{{"schema", "jobcast.plan/1"}};
  json.update(summary_json(plan));
  json["as_of"] = time::to_string(plan.as_of);
  json["forecast_until"] = time::to_string(plan.forecast_until);
  json["engine"] = runs::engine_version();
  json["calibration"] = plan.posterior != nullptr ? Json(plan.posterior->fingerprint()) : Json();
  json["track_record"] = served.record ? track_record_json(*served.record) : Json();
  json["sectors"] = list_of(plan::sectors, [](plan::Sector sector) { return id_of(sector); });
  json["departments"] = list_of(plan.departments, [](const plan::Department& department) {
    return Json{{"id", department.id}, {"name", text_json(department.name)}};
  });
  json["strategies"] = list_of(plan.strategies, [](const plan::Strategy& strategy) {
    return Json{{"id", strategy.id}, {"name", text_json(strategy.name)}};
  });
  json["tasks"] = list_of(plan.tasks, [](const plan::Task& task) {
    return Json{{"id", task.id}, {"strategy", task.strategy}, {"name", text_json(task.name)}};
  });
  json["actions"] = list_of(plan.actions, [&](const plan::Action& action) { return action_json(plan, action); });
  json["programmes"] =
      list_of(plan.programmes, [&](const plan::Programme& programme) { return programme_json(plan, programme); });
  json["matching"] = {{"rule", plan.matching.rule == plan::Matching::Rule::fixed_ratio ? "fixed-ratio" : "none"},
                      {"source", provenance_json(plan.matching.provenance)}};
  json["reference_weeks"] = list_of(reference_weeks(plan), [](time::Date sunday) {
    return Json{{"survey", year_and_month(sunday)},
                {"from", time::to_string(sunday)},
                {"to", time::to_string(time::add_days(sunday, days_to_saturday))}};
  });
  json["indicators"] = list_of(
      plan.indicators, [&](const plan::Indicator& indicator) { return indicator_json(plan, indicator, as_written); });
  json["population"] = population_json(plan);
  json["flows"] = flows_json(plan);
  json["sources"] = sources_json(plan);
  json["scenarios"] = scenarios_json(plan);
  return json;
}

}  // namespace jobcast::app::server
