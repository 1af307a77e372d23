#include <unistd.h>

#include <limits>
#include <ostream>

#include "app/command_line/usage_error.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/deliver.hpp"
#include "app/commands/find_plan.hpp"
#include "app/commands/posterior.hpp"
#include "app/commands/progress.hpp"
#include "app/report/forecast_json.hpp"
#include "app/report/track_report.hpp"
#include "models/tracking/track.hpp"

namespace jobcast::app {
namespace {

constexpr std::uint64_t most_draws = 1'000'000;
constexpr std::uint64_t most_threads = 1024;

forecast::Request request_of(const Arguments& arguments) {
  forecast::Request request;
  request.draws =
      static_cast<int>(arguments.number("--draws", static_cast<std::uint64_t>(request.draws), 1, most_draws));
  request.seed = arguments.number("--seed", request.seed, 0, std::numeric_limits<std::uint64_t>::max());
  request.threads = static_cast<int>(arguments.number("--threads", 0, 0, most_threads));
  return request;
}

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
  const auto scenario_name = arguments.find("--scenario");
  const auto scenario = scenario_name ? scenario::load_scenario(plan, *scenario_name) : scenario::as_written(plan);
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
