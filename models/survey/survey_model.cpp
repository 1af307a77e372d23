#include "models/survey/survey_model.hpp"

#include "engine/input/diagnostic.hpp"
#include "models/survey/register_history.hpp"
#include "models/survey/survey_populations.hpp"

namespace jobcast::survey {
namespace {

bool every_band_is_seen(const std::vector<CoverageObservation>& observations) {
  for (std::size_t band = 0; band < state::survey_band_count; ++band) {
    bool seen = false;
    for (const auto& observation : observations) {
      bool alone = observation.registered[band] > 0.0;
      for (std::size_t other = 0; other < state::survey_band_count; ++other) {
        alone = alone && (other == band || observation.registered[other] == 0.0);
      }
      seen = seen || alone;
    }
    if (!seen) return false;
  }
  return true;
}

CoverageEstimate coverage_of(const plan::Plan& plan, const state::AgePyramid& register_at_as_of) {
  const auto observations = survey_populations(plan, RegisterHistory(plan, register_at_as_of));
  if (!every_band_is_seen(observations)) {
    throw input::InputError({.where = {.file = plan.folder},
                             .problem = {"survey.no_history", {time::to_string(plan.as_of)}},
                             .expected = {"survey.expected_history", {}},
                             .mend = {"survey.mend_history", {}}});
  }
  return estimate_coverage(observations, {.step = plan.assumption("survey.coverage_step").central(),
                                          .drift_sd = plan.assumption("survey.coverage_drift_spread").central()});
}

}  // namespace

SurveyModel::SurveyModel(const plan::Plan& plan, const state::AgePyramid& register_at_as_of)
    : coverage_step_(plan.assumption("survey.coverage_step")),
      coverage_drift_damping_(plan.assumption("survey.coverage_drift_damping")),
      sample_persons_(plan.assumption("survey.sample_persons")),
      design_effect_(plan.assumption("survey.design_effect")),
      posterior_(plan.posterior),
      coverage_(coverage_of(plan, register_at_as_of)) {
  for (const plan::Indicator& indicator : plan.indicators) {
    steps_[static_cast<std::size_t>(indicator.id)] = PublishedStep(indicator.rounding);
  }
}

}  // namespace jobcast::survey
