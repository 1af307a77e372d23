#include "models/sensitivity/sensitivity.hpp"
#include "app/commands/forecast_request.hpp"

#include <unistd.h>

#include <algorithm>

#include "app/commands/commands.hpp"
#include "app/commands/deliver.hpp"
#include "app/commands/find_plan.hpp"
#include "app/commands/posterior.hpp"
#include "app/commands/progress.hpp"
#include "app/report/forecast_json.hpp"
#include "app/report/sensitivity_report.hpp"

namespace jobcast::app {
namespace {

constexpr std::uint64_t usual_draws = 4096;
constexpr std::uint64_t fewest_draws = 16;
constexpr std::uint64_t most_draws = 100'000;
constexpr std::uint64_t usual_top = 20;
constexpr std::uint64_t most_top = 100'000;

sensitivity::Question question_of(const Arguments& arguments) {
  sensitivity::Question question;
  question.request = request_of(arguments, {.usual = usual_draws, .fewest = fewest_draws, .most = most_draws});
  question.bootstrap.seed = question.request.seed;
  question.method =
      arguments.get("--method", "sobol") == "morris" ? sensitivity::Method::morris : sensitivity::Method::sobol;
  question.inputs = arguments.get("--by", "group") == "input";
  if (const auto indicator = arguments.find("--indicator")) {
    const auto place = std::find(plan::indicator_names.begin(), plan::indicator_names.end(), *indicator);
    question.indicators = {static_cast<plan::Indicator::Id>(place - plan::indicator_names.begin())};
  }
  return question;
}

/// A table of all six would be read by nobody: without a choice, the table is of the first.
void narrow(sensitivity::Question& question, const std::string& format) {
  if (format == "table" && question.indicators.empty()) {
    question.indicators = {plan::Indicator::Id::employment_rate_15_64};
  }
}

}  // namespace

int run_sensitivity(const Arguments& arguments, const Console& console) {
  auto question = question_of(arguments);
  const auto format = arguments.get("--format", "table");
  const auto top = arguments.number("--top", usual_top, 1, most_top);
  narrow(question, format);
  const Delivery delivery(arguments.find("--out"));
  auto plan = plan::load_plan(find_plan(arguments.get("PLAN")));
  const auto scenario = scenario_of(arguments, plan);
  if (!arguments.flag("--prior")) use_calibration(plan, console.catalogue());
  Progress progress(console.error, console.catalogue(), isatty(STDERR_FILENO) == 1);
  progress.begin(sensitivity::passes_of(plan, scenario, question), 0);
  const auto found = sensitivity::analyse(plan, scenario, question, [&] { progress.advance(); });
  progress.end();
  delivery.deliver(format == "json"  ? json_text(sensitivity_json(plan, found))
                   : format == "csv" ? sensitivity_csv(found)
                                     : sensitivity_text(plan, found, top, delivery.page(console)),
                   console);
  return 0;
}

}  // namespace jobcast::app
