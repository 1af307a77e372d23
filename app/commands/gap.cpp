#include <unistd.h>

#include "app/command_line/usage_error.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/deliver.hpp"
#include "app/commands/find_plan.hpp"
#include "app/commands/forecast_request.hpp"
#include "app/commands/posterior.hpp"
#include "app/commands/progress.hpp"
#include "app/commands/target_option.hpp"
#include "app/report/forecast_json.hpp"
#include "app/report/gap_report.hpp"
#include "engine/input/plain_number.hpp"
#include "models/gap/gap.hpp"

namespace jobcast::app {
namespace {

/// "0.8" or "80%".
double chance_of(const Arguments& arguments) {
  constexpr double usual = 0.8;
  constexpr double percent = 100.0;
  const auto word = arguments.find("--probability");
  if (!word) return usual;
  const bool in_percent = word->ends_with('%');
  const auto number = input::plain_number(in_percent ? word->substr(0, word->size() - 1) : *word).value;
  const double chance = number ? *number / (in_percent ? percent : 1.0) : 0.0;
  if (chance > 0.0 && chance < 1.0) return chance;
  throw UsageError({"app.bad_number", {"--probability", *word}}, {"gap.expected_probability", {}});
}

gap::Question question_of(const Arguments& arguments) {
  gap::Question question;
  question.target = target_of(arguments, "--target");
  question.chance = chance_of(arguments);
  question.request = request_of(arguments);
  return question;
}

}  // namespace

int run_gap(const Arguments& arguments, const Console& console) {
  const auto question = question_of(arguments);
  const Delivery delivery(arguments.find("--out"));
  auto plan = plan::load_plan(find_plan(arguments.get("PLAN")));
  const auto scenario = scenario_of(arguments, plan);
  if (!arguments.flag("--prior")) use_calibration(plan, console.catalogue());
  Progress progress(console.error, console.catalogue(), isatty(STDERR_FILENO) == 1);
  bool begun = false;
  const auto found = gap::find_gap(plan, scenario, question, [&](std::size_t expected) {
    if (!begun) progress.begin(expected, 0);
    begun = true;
    progress.advance();
  });
  progress.end();
  const auto format = arguments.get("--format", "table");
  delivery.deliver(format == "json"  ? json_text(gap_json(plan, scenario, found))
                   : format == "csv" ? gap_csv(found)
                                     : gap_text(plan, scenario, found, delivery.page(console)),
                   console);
  return 0;
}

}  // namespace jobcast::app
