#pragma once

#include <array>

#include "models/plan/plan.hpp"
#include "models/state/age_pyramid.hpp"
#include "models/survey/coverage.hpp"
#include "models/survey/published_step.hpp"

namespace jobcast::survey {

/// How the Local Area Labour Force Survey sees a county: which persons are in its population, how many it asks and how
/// it prints. Immutable and shared by all blocks. Sources and equations: docs/models/survey.md.
class SurveyModel {
 public:
  /// Coverage from the surveys published for weeks up to `plan.as_of`, against the register.
  /// Throws input::InputError when no such survey has employed persons and a rate for every band.
  SurveyModel(const plan::Plan& plan, const state::AgePyramid& register_at_as_of);

  /// Survey population over registered population by survey band, as the last surveys leave it.
  [[nodiscard]] const CoverageEstimate& coverage() const { return coverage_; }
  [[nodiscard]] const plan::Value& coverage_step() const { return coverage_step_; }
  [[nodiscard]] const plan::Value& coverage_drift_damping() const { return coverage_drift_damping_; }
  /// Persons of 15-64 that one survey asks in the county.
  [[nodiscard]] const plan::Value& sample_persons() const { return sample_persons_; }
  /// Variance over that of a simple random sample within cells of age and sex.
  [[nodiscard]] const plan::Value& design_effect() const { return design_effect_; }
  /// What calibration says of the design effect (column: the setting's key); null where the plan has no calibration.
  [[nodiscard]] const plan::Posterior* posterior() const { return posterior_.get(); }
  /// The step an indicator is published in.
  [[nodiscard]] PublishedStep published_step(plan::Indicator::Id id) const {
    return steps_[static_cast<std::size_t>(id)];
  }

 private:
  plan::Value coverage_step_;
  plan::Value coverage_drift_damping_;
  plan::Value sample_persons_;
  plan::Value design_effect_;
  std::shared_ptr<const plan::Posterior> posterior_;
  CoverageEstimate coverage_;
  std::array<PublishedStep, plan::indicator_names.size()> steps_;
};

}  // namespace jobcast::survey
