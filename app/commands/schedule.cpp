#include <limits>

#include "app/charts/gantt.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/deliver.hpp"
#include "app/commands/find_plan.hpp"
#include "app/report/forecast_json.hpp"
#include "app/report/schedule_report.hpp"
#include "models/schedule/timetable.hpp"

namespace jobcast::app {
namespace {

constexpr std::uint64_t most_draws = 1'000'000;
constexpr std::uint64_t most_threads = 1024;

schedule::Question question_of(const Arguments& arguments) {
  schedule::Question question;
  question.draws =
      static_cast<int>(arguments.number("--draws", static_cast<std::uint64_t>(question.draws), 1, most_draws));
  question.seed = arguments.number("--seed", question.seed, 0, std::numeric_limits<std::uint64_t>::max());
  question.threads = static_cast<int>(arguments.number("--threads", 0, 0, most_threads));
  return question;
}

}  // namespace

int run_schedule(const Arguments& arguments, const Console& console) {
  const auto question = question_of(arguments);
  const Delivery delivery(arguments.find("--out"));
  const auto gantt_file = arguments.find("--gantt");
  const Delivery gantt_delivery(gantt_file);
  const auto plan = plan::load_plan(find_plan(arguments.get("PLAN")));
  const auto scenario_name = arguments.find("--scenario");
  const auto scenario = scenario_name ? scenario::load_scenario(plan, *scenario_name) : scenario::as_written(plan);
  const auto table = schedule::make_timetable(plan, scenario, question);
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
