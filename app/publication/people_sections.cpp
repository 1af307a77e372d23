#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "app/charts/pyramid.hpp"
#include "app/charts/record_chart.hpp"
#include "app/publication/sections.hpp"
#include "app/report/forecast_population.hpp"
#include "app/report/names.hpp"
#include "app/report/numbers.hpp"
#include "app/report/track_record.hpp"

namespace jobcast::app {
namespace {

using Method = SourceBook::Method;

/// The register's people at the end of the base year; null where the pack does not print this group.
const plan::Fact* registered(const plan::Plan& plan, std::string_view group, std::string_view sex) {
  return plan.facts.find({.item = "population",
                          .period = std::to_string(plan.base_year),
                          .sex = std::string(sex),
                          .age = std::string(group)});
}

/// From the register to the horizon; from the first year forecast where the pack does not print every group.
charts::Pyramid pyramid_of(const Editor& editor, const std::vector<int>& years) {
  const auto& words = editor.words;
  const auto& plan = editor.material.plan;
  const auto& result = editor.material.forecast;
  const auto groups = population_groups(result);
  const bool printed = std::all_of(groups.begin(), groups.end(), [&](const auto& group) {
    return registered(plan, group, "male") != nullptr && registered(plan, group, "female") != nullptr;
  });
  const auto now = [&](const std::string& group, const char* sex) {
    if (printed) return registered(plan, group, sex)->value;
    const auto* row = population_of(result, years.front(), group, sex);
    return row ? row->mean : 0.0;
  };
  const auto later = [&](const std::string& group, const char* sex) {
    const auto* row = population_of(result, years.back(), group, sex);
    return row ? row->mean : 0.0;
  };
  charts::Pyramid people;
  const int first = printed ? plan.base_year : years.front();
  people.title = words.text("report.pyramid_title", std::to_string(first), std::to_string(years.back()));
  people.men = words.text("report.men");
  people.women = words.text("report.women");
  people.now_words = words.text(printed ? "report.pyramid_now" : "report.pyramid_later", std::to_string(first));
  people.later_words = words.text("report.pyramid_later", std::to_string(years.back()));
  for (const auto& group : groups) {
    people.groups.push_back({age_label(group, words), now(group, "male"), now(group, "female"), later(group, "male"),
                             later(group, "female")});
    const auto& row = people.groups.back();
    people.description += words.text("report.pyramid_described", row.name, grouped(row.men_now), grouped(row.men_later),
                                     grouped(row.women_now), grouped(row.women_later)) +
                          " ";
  }
  return people;
}

/// Whether the county grows or shrinks, and how sure that is.
Paragraph population_paragraph(const Editor& editor, const std::vector<int>& years) {
  const auto& words = editor.words;
  const auto& plan = editor.material.plan;
  const auto* last = population_of(editor.material.forecast, years.back(), "all", "both");
  if (last == nullptr) return {};
  const auto interval = range(grouped(last->p05), grouped(last->p95), words);
  const auto year = std::to_string(years.back());
  const auto* now = registered(plan, "all", "both");
  if (now == nullptr) {
    return {words.text("report.population_later", year, grouped(last->mean), interval),
            {SourceBook::method(Method::population)}};
  }
  const char* id = last->p95 < now->value    ? "report.population_falls"
                   : last->p05 > now->value  ? "report.population_grows"
                   : last->mean < now->value ? "report.population_may_fall"
                                             : "report.population_may_grow";
  Paragraph paragraph{
      words.text(id, std::to_string(plan.base_year), grouped(now->value), year, grouped(last->mean), interval),
      {SourceBook::method(Method::population)}};
  for (const auto& table : plan.facts.tables()) {
    const bool here =
        !table.facts.empty() && now >= table.facts.data() && now < table.facts.data() + table.facts.size();
    if (here) paragraph.sources.push_back(editor.sources.table(table.id));
  }
  return paragraph;
}

Sheet population_sheet(const Editor& editor, const std::vector<int>& years) {
  const auto& words = editor.words;
  const auto& result = editor.material.forecast;
  const auto source = SourceBook::method(Method::population);
  Sheet sheet{
      "table-population", words.text("report.name_population"), words.text("forecast.population_title"), {}, {}};
  sheet.columns.push_back({words.text("forecast.column_age"), false});
  for (const int year : years) sheet.columns.push_back({std::to_string(year), true, false, source});
  sheet.columns.push_back(
      {words.text("forecast.column_year_ninety", std::to_string(years.back())), true, true, source});
  auto groups = population_groups(result);
  groups.emplace_back("all");
  for (const auto& group : groups) {
    SheetRow row{{words_of(age_label(group, words))}, group == "all"};
    for (const int year : years) {
      const auto* people = population_of(result, year, group, "both");
      row.cells.push_back(people ? number_of(people->mean, Look::count) : words_of("-"));
    }
    const auto* last = population_of(result, years.back(), group, "both");
    row.cells.push_back(last ? interval_of(last->p05, last->p95, Look::count) : words_of("-"));
    sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

Sheet flows_sheet(const Editor& editor) {
  const auto& words = editor.words;
  const auto source = SourceBook::method(Method::population);
  Sheet sheet{"table-flows", words.text("report.name_flows"), words.text("report.flows_title"), {}, {}};
  sheet.columns.push_back({words.text("report.column_year"), false});
  for (const auto* name : {"name.births", "name.deaths", "name.arrivals", "name.leavers"}) {
    sheet.columns.push_back({words.text(name), true, false, source});
    sheet.columns.push_back({words.text("report.column_part_ninety", words.text(name)), true, true, source});
  }
  for (const auto& flow : editor.material.forecast.flows) {
    SheetRow row{{words_of(std::to_string(flow.year))}};
    for (const auto* each : {&flow.births, &flow.deaths, &flow.arrivals, &flow.leavers}) {
      row.cells.push_back(number_of(each->mean, Look::count));
      row.cells.push_back(interval_of(each->p05, each->p95, Look::count));
    }
    sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

std::string method_name(const std::string& method, const Catalogue& words) {
  static const std::map<std::string, const char*> names{{"last_value", "backtest.last_value"},
                                                        {"drift", "backtest.drift"},
                                                        {"hamilton_perry", "backtest.hamilton_perry"},
                                                        {"last_rate", "backtest.last_rate"},
                                                        {"local_level", "backtest.local_level"}};
  const auto name = names.find(method);
  return name == names.end() ? method : words.text(name->second);
}

bool is_empty(const nlohmann::ordered_json& row, const char* key) {
  return !row.contains(key) || row.at(key).is_null() || row.at(key) == "" || row.at(key) == "all";
}

double number(const nlohmann::ordered_json& row, const char* key) {
  return row.contains(key) && row.at(key).is_number() ? row.at(key).get<double>()
                                                      : std::numeric_limits<double>::quiet_NaN();
}

/// Whether the intervals held what they promise: said only where chance alone does not explain the difference.
std::string reliability(const std::string& subject, double within, double count, const Catalogue& words) {
  constexpr double promised = 0.8;
  const double error = std::sqrt(promised * (1.0 - promised) / std::max(count, 1.0));
  const char* id = within < promised - 2.0 * error   ? "report.record_narrow"
                   : within > promised + 2.0 * error ? "report.record_wide"
                                                     : "report.record_honest";
  return words.text(id, subject, grouped(100.0 * within) + "%", grouped(100.0 * promised) + "%", grouped(count));
}

/// Scores of every method over all ages and distances.
void add_scores(Section& section, const nlohmann::ordered_json& backtest, const std::string& subject,
                const Editor& editor) {
  const auto& words = editor.words;
  const auto source = SourceBook::method(Method::backtest);
  const bool rates = subject == "employment_rate";
  const auto score = rates ? Look::two : Look::count;
  Sheet sheet{"table-record-" + anchor_of(subject),
              words.text(rates ? "report.name_record_rate" : "report.name_record_people"),
              words.text(rates ? "report.record_rate_title" : "report.record_people_title"),
              {{words.text("backtest.column_method"), false},
               {"n", true, false, source},
               {"CRPS", true, false, source},
               {words.text("backtest.column_error"), true, false, source},
               {words.text("backtest.column_bias"), true, false, source},
               {words.text("backtest.column_within", "50%"), true, false, source},
               {words.text("backtest.column_within", "80%"), true, false, source},
               {words.text("backtest.column_within", "90%"), true, false, source}},
              {}};
  charts::Record record;
  for (const auto& row : backtest.at("scores")) {
    if (row.at("subject") != subject || !is_empty(row, "ages") || !is_empty(row, "ahead")) continue;
    const auto name = method_name(row.at("method").get<std::string>(), words);
    const std::vector<double> within{number(row, "coverage_50"), number(row, "coverage_80"),
                                     number(row, "coverage_90")};
    sheet.rows.push_back(
        {{words_of(name), number_of(number(row, "n"), Look::count), number_of(number(row, "crps"), score),
          number_of(number(row, "mae"), score),
          number_of(number(row, "bias"), rates ? Look::signed_two : Look::signed_count),
          number_of(within[0], Look::share), number_of(within[1], Look::share), number_of(within[2], Look::share)}});
    const charts::Record::Method method{name, number(row, "crps"), within};
    // The own one comes first, so that it has the first colour.
    if (name == "jobcast") {
      section.paragraphs.push_back({reliability(words.text(rates ? "report.record_rates" : "report.record_people"),
                                                within[1], number(row, "n"), words),
                                    {source}});
      record.methods.insert(record.methods.begin(), method);
    } else {
      record.methods.push_back(method);
    }
    record.description += words.text("report.record_described", name, number_words(method.crps, score),
                                     grouped(100.0 * within[1]) + "%") +
                          " ";
  }
  if (sheet.rows.empty()) return;
  record.title = sheet.title;
  record.promised = {0.5, 0.8, 0.9};
  record.crps_heading = words.text("report.record_crps");
  record.within_heading = words.text("report.record_within");
  record.promised_words = words.text("report.record_promised");
  record.decimals = rates ? 2 : 0;
  section.figures.push_back(
      figure_of("chart-record-" + anchor_of(subject), sheet.title, source, sheet.id,
                [&](double width, const std::string& id) { return charts::record_chart(record, width, id); }));
  section.sheets.push_back(std::move(sheet));
}

}  // namespace

Section population_of_section(const Editor& editor) {
  const auto& result = editor.material.forecast;
  Section section{"population", editor.words.text("report.section_population"), {}, {}, {}, {}};
  const auto years = population_years(result);
  if (years.empty()) return section;
  if (auto paragraph = population_paragraph(editor, years); !paragraph.words.empty()) {
    section.paragraphs.push_back(std::move(paragraph));
  }
  const auto people = pyramid_of(editor, years);
  section.figures.push_back(
      figure_of("chart-pyramid", people.title, SourceBook::method(Method::population), "table-population",
                [&](double width, const std::string& id) { return charts::pyramid(people, width, id); }));
  section.sheets.push_back(population_sheet(editor, years));
  if (!result.flows.empty()) section.sheets.push_back(flows_sheet(editor));
  return section;
}

Section record_of_section(const Editor& editor) {
  const auto& words = editor.words;
  Section section{"record", words.text("report.section_record"), {}, {}, {}, {}};
  const auto& backtest = editor.material.backtest;
  if (!backtest) {
    section.paragraphs.push_back({words.text("report.record_none", editor.material.plan.id), {}});
    return section;
  }
  const auto source = SourceBook::method(Method::backtest);
  if (const auto record = track_record_of(*backtest)) {
    section.paragraphs.push_back({track_record_words(*record, words), {source}});
  }
  add_scores(section, *backtest, "employment_rate", editor);
  add_scores(section, *backtest, "population", editor);
  return section;
}

Section limits_section(const Editor& editor) {
  const auto& words = editor.words;
  const auto& result = editor.material.forecast;
  Section section{"limits", words.text("forecast.closing_title"), {}, {}, {}, {}};
  if (!result.fit.empty()) {
    const auto within =
        std::count_if(result.fit.begin(), result.fit.end(), [](const auto& line) { return line.within; });
    section.paragraphs.push_back({words.text("forecast.fit", std::to_string(result.fit.size()), std::to_string(within)),
                                  {SourceBook::method(Method::labour)}});
  }
  section.paragraphs.push_back(
      {words.text("forecast.run", grouped(result.draws), std::to_string(result.seed), time::to_string(result.as_of)),
       {}});
  section.paragraphs.push_back(
      {editor.material.calibrated.empty() ? words.text("report.not_calibrated") : editor.material.calibrated, {}});
  section.paragraphs.push_back({words.text("forecast.unknown_title"), {}});
  for (const auto* id :
       {"forecast.unknown_news", "forecast.unknown_assumptions", "forecast.unknown_survey", "forecast.unknown_model"}) {
    section.paragraphs.push_back({"– " + words.text(id), {}});
  }
  return section;
}

}  // namespace jobcast::app
