#include "models/backtest/backtest.hpp"
#include "app/commands/forecast_request.hpp"

#include <ostream>

#include "app/commands/commands.hpp"
#include "app/commands/deliver.hpp"
#include "app/commands/find_plan.hpp"
#include "app/commands/findings.hpp"
#include "app/report/backtest_report.hpp"
#include "app/report/forecast_json.hpp"
#include "models/calibration/survey_record.hpp"
#include "models/plan/plan.hpp"

namespace jobcast::app {

int run_backtest(const Arguments& arguments, const Console& console) {
  backtest::Settings settings;
  settings.seed = seed_of(arguments, settings.seed);
  settings.threads = threads_of(arguments);
  const auto format = arguments.get("--format", "table");
  const Delivery delivery(arguments.find("--out"));
  const auto plan = plan::load_plan(find_plan(arguments.get("PLAN")));
  calibration::refuse_impossible(plan);
  const auto backtest = backtest::run(plan, settings);
  const auto document = backtest_json(plan, backtest, settings);
  const auto file = Findings(plan).keep(backtest_finding, document);
  const auto page = delivery.page(console);
  std::string report = format == "json"  ? json_text(document)
                       : format == "csv" ? backtest_csv(backtest)
                                         : backtest_text(plan, backtest, page);
  if (format == "table") report += page.paragraph(console.catalogue().text("backtest.stored", file), Style::dim);
  delivery.deliver(report, console);
  return 0;
}

}  // namespace jobcast::app
