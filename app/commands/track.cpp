#include <unistd.h>

#include <ostream>

#include "app/command_line/usage_error.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/deliver.hpp"
#include "app/commands/find_plan.hpp"
#include "app/commands/forecast_request.hpp"
#include "app/commands/posterior.hpp"
#include "app/commands/progress.hpp"
#include "app/report/forecast_json.hpp"
#include "app/report/track_report.hpp"
#include "models/tracking/track.hpp"

namespace jobcast::app {
namespace {

std::optional<time::Date> as_of(const Arguments& arguments, const plan::Plan& plan) {
  const auto asked = arguments.date("--as-of");
  if (!asked || time::year_of(*asked) == plan.plan_year) return asked;
  throw UsageError({"track.bad_as_of", {arguments.get("--as-of")}},
                   {"track.expected_date", {std::to_string(plan.plan_year)}});
}

int write_template(const plan::Plan& plan, const std::string& file, const Console& console) {
  const Delivery delivery(file);
  delivery.deliver(tracking::empty_table(plan, console.catalogue().korean()), console);
  console.out << console.page.paragraph(console.catalogue().text("track.template_written", file));
  return 0;
}

}  // namespace

int run_track(const Arguments& arguments, const Console& console) {
  if (const auto file = arguments.find("--template")) {
    return write_template(plan::load_plan(find_plan(arguments.get("PLAN"))), *file, console);
  }
  const auto request = request_of(arguments);
  const Delivery delivery(arguments.find("--out"));
  const auto file = arguments.find("ACTUALS");
  if (!file) throw UsageError({"app.missing_word", {"ACTUALS"}}, {}, {"app.see_help", {"track"}});
  auto plan = plan::load_plan(find_plan(arguments.get("PLAN")));
  const auto scenario = scenario_of(arguments, plan);
  const auto actuals = tracking::read_actuals(*file, plan, as_of(arguments, plan));
  if (!arguments.flag("--prior")) use_calibration(plan, console.catalogue());
  Progress progress(console.error, console.catalogue(), isatty(STDERR_FILENO) == 1);
  progress.begin(tracking::steps_of(actuals), 0);
  const auto track = tracking::track(plan, scenario, actuals, request, [&] { progress.advance(); });
  progress.end();
  const auto format = arguments.get("--format", "table");
  delivery.deliver(format == "json"  ? json_text(track_json(plan, track))
                   : format == "csv" ? track_csv(plan, track)
                                     : track_text(plan, track, delivery.page(console)),
                   console);
  return 0;
}

}  // namespace jobcast::app
