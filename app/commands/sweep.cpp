#include "app/commands/carry_out_sweep.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/ranked_sweep.hpp"

namespace jobcast::app {

int run_sweep(const Arguments& arguments, const Console& console) {
  const auto launch = ranks::launch_of_process();
  if (launch.size > 1) return run_ranked_sweep(arguments, launch, console);
  const Delivery delivery(arguments.find("--out"));
  const auto order = read_sweep_order(arguments, console.catalogue());
  return carry_out_sweep(order, delivery, console, [&](const sweep::Audience& audience, SweptRuns&, Progress&) {
    return sweep::run(order.sweep, order.effort, audience);
  });
}

}  // namespace jobcast::app
