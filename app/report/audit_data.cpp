#include "app/report/audit_names.hpp"
#include "app/report/audit_report.hpp"
#include "app/report/csv.hpp"
#include "app/report/forecast_json.hpp"
#include "app/report/numbers.hpp"

namespace jobcast::app {
namespace {

using Json = nlohmann::ordered_json;

Json side_json(const audit::Side& side) {
  return {{"table", side.table}, {"cell", side.cell}, {"value", json_number(side.value)}, {"unit", side.unit}};
}

Json finding_json(const audit::Finding& finding, const AuditNames& names) {
  Json sides = Json::array();
  for (const auto& side : finding.sides) sides.push_back(side_json(side));
  return {{"id", finding.id},
          {"kind", audit::name_of(finding.kind)},
          {"severity", audit::name_of(finding.severity)},
          {"message", names.text(finding.message)},
          {"sides", std::move(sides)},
          {"difference", json_number(finding.difference)},
          {"cause", audit::name_of(finding.cause)},
          {"effect",
           {{"persons", json_number(finding.effect.persons)},
            {"points", json_number(finding.effect.points)},
            {"won", json_number(finding.effect.won)}}}};
}

}  // namespace

Json audit_json(const plan::Plan& plan, const audit::Audit& audit, const AuditView& view, const Catalogue& words) {
  Json document{{"schema", "jobcast.audit/1"},
                {"plan", plan.id},
                {"persons_15_64", json_number(audit.yardstick.persons_15_64)},
                {"survey_error_points", json_number(audit.yardstick.survey_error)},
                {"findings", Json::array()}};
  const AuditNames names(plan, words);
  for (const auto* finding : shown(audit, view)) document["findings"].push_back(finding_json(*finding, names));
  return document;
}

std::string audit_csv(const plan::Plan& plan, const audit::Audit& audit, const AuditView& view,
                      const Catalogue& words) {
  Csv csv({"id", "kind", "severity", "cause", "message", "side", "table", "cell", "value", "unit", "difference",
           "persons", "points", "won"});
  const AuditNames names(plan, words);
  for (const auto* finding : shown(audit, view)) {
    std::size_t number = 0;
    for (const auto& side : finding->sides) {
      csv.add(std::vector<std::string>{
          finding->id, std::string(audit::name_of(finding->kind)), std::string(audit::name_of(finding->severity)),
          std::string(audit::name_of(finding->cause)), names.text(finding->message), std::to_string(++number),
          side.table, side.cell, shortest(side.value), side.unit, shortest(finding->difference),
          shortest(finding->effect.persons), shortest(finding->effect.points), shortest(finding->effect.won)});
    }
  }
  return csv.text();
}

}  // namespace jobcast::app
