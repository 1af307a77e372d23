#pragma once

#include <string>
#include <string_view>

#include "app/messages/catalogue.hpp"
#include "models/plan/plan.hpp"

namespace jobcast::app {

/// Ids as JSON, CSV and the command line have them.
std::string_view id_of(plan::Sector sector);              ///< direct training service subsidy startup private
std::string_view id_of(plan::Funding funding);            ///< national provincial county private
std::string_view unit_of(plan::Indicator::Id indicator);  ///< percent, persons

/// What people read, short enough for a table.
std::string label(plan::Sector sector, const Catalogue& catalogue);
std::string label(plan::Funding funding, const Catalogue& catalogue);
std::string label(plan::Indicator::Id indicator, const Catalogue& catalogue);
std::string long_label(plan::Indicator::Id indicator, const Catalogue& catalogue);  ///< as a sentence takes it
std::string label(plan::Provenance::Kind kind, const Catalogue& catalogue);
/// "15-29" as "15~29세", "65+" as "65세 이상", "all" as "합계".
std::string age_label(std::string_view age_group, const Catalogue& catalogue);
/// "parameters", "chance", "execution", "survey", and "population", "behaviour", "programmes".
std::string part_label(std::string_view part, const Catalogue& catalogue);

/// A scenario's title; what the plan as written is called, which has no title of its own.
std::string scenario_name(const plan::Plan& plan, const plan::Text& title, const Catalogue& catalogue);

const std::string& in_language(const plan::Text& text, const Catalogue& catalogue);

/// A value of an indicator as published: "76.1%", "21,800"; "-" where nothing was published.
std::string indicator_value(plan::Indicator::Id indicator, double value);
/// The same in a sentence: "76.1%", "21,800명".
std::string indicator_value_with_unit(plan::Indicator::Id indicator, double value, const Catalogue& catalogue);
bool is_rate(plan::Indicator::Id indicator);

/// "73.2~79.1" or "73.2-79.1"; "-0.3 ~ +0.5" or "-0.3 to +0.5".
std::string range(const std::string& from, const std::string& to, const Catalogue& catalogue);
std::string signed_range(const std::string& from, const std::string& to, const Catalogue& catalogue);

}  // namespace jobcast::app
