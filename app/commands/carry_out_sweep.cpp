#include "app/commands/carry_out_sweep.hpp"

#include <ostream>

#include "app/commands/stop_signal.hpp"
#include "app/commands/terminal.hpp"
#include "app/report/faults.hpp"

namespace jobcast::app {
namespace {

/// Which plans drew calibrated members; empty where none did.
std::string calibration_words(const SweepOrder& order, const Page& page) {
  const auto plans = order.sweep.plans.size();
  if (order.calibrated == 0) return {};
  const auto& words = page.catalogue;
  return page.paragraph(
      plans == 1 ? words.text("sweep.calibrated")
                 : words.text("sweep.calibrated_some", std::to_string(order.calibrated), std::to_string(plans)),
      Style::dim);
}

void deliver(const SweepOrder& order, const SweepTable& table, const Delivery& delivery, const Console& console) {
  const auto& format = order.format;
  if (format == "table") {
    const Page page = delivery.page(console);
    return delivery.deliver(sweep_text(table, page) + calibration_words(order, page), console);
  }
  const auto write = format == "json" ? sweep_json : sweep_csv;
  delivery.deliver([&](const input::Sink& sink) { write(table, sink); }, console);
}

}  // namespace

int carry_out_sweep(const SweepOrder& order, const Delivery& delivery, const Console& console,
                    const SweepRunner& runner) {
  // From here on Ctrl-C means: finish what is in hand.
  const StopSignal stop;
  store::RunStore store(order.store, order.resume ? store::Access::write : store::Access::create);
  SweptRuns runs(order.sweep, order.effort, store, order.keep);
  Progress progress(console.error, console.catalogue(), is_watched());
  std::uint64_t count = 0;
  const auto ending = runner({.known = [&](const sweep::Swept& swept) { return runs.known(swept); },
                              .begin =
                                  [&](std::uint64_t all, std::uint64_t known) {
                                    count = all;
                                    progress.begin(all, known);
                                  },
                              .take =
                                  [&](const sweep::Swept& swept, const forecast::Drawn& drawn) {
                                    runs.take(swept, drawn);
                                    progress.advance();
                                  },
                              .stopped = [&] { return stop.came(); }},
                             runs, progress);
  progress.end();
  if (ending == sweep::Ending::stopped) {
    console.error << fault_text(
        {{}, {"sweep.stopped", {std::to_string(runs.size()), std::to_string(count), order.store}}, {}, {}},
        console.catalogue(), console.error_paint);
    return stop.exit_code();
  }
  deliver(order, runs.table(), delivery, console);
  return 0;
}

}  // namespace jobcast::app
