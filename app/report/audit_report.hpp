#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "app/report/page.hpp"
#include "models/audit/audit.hpp"

namespace jobcast::app {

/// What of an audit is shown.
struct AuditView {
  bool rounding = false;  ///< differences by rounding too
};

/// Findings in groups of severity, the gravest first; each with its sides, difference, cause and effect.
std::string audit_text(const plan::Plan& plan, const audit::Audit& audit, const AuditView& view, const Page& page);
/// Schema "jobcast.audit/1" (docs/output.md).
nlohmann::ordered_json audit_json(const plan::Plan& plan, const audit::Audit& audit, const AuditView& view,
                                  const Catalogue& catalogue);
/// A side of a finding a row: id,kind,severity,cause,message,side,table,cell,value,unit,difference,persons,points,won.
std::string audit_csv(const plan::Plan& plan, const audit::Audit& audit, const AuditView& view,
                      const Catalogue& catalogue);

/// The findings that are shown.
std::vector<const audit::Finding*> shown(const audit::Audit& audit, const AuditView& view);

}  // namespace jobcast::app
