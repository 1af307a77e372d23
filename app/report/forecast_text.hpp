#pragma once

#include <array>
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

/// The answer in a sentence, and the sentences that belong to it; empty without indicators.
std::array<std::string, 2> headline_words(const forecast::Result& result, const Catalogue& words);

/// The chance that the figure published, or the true one, meets the target: "69%", as exact as the draws allow.
std::string published_chance(const forecast::IndicatorForecast& row, int draws);
std::string true_chance(const forecast::IndicatorForecast& row, int draws);

/// The id of the words for a probability: "odds.even" for 0.52.
std::string_view odds_id(double probability);

}  // namespace jobcast::app
