#pragma once

#include <string>

#include "app/report/page.hpp"
#include "models/forecast/result.hpp"

namespace jobcast::app {

/// The forecast as a planner reads it: the answer first, then the indicators, where the uncertainty and the change come
/// from, the jobs, the population, and what the forecast does not know.
std::string forecast_text(const plan::Plan& plan, const forecast::Result& result, const Page& page);

/// Its sections, each empty when the result has nothing for it.
std::string headline_section(const forecast::Result& result, const Page& page);
std::string indicator_section(const forecast::Result& result, const Page& page);
std::string earlier_survey_section(const forecast::Result& result, const Page& page);
std::string uncertainty_section(const forecast::Result& result, const Page& page);
std::string change_section(const forecast::Result& result, const Page& page);
std::string jobs_section(const forecast::Result& result, const Page& page);
std::string population_section(const forecast::Result& result, const Page& page);
std::string closing_section(const forecast::Result& result, const Page& page);

/// The answer in two sentences, as the headline section writes them: the chance of the first target, and the figure
/// expected. Empty without a survey.
std::vector<std::string> headline(const forecast::Result& result, const Catalogue& words);

/// The id of the words for a probability: "odds.even" for 0.52.
std::string_view odds_id(double probability);

}  // namespace jobcast::app
