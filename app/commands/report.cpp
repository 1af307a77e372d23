#include <unistd.h>

#include <filesystem>

#include "app/command_line/usage_error.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/deliver.hpp"
#include "app/commands/find_plan.hpp"
#include "app/commands/findings.hpp"
#include "app/commands/forecast_request.hpp"
#include "app/commands/posterior.hpp"
#include "app/commands/progress.hpp"
#include "app/publication/draw_up.hpp"
#include "app/publication/web_page.hpp"
#include "app/publication/workbook.hpp"
#include "models/scenario/scenario.hpp"

namespace jobcast::app {
namespace {

/// Two files under one name would leave the one that is written last.
void refuse_same_file(const std::optional<std::string>& page, const std::optional<std::string>& book) {
  if (!page || !book) return;
  namespace fs = std::filesystem;
  std::error_code ignored;
  const bool same = fs::weakly_canonical(*page, ignored) == fs::weakly_canonical(*book, ignored);
  if (same) throw UsageError({"report.same_file", {*book}}, {"report.expected_two_files", {}});
}

}  // namespace

int run_report(const Arguments& arguments, const Console& console) {
  const auto page_file = arguments.find("--out");
  const auto book_file = arguments.find("--xlsx");
  const Delivery page_delivery(page_file);
  const Delivery book_delivery(book_file);
  refuse_same_file(page_file, book_file);
  auto plan = plan::load_plan(find_plan(arguments.get("PLAN")));
  const auto scenario = scenario_of(arguments, plan);
  auto request = request_of(arguments);
  request.until = plan.forecast_until;
  const auto backtest = Findings(plan).find(backtest_finding);
  std::string calibrated;
  if (!arguments.flag("--prior")) calibrated = use_calibration(plan, console.catalogue());

  Progress progress(console.error, console.catalogue(), isatty(STDERR_FILENO) == 1);
  const auto report = draw_up({plan, scenario, request, backtest, calibrated}, console.catalogue(),
                              [&](std::size_t done, std::size_t of) {
                                if (done == 1) progress.begin(of, 0);
                                progress.advance();
                              });
  progress.end();
  // Both are made before either is written, so that what fails while they are made leaves both files as they were.
  const auto page = page_file || !book_file ? web_page(report, console.catalogue()) : std::string();
  const auto book = book_file ? workbook(report, console.catalogue()) : std::string();
  if (book_file) book_delivery.deliver(book, console);
  if (page_file || !book_file) page_delivery.deliver(page, console);
  return 0;
}

}  // namespace jobcast::app
