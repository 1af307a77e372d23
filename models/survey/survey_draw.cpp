#include "models/survey/survey_draw.hpp"

#include <cmath>

#include "models/survey/parameter.hpp"

namespace jobcast::survey {
namespace {

using random::LaneStream;
using random::StreamKey;
using units::Lane;

// A band cannot vanish from the survey, however far a random walk is let run.
constexpr double least_coverage = 0.05;

/// damping + damping^2 + ... for `surveys` terms; before the last survey the drift is followed back undamped.
Lane drift_surveys(const Lane& damping, int surveys) {
  if (surveys < 0) return Lane::Constant(surveys);
  Lane sum = Lane::Zero();
  Lane term = Lane::Ones();
  for (int i = 0; i < surveys; ++i) {
    term *= damping;
    sum += term;
  }
  return sum;
}

std::array<PublishedStep, plan::indicator_names.size()> steps_of(const SurveyModel& model) {
  std::array<PublishedStep, plan::indicator_names.size()> steps;
  for (std::size_t id = 0; id < steps.size(); ++id)
    steps[id] = model.published_step(static_cast<plan::Indicator::Id>(id));
  return steps;
}

/// Unexplained changes since the last survey in use, relative to the level; 0 for that survey and those before it.
std::array<Lane, state::survey_band_count> coverage_walk(const SurveyModel& model, SurveyId survey, StreamKey key,
                                                         std::uint32_t first_draw) {
  std::array<Lane, state::survey_band_count> walk;
  walk.fill(Lane::Zero());
  const Lane step = parameter(model.coverage_step(), key, first_draw);
  for (SurveyId past = model.coverage().last; past < survey;) {
    past = past.next();
    LaneStream stream(key, first_draw, survey_entity("survey.coverage.step", past));
    for (Lane& band : walk) band += step * stream.normal();
  }
  return walk;
}

void draw_coverage(const SurveyModel& model, StreamKey key, std::uint32_t first_draw, SurveyDraw& draw) {
  const CoverageEstimate& estimate = model.coverage();
  LaneStream stream(key, first_draw, random::entity("survey.coverage"));
  std::array<Lane, coverage_state_count> normals;
  for (Lane& normal : normals) normal = stream.normal();
  const auto state_of = [&](int index) {
    Lane value = Lane::Constant(estimate.mean[index]);
    for (int column = 0; column <= index; ++column) {
      value += estimate.root(index, column) * normals[static_cast<std::size_t>(column)];
    }
    return value;
  };
  const Lane surveys = drift_surveys(parameter(model.coverage_drift_damping(), key, first_draw),
                                     draw.survey.index() - estimate.last.index());
  const auto walk = coverage_walk(model, draw.survey, key, first_draw);
  for (int band = 0; band < state::survey_band_count; ++band) {
    const auto index = static_cast<std::size_t>(band);
    const Lane level = state_of(band);
    const Lane drift = state_of(state::survey_band_count + band);
    draw.coverage[index] = (level * (1.0 + walk[index]) + surveys * drift).max(least_coverage);
  }
}

}  // namespace

SurveyDraw draw_survey(const SurveyModel& model, SurveyId survey, StreamKey parameters, StreamKey sampling,
                       std::uint32_t first_draw) {
  SurveyDraw draw;
  draw.survey = survey;
  draw_coverage(model, parameters, first_draw, draw);
  draw.sample_persons = parameter(model.sample_persons(), parameters, first_draw);
  const std::string& effect = model.design_effect().key;
  draw.design_effect = model.posterior() != nullptr && model.posterior()->find(effect) != nullptr
                           ? model.posterior()->lanes(effect, parameters, first_draw)
                           : parameter(model.design_effect(), parameters, first_draw);
  LaneStream stream(sampling, first_draw, survey_entity("survey.sample", survey));
  for (Lane& error : draw.employed_error) error = stream.normal();
  for (Lane& error : draw.regular_error) error = stream.normal();
  draw.steps = steps_of(model);
  return draw;
}

SurveyDraw central_survey(const SurveyModel& model, SurveyId survey) {
  SurveyDraw draw;
  draw.survey = survey;
  const CoverageEstimate& estimate = model.coverage();
  const Lane surveys =
      drift_surveys(Lane::Constant(model.coverage_drift_damping().central()), survey.index() - estimate.last.index());
  for (int band = 0; band < state::survey_band_count; ++band) {
    draw.coverage[static_cast<std::size_t>(band)] =
        (estimate.level(band) + surveys * estimate.drift(band)).max(least_coverage);
  }
  draw.sample_persons.setConstant(model.sample_persons().central());
  draw.design_effect.setZero();
  draw.employed_error.fill(Lane::Zero());
  draw.regular_error.fill(Lane::Zero());
  draw.steps = steps_of(model);
  return draw;
}

}  // namespace jobcast::survey
