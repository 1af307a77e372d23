#include "models/forecast/forecast.hpp"
#include "app/commands/forecast_request.hpp"

#include "app/command_line/usage_error.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/deliver.hpp"
#include "app/commands/find_plan.hpp"
#include "app/commands/posterior.hpp"
#include "app/report/forecast_csv.hpp"
#include "app/report/forecast_document.hpp"
#include "app/report/forecast_json.hpp"
#include "app/report/forecast_text.hpp"
#include "app/report/track_record.hpp"
#include "models/plan/plan.hpp"
#include "models/scenario/scenario.hpp"

namespace jobcast::app {
namespace {

constexpr std::uint64_t most_draws = 100'000'000;
constexpr int longest_years = 30;

/// The last day to forecast; the pack's own where the user names none.
time::Date until(const Arguments& arguments, const plan::Plan& plan) {
  const auto asked_for = arguments.date("--until").value_or(plan.forecast_until);
  const auto least = time::add_days(plan.as_of, 1);
  const auto greatest = time::make_date(time::year_of(plan.as_of) + longest_years, 12, 31);
  if (asked_for >= least && asked_for <= greatest) return asked_for;
  throw UsageError({"app.until_out_of_range", {arguments.get("--until")}},
                   {"app.expected_date_range", {time::to_string(least), time::to_string(greatest)}});
}

/// What a forecast rests on beside its plan.
struct Grounds {
  std::string calibrated;  ///< a sentence; empty where the plan has no calibration
  std::optional<TrackRecord> record;
};

std::string report_of(const plan::Plan& plan, const forecast::Result& result, const Grounds& grounds,
                      const std::string& format, const Page& page) {
  if (format == "json") return json_text(forecast_document(plan, result, grounds.record));
  if (format == "csv") return forecast_csv(result);
  std::string text = forecast_text(plan, result, page);
  if (!grounds.calibrated.empty()) text += page.paragraph(grounds.calibrated);
  if (grounds.record) text += track_record_text(*grounds.record, page);
  return text;
}

}  // namespace

int run_forecast(const Arguments& arguments, const Console& console) {
  auto request = request_of(arguments, {.most = most_draws});
  const Delivery delivery(arguments.find("--out"));
  auto plan = plan::load_plan(find_plan(arguments.get("PLAN")));
  const auto scenario = scenario_of(arguments, plan);
  request.until = until(arguments, plan);
  Grounds grounds{.calibrated = {}, .record = kept_track_record(plan)};
  if (!arguments.flag("--prior")) grounds.calibrated = use_calibration(plan, console.catalogue());
  const auto result = forecast::run(plan, scenario, request);
  delivery.deliver(report_of(plan, result, grounds, arguments.get("--format", "table"), delivery.page(console)),
                   console);
  return 0;
}

}  // namespace jobcast::app
