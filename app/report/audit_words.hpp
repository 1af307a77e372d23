#pragma once

#include <string>

#include "app/messages/catalogue.hpp"
#include "app/report/audit_names.hpp"
#include "models/audit/audit.hpp"

namespace jobcast::app {

std::string label(audit::Kind kind, const Catalogue& catalogue);
std::string label(audit::Cause cause, const Catalogue& catalogue);
std::string label(audit::Severity severity, const Catalogue& catalogue);
std::string short_label(audit::Severity severity, const Catalogue& catalogue);  ///< for a column

/// "표 6: 정선군 / 취업자"; tables without a number by their title, the list of programmes and the sheets by name.
std::string side_label(const audit::Side& side, const plan::Plan& plan, const AuditNames& names,
                       const Catalogue& catalogue);
/// "22 천 명", "535 백만 원", "2025-12-31".
std::string side_value(const audit::Side& side, const Catalogue& catalogue);
/// Persons, points of the employment rate and won that a finding could move at most; empty when none.
std::string effect_words(const audit::Finding& finding, const Catalogue& catalogue);

}  // namespace jobcast::app
