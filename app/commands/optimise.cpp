#include "models/optimise/optimise.hpp"
#include "app/commands/forecast_request.hpp"

#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "app/charts/front_plot.hpp"
#include "app/command_line/usage_error.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/deliver.hpp"
#include "app/commands/find_plan.hpp"
#include "app/commands/posterior.hpp"
#include "app/commands/progress.hpp"
#include "app/commands/target_option.hpp"
#include "app/report/forecast_json.hpp"
#include "app/report/optimise_report.hpp"
#include "engine/input/plain_number.hpp"

namespace jobcast::app {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t usual_top = 12;
constexpr std::uint64_t most_top = 100'000;
constexpr double percent = 100.0;
constexpr double most_percent = 1000.0;

/// "50" or "50%", as a share.
double share_of(const Arguments& arguments, std::string_view option, double otherwise) {
  const auto word = arguments.find(option);
  if (!word) return otherwise;
  const auto digits = word->ends_with('%') ? word->substr(0, word->size() - 1) : *word;
  const auto number = input::plain_number(digits).value;
  if (number && *number >= 0.0 && *number <= most_percent) return *number / percent;
  throw UsageError({"app.bad_number", {std::string(option), *word}},
                   {"optimise.expected_percent", {input::number_text(most_percent)}});
}

/// "75000" million won, "95%" of the plan's, "+5%" or "-5%" more or less.
std::optional<optimise::Amount> budget_of(const Arguments& arguments) {
  const auto word = arguments.find("--budget");
  if (!word) return std::nullopt;
  constexpr double million = 1e6;
  const bool in_percent = word->ends_with('%');
  const bool change = in_percent && (word->front() == '+' || word->front() == '-');
  const auto digits = word->substr(change && word->front() == '+' ? 1 : 0,
                                   word->size() - (in_percent ? 1 : 0) - (change && word->front() == '+' ? 1 : 0));
  const auto number = input::plain_number(digits).value;
  if (number) {
    const double value = in_percent ? *number / percent + (change ? 1.0 : 0.0) : *number * million;
    const double most = in_percent ? most_percent / percent : 1e15;
    if (value >= 0.0 && value <= most) return optimise::Amount{in_percent, value};
  }
  throw UsageError({"app.bad_number", {"--budget", *word}}, {"optimise.expected_budget", {}});
}

std::vector<optimise::Part> kept_of(const Arguments& arguments) {
  constexpr std::array<std::string_view, 3> names{"departments", "sectors", "types"};
  constexpr std::array parts{optimise::Part::department, optimise::Part::sector, optimise::Part::type};
  std::vector<optimise::Part> kept;
  const auto words = arguments.get("--keep");
  for (std::size_t from = 0; from < words.size();) {
    const auto comma = std::min(words.find(',', from), words.size());
    const auto word = words.substr(from, comma - from);
    const auto found = std::find(names.begin(), names.end(), word);
    if (found == names.end()) {
      const std::vector<std::string> known(names.begin(), names.end());
      throw UsageError({"app.bad_choice", {"--keep", word}}, {"app.expected_choice", {input::listed(known)}},
                       input::did_you_mean(word, known));
    }
    kept.push_back(parts[static_cast<std::size_t>(found - names.begin())]);
    from = comma + 1;
  }
  return kept;
}

optimise::Question question_of(const Arguments& arguments) {
  optimise::Question question;
  question.target = target_of(arguments, "--target");
  if (arguments.get("--maximise") == "probability") {
    question.goal = {optimise::Goal::Kind::chance, question.target};
  } else {
    question.goal = {optimise::Goal::Kind::indicator, target_of(arguments, "--maximise")};
    if (!arguments.find("--target")) question.target = question.goal.indicator;
  }
  question.rules.budget = budget_of(arguments);
  question.rules.floor = share_of(arguments, "--floor", question.rules.floor);
  question.rules.cap = share_of(arguments, "--cap", question.rules.cap);
  question.rules.kept = kept_of(arguments);
  const auto front = arguments.get("--front");
  question.front = front == "money"           ? optimise::FrontKind::money
                   : front == "youth-seniors" ? optimise::FrontKind::youth_seniors
                                              : optimise::FrontKind::none;
  question.request = request_of(arguments);
  return question;
}

/// The plan's manifest as a scenario file names it.
std::string manifest_from(const std::string& scenario_file, const plan::Plan& plan) {
  std::error_code ignored;
  const auto folder = fs::weakly_canonical(fs::absolute(scenario_file, ignored).parent_path(), ignored);
  const auto manifest = fs::weakly_canonical(fs::path(plan.folder) / "plan.toml", ignored);
  return manifest.lexically_proximate(folder).generic_string();
}

optimise::Optimum answer(const plan::Plan& plan, const optimise::Question& question, const Console& console) {
  Progress progress(console.error, console.catalogue(), isatty(STDERR_FILENO) == 1);
  bool begun = false;
  auto found = optimise::optimise(plan, question, [&](std::size_t expected) {
    if (!begun) progress.begin(expected, 0);
    begun = true;
    progress.advance();
  });
  progress.end();
  return found;
}

}  // namespace

int run_optimise(const Arguments& arguments, const Console& console) {
  auto question = question_of(arguments);
  const auto top = arguments.number("--top", usual_top, 1, most_top);
  const Delivery delivery(arguments.find("--out"));
  const auto scenario_file = arguments.find("--scenario-out");
  const Delivery scenario_delivery(scenario_file);
  const auto plot_file = arguments.find("--plot");
  const Delivery plot_delivery(plot_file);
  if (plot_file && question.front == optimise::FrontKind::none) {
    throw UsageError({"optimise.plot_without_front", {}}, {"optimise.expected_front", {}});
  }
  auto plan = plan::load_plan(find_plan(arguments.get("PLAN")));
  if (const auto bounds = arguments.find("--bounds")) question.rules.bounds = optimise::load_bounds(*bounds, plan);
  if (!arguments.flag("--prior")) use_calibration(plan, console.catalogue());
  const auto found = answer(plan, question, console);
  if (!found.conflict.empty()) {
    throw UsageError({"optimise.conflict", {limits_listed(plan, found.conflict, console.catalogue())}},
                     {"optimise.expected_limits", {}}, {"optimise.mend_limits", {}});
  }
  const auto format = arguments.get("--format", "table");
  delivery.deliver(format == "json"  ? json_text(optimise_json(plan, found))
                   : format == "csv" ? optimise_csv(plan, found)
                                     : optimise_text(plan, found, top, delivery.page(console)),
                   console);
  if (scenario_file) {
    scenario_delivery.deliver(optimise::scenario_toml(plan, found.best.county, manifest_from(*scenario_file, plan)),
                              console);
  }
  if (plot_file)
    plot_delivery.deliver(charts::front_plot(found, console.catalogue(), charts::front_width, "front", true).document(),
                          console);
  return 0;
}

}  // namespace jobcast::app
