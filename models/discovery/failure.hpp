#pragma once

#include <string>

#include "models/plan/plan.hpp"

namespace jobcast::discovery {

/// What counts as failing: "employment_rate_15_64 < 76.1", "probability(employed_persons) <= 50%".
struct Failure {
  enum class Comparison { less, at_most, greater, at_least };

  std::string text;
  plan::Indicator::Id indicator = plan::Indicator::Id::employment_rate_15_64;
  bool probability = false;  ///< of the published figure's meeting its target, 0 to 1, instead of the figure itself
  Comparison comparison = Comparison::less;
  double number = 0.0;

  [[nodiscard]] bool holds(double value) const;
};

/// Reads  figure comparison number , where figure is an indicator or probability(indicator), comparison one of < <= >
/// >=, and the number may end in %: of a probability a hundredth, of a rate in percent itself. Blanks are free. Throws
/// input::InputError with the column of the fault; `file` stands for the expression's file.
Failure read_failure(const std::string& text, const std::string& file);

}  // namespace jobcast::discovery
