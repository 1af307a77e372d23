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
