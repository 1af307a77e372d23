#include "models/calibration/calibrate.hpp"
#include "app/commands/forecast_request.hpp"

#include "app/command_line/usage_error.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/deliver.hpp"
#include "app/commands/find_plan.hpp"
#include "app/commands/findings.hpp"
#include "app/commands/posterior.hpp"
#include "app/report/calibration_report.hpp"
#include "app/report/forecast_json.hpp"
#include "models/labour/survey_figure.hpp"

namespace jobcast::app {
namespace {

/// The step of the survey named by --until, which the plan must have.
std::optional<int> until(const Arguments& arguments, const plan::Plan& plan) {
  const auto asked_for = arguments.find("--until");
  if (!asked_for) return std::nullopt;
  const auto step = labour::survey_index(*asked_for);
  if (!step) throw UsageError({"calibration.no_such_survey", {*asked_for}}, {"calibration.expected_survey_form", {}});
  const auto record = calibration::read_record(plan);
  if (record.empty() || *step < record.rounds.front().step || *step > record.last()) {
    const auto expected =
        record.empty()
            ? input::Message{}
            : input::Message{"calibration.expected_survey",
                             {labour::survey_name(record.rounds.front().step), labour::survey_name(record.last())}};
    throw UsageError({"calibration.no_such_survey", {*asked_for}}, expected);
  }
  return step;
}

}  // namespace

int run_calibrate(const Arguments& arguments, const Console& console) {
  constexpr std::uint64_t fewest_members = 50;
  constexpr std::uint64_t most_members = 100'000;
  calibration::Settings settings;
  settings.members = static_cast<int>(
      arguments.number("--members", static_cast<std::uint64_t>(settings.members), fewest_members, most_members));
  settings.seed = seed_of(arguments, settings.seed);
  settings.threads = threads_of(arguments);
  const auto format = arguments.get("--format", "table");
  const Delivery delivery(arguments.find("--out"));
  const auto plan = plan::load_plan(find_plan(arguments.get("PLAN")));
  settings.until = until(arguments, plan);
  const auto calibration = calibration::calibrate(plan, settings);
  auto document = calibration_json(plan, calibration);
  const auto file = Findings(plan).keep(calibration_finding, document);
  const auto page = delivery.page(console);
  std::string report;
  if (format == "json") {
    document.erase("columns");  // the members stand in the finding
    document["file"] = file;
    report = json_text(document);
  } else if (format == "csv") {
    report = calibration_csv(calibration);
  } else {
    report = calibration_text(plan, calibration, page) +
             page.paragraph(console.catalogue().text("calibration.stored", file), Style::dim);
  }
  delivery.deliver(report, console);
  return 0;
}

int run_check_calibration(const Arguments& arguments, const Console& console) {
  constexpr std::uint64_t fewest_histories = 20;
  constexpr std::uint64_t most_histories = 10'000;
  calibration::CheckSettings settings;
  settings.histories = static_cast<int>(arguments.number("--histories", static_cast<std::uint64_t>(settings.histories),
                                                         fewest_histories, most_histories));
  settings.seed = seed_of(arguments, settings.seed);
  settings.threads = threads_of(arguments);
  const auto format = arguments.get("--format", "table");
  const Delivery delivery(arguments.find("--out"));
  const auto plan = plan::load_plan(find_plan(arguments.get("PLAN")));
  const auto calibration = kept_calibration(plan);
  if (!calibration) {
    throw UsageError({"calibration.not_calibrated", {plan.id}}, {}, {"calibration.mend_not_calibrated", {}});
  }
  const auto check = calibration::check(plan, *calibration, settings);
  delivery.deliver(format == "json"  ? json_text(check_json(plan, *calibration, check))
                   : format == "csv" ? check_csv(*calibration, check)
                                     : check_text(plan, *calibration, check, delivery.page(console)),
                   console);
  return check.sound ? 0 : 1;
}

}  // namespace jobcast::app
