#include "app/command_line/usage_error.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/deliver.hpp"
#include "app/commands/find_plan.hpp"
#include "app/explanation/explanation.hpp"
#include "app/report/forecast_json.hpp"

namespace jobcast::app {

int run_explain(const Arguments& arguments, const Console& console) {
  const Delivery delivery(arguments.find("--out"));
  const auto plan = plan::load_plan(find_plan(arguments.get("PLAN")));
  const auto key = arguments.get("KEY");
  const auto found = explain(plan, key, console.catalogue());
  if (found.empty()) {
    const auto near = input::nearest(key, known_keys(plan));
    throw UsageError({"app.unknown_key", {key}}, {"app.expected_key", {}},
                     near.empty() ? input::Message{} : input::Message{"app.did_you_mean", {near}});
  }
  delivery.deliver(arguments.get("--format", "table") == "json" ? json_text(explanation_json(plan, found))
                                                                : explanation_text(found, delivery.page(console)),
                   console);
  return 0;
}

}  // namespace jobcast::app
