#include "app/report/audit_words.hpp"

#include <cmath>
#include <map>

#include "app/report/names.hpp"
#include "app/report/numbers.hpp"
#include "models/audit/precision.hpp"

namespace jobcast::app {
namespace {

std::string column_words(const std::string& cell, const AuditNames& names, const Catalogue& words) {
  const auto place = cell.rfind(" / ");
  if (place == std::string::npos) return cell;
  const auto row = names.name(cell.substr(0, place));
  const auto column = names.name(cell.substr(place + 3));
  const std::map<std::string, std::string> known{{"jobs", "audit.word_jobs"},
                                                 {"strategy_jobs", "audit.word_jobs"},
                                                 {"total", "audit.word_total"},
                                                 {"strategy_budget", "audit.word_total"},
                                                 {"strategy_programmes", "audit.word_sheets"},
                                                 {"action_sheets", "audit.word_sheets"},
                                                 {"tasks", "audit.word_tasks"},
                                                 {"strategies", "audit.word_strategies"},
                                                 {"sum of sources", "audit.word_sources"},
                                                 {"money per job", "audit.word_per_job"},
                                                 {"median money per job", "audit.word_median"},
                                                 {"period", "audit.word_period"},
                                                 {"trainees", "audit.word_trainees"},
                                                 {"national", "name.funding_national"},
                                                 {"provincial", "name.funding_provincial"},
                                                 {"county", "name.funding_county"},
                                                 {"private", "name.funding_private"}};
  const auto word = known.find(column);
  return row + " / " + (word != known.end() ? words.text(word->second) : column);
}

std::string unit_words(const std::string& unit, const Catalogue& words) {
  if (unit == "persons") return words.text("audit.unit_persons");
  if (unit == "thousand_persons") return words.text("audit.unit_thousand_persons");
  if (unit == "percent") return "%";
  if (unit == "percent_points") return words.text("audit.unit_points");
  if (unit == "won") return words.text("audit.unit_won");
  if (unit == "thousand_won") return words.text("audit.unit_thousand_won");
  if (unit == "million_won") return words.text("audit.unit_million_won");
  return "";
}

}  // namespace

std::string label(audit::Kind kind, const Catalogue& words) {
  switch (kind) {
    case audit::Kind::sum:
      return words.text("audit.kind_sum");
    case audit::Kind::share:
      return words.text("audit.kind_share");
    case audit::Kind::rate:
      return words.text("audit.kind_rate");
    case audit::Kind::change:
      return words.text("audit.kind_change");
    case audit::Kind::same_value:
      return words.text("audit.kind_same_value");
    case audit::Kind::double_count:
      return words.text("audit.kind_double_count");
    case audit::Kind::sheet:
      return words.text("audit.kind_sheet");
    case audit::Kind::left_out:
      return words.text("audit.kind_left_out");
    case audit::Kind::counting:
      return words.text("audit.kind_counting");
    case audit::Kind::unit_cost:
      return words.text("audit.kind_unit_cost");
    case audit::Kind::milestone:
      return words.text("audit.kind_milestone");
    case audit::Kind::target:
      return words.text("audit.kind_target");
    case audit::Kind::label:
      return words.text("audit.kind_label");
    case audit::Kind::unit:
      return words.text("audit.kind_unit");
    case audit::Kind::rank:
      return words.text("audit.kind_rank");
    case audit::Kind::rounding:
      return words.text("audit.kind_rounding");
  }
  return "";
}

std::string label(audit::Cause cause, const Catalogue& words) {
  switch (cause) {
    case audit::Cause::arithmetic:
      return words.text("audit.cause_arithmetic");
    case audit::Cause::rounding:
      return words.text("audit.cause_rounding");
    case audit::Cause::unit:
      return words.text("audit.cause_unit");
    case audit::Cause::half_year:
      return words.text("audit.cause_half_year");
    case audit::Cause::relative_points:
      return words.text("audit.cause_relative_points");
    case audit::Cause::double_count:
      return words.text("audit.cause_double_count");
    case audit::Cause::left_out:
      return words.text("audit.cause_left_out");
    case audit::Cause::other_counting:
      return words.text("audit.cause_other_counting");
    case audit::Cause::other_version:
      return words.text("audit.cause_other_version");
    case audit::Cause::other_scope:
      return words.text("audit.cause_other_scope");
    case audit::Cause::money_source:
      return words.text("audit.cause_money_source");
    case audit::Cause::timing:
      return words.text("audit.cause_timing");
    case audit::Cause::definition:
      return words.text("audit.cause_definition");
    case audit::Cause::survey_limit:
      return words.text("audit.cause_survey_limit");
  }
  return "";
}

std::string label(audit::Severity severity, const Catalogue& words) {
  switch (severity) {
    case audit::Severity::serious:
      return words.text("audit.severity_serious");
    case audit::Severity::visible:
      return words.text("audit.severity_visible");
    case audit::Severity::small:
      return words.text("audit.severity_small");
    case audit::Severity::wording:
      return words.text("audit.severity_wording");
    case audit::Severity::rounding:
      return words.text("audit.severity_rounding");
  }
  return "";
}

std::string short_label(audit::Severity severity, const Catalogue& words) {
  switch (severity) {
    case audit::Severity::serious:
      return words.text("audit.short_serious");
    case audit::Severity::visible:
      return words.text("audit.short_visible");
    default:
      return label(severity, words);
  }
}

std::string side_label(const audit::Side& side, const plan::Plan& plan, const AuditNames& names,
                       const Catalogue& words) {
  const bool own = side.table == "programmes" || side.table == "actions";
  const auto cell = own ? column_words(side.cell, names, words) : side.cell;
  if (side.table == "programmes") return words.text("audit.in_list", cell);
  if (side.table == "actions") return words.text("audit.in_sheet", cell);
  const bool numbered = side.table.find_first_not_of("0123456789-") == std::string::npos;
  if (numbered) return words.text("audit.in_numbered", side.table, cell);
  for (const auto& table : plan.facts.tables()) {
    if (table.id == side.table) return words.text("audit.in_table", in_language(table.title, words), cell);
  }
  return words.text("audit.in_table", side.table, cell);
}

std::string side_value(const audit::Side& side, const Catalogue& words) {
  if (side.unit == "date") {
    const int day = static_cast<int>(std::lround(side.value));
    return time::to_string(time::make_date(day / 10000, day / 100 % 100, day % 100));
  }
  const auto unit = unit_words(side.unit, words);
  const bool close = unit.empty() || unit == "%" || unit == words.text("audit.unit_points");
  return audit::words(side.value) + (close ? "" : " ") + unit;
}

std::string effect_words(const audit::Finding& finding, const Catalogue& words) {
  const auto& effect = finding.effect;
  std::string text;
  const auto add = [&](const std::string& part) { text += (text.empty() ? "" : ", ") + part; };
  constexpr double least_points = 0.005;
  if (effect.persons > 0.0) add(words.text("audit.effect_persons", grouped(effect.persons)));
  if (effect.points >= least_points) {
    add(words.text("audit.effect_points", grouped(effect.points, effect.points < 0.1 ? 2 : 1)));
  }
  if (effect.won > 0.0) add(money(units::Won(std::llround(effect.won)), words));
  return text;
}

}  // namespace jobcast::app
