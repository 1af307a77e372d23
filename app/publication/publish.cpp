#include "app/publication/publish.hpp"

#include "app/publication/sections.hpp"
#include "app/report/forecast_text.hpp"
#include "app/report/last_survey.hpp"
#include "app/report/names.hpp"
#include "app/report/numbers.hpp"
#include "models/runs/engine_version.hpp"

namespace jobcast::app {
namespace {

bool says_something(const Section& section) {
  return !section.paragraphs.empty() || !section.figures.empty() || !section.sheets.empty();
}

std::string scenario_name(const Material& material, const Catalogue& words) {
  return material.as_written ? words.text("forecast.scenario_plan")
                             : in_language(material.forecast.scenario_title, words);
}

}  // namespace

Publication publish(const Material& material, const Catalogue& words) {
  SourceBook sources(material.plan, words);
  const Editor editor{material, words, sources};
  Publication report;
  report.korean = words.korean();
  const auto& result = material.forecast;
  report.title = words.text("report.title", in_language(material.plan.title, words));
  report.subtitle = words.text("report.subtitle", scenario_name(material, words), time::to_string(result.as_of),
                               grouped(result.draws), std::to_string(result.seed));
  for (const auto& sentence : headline_words(result, words)) {
    if (!sentence.empty()) report.answer.push_back(sentence);
  }
  if (const auto rows = at_last_survey(result); !rows.empty()) {
    const auto id = rows.front()->id;
    report.answer_sources = {SourceBook::target(id), SourceBook::base(id),
                             SourceBook::method(SourceBook::Method::survey)};
  }
  for (const auto write : {targets_section, uncertainty_of_section, change_of_section, jobs_of_section,
                           attribution_of_section, best_use_of_section, audit_of_section, schedule_of_section,
                           population_of_section, record_of_section, limits_section}) {
    if (auto section = write(editor); says_something(section)) report.sections.push_back(std::move(section));
  }
  report.sources = sources.sheets();
  report.sources_title = words.text("report.sources_title");
  report.sources_intro = words.text("report.sources_intro");
  report.footer = words.text("report.footer", runs::engine_version());
  return report;
}

}  // namespace jobcast::app
