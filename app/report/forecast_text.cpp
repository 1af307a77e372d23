#include "app/report/forecast_text.hpp"

#include <algorithm>

#include "app/report/names.hpp"
#include "app/report/numbers.hpp"

namespace jobcast::app {

std::string closing_section(const forecast::Result& result, const Page& page) {
  const auto& words = page.catalogue;
  std::string text = page.heading(words.text("forecast.closing_title"));
  if (!result.fit.empty()) {
    const auto within =
        std::count_if(result.fit.begin(), result.fit.end(), [](const auto& line) { return line.within; });
    text += page.paragraph(words.text("forecast.fit", std::to_string(result.fit.size()), std::to_string(within)));
  }
  text += page.paragraph(
      words.text("forecast.run", grouped(result.draws), std::to_string(result.seed), time::to_string(result.as_of)));
  text += page.paragraph(words.text("forecast.unknown_title"));
  for (const auto id :
       {"forecast.unknown_news", "forecast.unknown_assumptions", "forecast.unknown_survey", "forecast.unknown_model"}) {
    text += page.paragraph(words.text(id), Style::plain, "  - ");
  }
  return text;
}

std::string forecast_text(const plan::Plan& plan, const forecast::Result& result, const Page& page) {
  const auto& words = page.catalogue;
  return page.paint(Style::dim, words.text("forecast.title", in_language(plan.title, words),
                                           scenario_name(plan, result.scenario_title, words))) +
         "\n\n" + headline_section(result, page) + indicator_section(result, page) +
         earlier_survey_section(result, page) + uncertainty_section(result, page) + change_section(result, page) +
         jobs_section(result, page) + population_section(result, page) + closing_section(result, page);
}

}  // namespace jobcast::app
