#include "app/charts/gantt.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/deliver.hpp"
#include "app/commands/find_plan.hpp"
#include "app/commands/forecast_request.hpp"
#include "app/report/forecast_json.hpp"
#include "app/report/schedule_report.hpp"
#include "models/schedule/timetable.hpp"

namespace jobcast::app {
int run_schedule(const Arguments& arguments, const Console& console) {
  const auto request = request_of(arguments);
  const Delivery delivery(arguments.find("--out"));
  const auto gantt_file = arguments.find("--gantt");
  const Delivery gantt_delivery(gantt_file);
  const auto plan = plan::load_plan(find_plan(arguments.get("PLAN")));
  const auto scenario = scenario_of(arguments, plan);
  const auto table = schedule::make_timetable(
      plan, scenario, {.draws = request.draws, .seed = request.seed, .threads = request.threads});
  if (gantt_file) {
    const auto chart = charts::gantt(plan, table, console.catalogue(), charts::gantt_file_width, "gantt");
    gantt_delivery.deliver(chart.document(), console);
  }
  const auto format = arguments.get("--format", "table");
  delivery.deliver(format == "json"  ? json_text(schedule_json(plan, table))
                   : format == "csv" ? schedule_csv(plan, table)
                                     : schedule_text(plan, table, delivery.page(console)),
                   console);
  return 0;
}

}  // namespace jobcast::app
