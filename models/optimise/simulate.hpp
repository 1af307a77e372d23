#pragma once

#include "models/optimise/optimise.hpp"
#include "models/response/simulator.hpp"

namespace jobcast::optimise {

/// Simulates allocations in the question's own futures.
class Simulation {
 public:
  Simulation(const plan::Plan& plan, const Question& question);

  [[nodiscard]] Simulated of(const Allocation& county) const;
  [[nodiscard]] std::vector<Simulated> of(const std::vector<Allocation>& allocations) const;
  /// Of the goal's own figure; of the target's where the goal is none that a survey prints.
  [[nodiscard]] double survey_error() const;

 private:
  [[nodiscard]] Simulated told(const Allocation& county, const response::Outcomes& outcomes) const;

  const plan::Plan& plan_;
  const Question& question_;
  response::Simulator simulator_;
  response::Outcomes planned_;
};

}  // namespace jobcast::optimise
