#include "app/report/runs_report.hpp"

#include <nlohmann/json.hpp>

#include "app/report/names.hpp"
#include "app/report/numbers.hpp"
#include "app/report/table.hpp"
#include "models/runs/run_of.hpp"

namespace jobcast::app {
namespace {

std::string title_of(const store::RunRecord& record, const Catalogue& words) {
  return words.korean() || record.title_en.empty() ? record.title_ko : record.title_en;
}

Table table_of(const std::vector<ListedRun>& rows, int name_width, const Catalogue& words) {
  Table table({{words.text("runs.column_key"), Align::left},
               {words.text("runs.column_plan"), Align::left},
               {words.text("runs.column_scenario"), Align::left},
               {words.text("runs.column_draws")},
               {words.text("runs.column_seed")},
               {words.text("runs.column_kept")}});
  for (const auto& [record, kept] : rows) {
    table.add({{short_key(record), Style::accent},
               record.plan,
               shortened(record.scenario, name_width),
               grouped(record.draws),
               std::to_string(record.seed),
               {words.text(kept ? "runs.yes" : "runs.no"), kept ? Style::plain : Style::dim}});
  }
  return table;
}

std::string fields(const store::RunRecord& record, const Page& page) {
  const auto& words = page.catalogue;
  Table table({{"", Align::left}, {"", Align::left}});
  const auto add = [&](const char* id, const std::string& value) { table.add({{words.text(id), Style::dim}, value}); };
  add("runs.column_key", record.key);
  add("runs.column_plan", record.plan);
  add("runs.column_scenario", record.scenario);
  add("runs.field_title", title_of(record, words));
  if (const auto levers = levers_words(record); !levers.empty()) add("runs.field_levers", levers);
  add("runs.column_draws", grouped(record.draws));
  add("runs.column_seed", std::to_string(record.seed));
  add("runs.field_until", time::to_string(record.until));
  add("runs.field_engine", "jobcast " + record.engine);
  add("runs.field_pack", record.pack);
  const auto text = table.text(page.paint);
  // The table's empty titles and their rule say nothing.
  return text.substr(text.find('\n', text.find('\n') + 1) + 1);
}

std::string figures(const std::vector<const forecast::IndicatorForecast*>& rows, int draws, const Page& page) {
  const auto& words = page.catalogue;
  Table table({{words.text("forecast.column_indicator"), Align::left},
               {words.text("forecast.column_target")},
               {words.text("forecast.column_mean")},
               {words.text("forecast.column_ninety")},
               {words.text("forecast.column_chance")}});
  for (const auto* row : rows) {
    const auto decimals = is_rate(row->id) ? 1 : 0;
    const double chance = row->probability_published_meets_target;
    table.add({label(row->id, words),
               indicator_value(row->id, row->target),
               {indicator_value(row->id, row->published.mean), Style::bold},
               range(grouped(row->published.p05, decimals), indicator_value(row->id, row->published.p95), words),
               probability(chance, error_of_share(chance, draws))});
  }
  return page.heading(words.text("runs.figures_title", survey_name(rows.front()->reference_week, words))) +
         table.text(page.paint);
}

}  // namespace

std::string short_key(const store::RunRecord& record) {
  constexpr std::size_t digits = 12;
  return record.key.substr(0, digits);
}

std::string levers_words(const store::RunRecord& record) {
  const auto levers = nlohmann::ordered_json::parse(record.levers, nullptr, false);
  if (!levers.is_object()) return record.levers;
  std::string words;
  for (const auto& [name, value] : levers.items()) {
    words += (words.empty() ? "" : ", ") + name + " " + (value.is_string() ? value.get<std::string>() : value.dump());
  }
  return words;
}

std::string runs_text(const std::string& path, const std::vector<ListedRun>& rows, const Page& page) {
  const auto& words = page.catalogue;
  std::string text =
      page.paint(Style::bold, words.text("runs.title", path, grouped(static_cast<double>(rows.size())))) + "\n";
  if (rows.empty()) return text + words.text("runs.none") + "\n";
  constexpr int narrowest_name = 20;
  const int room = page.width - table_of(rows, narrowest_name, words).width() + narrowest_name;
  return text + "\n" + table_of(rows, std::max(narrowest_name, room), words).text(page.paint) +
         page.paragraph(words.text("runs.list_note"), Style::dim);
}

std::string run_text(const store::Run& run, const Page& page) {
  std::string text = fields(run.record, page);
  const auto indicators = runs::indicators_of(run);
  std::vector<const forecast::IndicatorForecast*> at_survey;
  for (std::size_t index = 0; index < indicators.size(); ++index) {
    const auto& row = indicators[index].forecast;
    at_survey.push_back(&row);
    const bool last = index + 1 == indicators.size();
    if (!last && indicators[index + 1].forecast.reference_week == row.reference_week) continue;
    text += figures(at_survey, run.record.draws, page);
    at_survey.clear();
  }
  return text +
         page.paragraph(page.catalogue.text("runs.more_figures", grouped(static_cast<double>(run.outcomes.size()))),
                        Style::dim);
}

}  // namespace jobcast::app
