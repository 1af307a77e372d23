#pragma once

#include <array>
#include <cstdint>

#include "engine/random/stream.hpp"
#include "models/state/groups.hpp"
#include "models/survey/survey_id.hpp"
#include "models/survey/survey_model.hpp"

namespace jobcast::survey {

/// One survey in every lane of a block: who is in its population, how many it asks, and its sampling error.
struct SurveyDraw {
  SurveyId survey;
  std::array<units::Lane, state::survey_band_count> coverage;  ///< survey population over registered persons
  units::Lane sample_persons;                                  ///< persons of 15-64 asked
  units::Lane design_effect;                                   ///< 0: a sample without error
  std::array<units::Lane, state::cell_count> employed_error;   ///< standard normal, by cell
  std::array<units::Lane, state::cell_count> regular_error;    ///< standard normal, by cell
  std::array<PublishedStep, plan::indicator_names.size()> steps;
};

/// Draws first_draw .. first_draw + lane_count - 1 of one survey. Coverage and design effect are parameters: all
/// surveys of a draw share them, and a later survey's coverage goes on from the earlier one's. Sampling error is the
/// survey's own. Everything depends on the keys, the draw and the survey's name alone. No allocation. Preconditions:
/// parameters.purpose is Purpose::parameters, sampling.purpose is Purpose::survey.
SurveyDraw draw_survey(const SurveyModel& model, SurveyId survey, random::StreamKey parameters,
                       random::StreamKey sampling, std::uint32_t first_draw);

/// Central parameters and a sample without error: what the deterministic run uses.
SurveyDraw central_survey(const SurveyModel& model, SurveyId survey);

}  // namespace jobcast::survey
