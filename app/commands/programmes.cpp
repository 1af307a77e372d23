#include <algorithm>

#include "app/command_line/usage_error.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/deliver.hpp"
#include "app/commands/find_plan.hpp"
#include "app/report/forecast_json.hpp"
#include "app/report/names.hpp"
#include "app/report/programme_list.hpp"
#include "models/programmes/calendar.hpp"

namespace jobcast::app {
namespace {

/// The department that the user names by id or by its name in either language.
std::string department_named(const std::string& word, const plan::Plan& plan) {
  std::vector<std::string> names;
  for (const auto& department : plan.departments) {
    if (word == department.id || word == department.name.ko || word == department.name.en) return department.id;
    names.push_back(department.id);
    if (department.name.en != department.id) names.push_back(department.name.en);
  }
  const auto near = input::nearest(word, names);
  throw UsageError({"app.unknown_department", {word}},
                   {"app.expected_department", {std::to_string(plan.departments.size())}},
                   near.empty() ? input::Message{} : input::Message{"app.did_you_mean", {near}});
}

bool has_money_from(const plan::Programme& programme, std::string_view source) {
  return std::any_of(plan::fundings.begin(), plan::fundings.end(), [&](plan::Funding each) {
    return id_of(each) == source && programme.budget.of(each).value() > 0;
  });
}

ProgrammeList chosen(const plan::Plan& plan, const Arguments& arguments) {
  const auto department = arguments.find("--department");
  const auto department_id = department ? department_named(*department, plan) : std::string();
  const auto sector = arguments.get("--sector");
  const auto funding = arguments.get("--funding");
  ProgrammeList list;
  list.at = arguments.date("--at");
  for (const auto& programme : plan.programmes) {
    if (department && programme.department != department_id) continue;
    if (!sector.empty() && id_of(programme.sector) != sector) continue;
    if (!funding.empty() && !has_money_from(programme, funding)) continue;
    const double at_work = list.at ? programmes::planned_at_work(programme, *list.at) : 0.0;
    if (list.at && !(at_work > 0.0)) continue;
    list.rows.push_back({&programme, at_work});
  }
  return list;
}

}  // namespace

int run_programmes(const Arguments& arguments, const Console& console) {
  const Delivery delivery(arguments.find("--out"));
  const auto plan = plan::load_plan(find_plan(arguments.get("PLAN")));
  const auto list = chosen(plan, arguments);
  const auto format = arguments.get("--format", "table");
  delivery.deliver(format == "json"  ? json_text(programme_json(list))
                   : format == "csv" ? programme_csv(list)
                                     : programme_text(plan, list, delivery.page(console)),
                   console);
  return 0;
}

}  // namespace jobcast::app
