#include <unistd.h>

#include <algorithm>

#include "app/commands/commands.hpp"
#include "app/commands/deliver.hpp"
#include "app/commands/find_plan.hpp"
#include "app/commands/forecast_request.hpp"
#include "app/commands/posterior.hpp"
#include "app/commands/progress.hpp"
#include "app/report/attribution_report.hpp"
#include "app/report/forecast_json.hpp"
#include "models/attribution/attribution.hpp"

namespace jobcast::app {
namespace {

constexpr std::uint64_t usual_draws = 1000;
constexpr std::uint64_t usual_pairs = 5;
constexpr std::uint64_t most_pairs = 100'000;
constexpr std::uint64_t usual_top = 10;
constexpr std::uint64_t most_top = 100'000;

attribution::Question question_of(const Arguments& arguments) {
  attribution::Question question;
  question.request = request_of(arguments, {.usual = usual_draws});
  question.orders.pairs = arguments.number("--pairs", usual_pairs, 1, most_pairs);
  if (const auto by = arguments.find("--by")) {
    const auto place = std::find(attribution::grouping_names.begin(), attribution::grouping_names.end(), *by);
    question.groupings = {
        attribution::groupings[static_cast<std::size_t>(place - attribution::grouping_names.begin())]};
  }
  return question;
}

}  // namespace

int run_attribute(const Arguments& arguments, const Console& console) {
  const auto question = question_of(arguments);
  const auto top = arguments.number("--top", usual_top, 1, most_top);
  const Delivery delivery(arguments.find("--out"));
  auto plan = plan::load_plan(find_plan(arguments.get("PLAN")));
  if (!arguments.flag("--prior")) use_calibration(plan, console.catalogue());
  Progress progress(console.error, console.catalogue(), isatty(STDERR_FILENO) == 1);
  progress.begin(attribution::coalitions_of(plan, question), 0);
  const auto found = attribution::attribute(plan, question, [&] { progress.advance(); });
  progress.end();
  const auto format = arguments.get("--format", "table");
  delivery.deliver(format == "json"  ? json_text(attribution_json(plan, found))
                   : format == "csv" ? attribution_csv(found)
                                     : attribution_text(plan, found, top, delivery.page(console)),
                   console);
  return 0;
}

}  // namespace jobcast::app
