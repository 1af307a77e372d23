#include "models/audit/audit.hpp"

#include "app/commands/commands.hpp"
#include "app/commands/deliver.hpp"
#include "app/commands/find_plan.hpp"
#include "app/report/audit_report.hpp"
#include "app/report/forecast_json.hpp"

namespace jobcast::app {

int run_audit(const Arguments& arguments, const Console& console) {
  const Delivery delivery(arguments.find("--out"));
  const auto plan = plan::load_plan(find_plan(arguments.get("PLAN")));
  const auto audit = audit::audit_plan(plan);
  const AuditView view{.rounding = arguments.flag("--all")};
  const auto format = arguments.get("--format", "table");
  delivery.deliver(format == "json"  ? json_text(audit_json(plan, audit, view, console.catalogue()))
                   : format == "csv" ? audit_csv(plan, audit, view, console.catalogue())
                                     : audit_text(plan, audit, view, delivery.page(console)),
                   console);
  // A report is no fault; who wants to be stopped by one asks for it.
  return arguments.flag("--strict") && !shown(audit, {}).empty() ? 1 : 0;
}

}  // namespace jobcast::app
