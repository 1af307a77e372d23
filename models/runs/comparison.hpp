#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/store/run.hpp"
#include "models/forecast/result.hpp"

namespace jobcast::runs {

/// One figure of two runs, the second less the first in each draw. Both saw the same random numbers, so that what they
/// share cancels: the interval is that of the difference, not of two separate forecasts.
struct PairedDifference {
  double first = 0.0;   ///< mean
  double second = 0.0;  ///< mean
  double mean = 0.0;
  double sd = 0.0;
  double p05 = 0.0, p50 = 0.0, p95 = 0.0;
  double monte_carlo_error = 0.0;  ///< standard error of the mean difference
};

/// How often two runs meet a target, and the change in points of probability.
struct PairedChance {
  double first = 0.0;
  double second = 0.0;
  double change = 0.0;
  double monte_carlo_error = 0.0;  ///< of the change, from the draws in which the two runs part
};

struct IndicatorDifference {
  plan::Indicator::Id id = plan::Indicator::Id::employment_rate_15_64;
  time::Date reference_week;
  double target = 0.0;
  PairedDifference published;
  PairedDifference truth;
  PairedChance published_meets_target;
  PairedChance true_meets_target;
};

/// Why two runs cannot be compared.
enum class Refusal {
  other_plan,
  other_seed,  ///< then their draws are not the same futures
  no_draws,    ///< one of them keeps no draws
  no_common_survey
};

struct Comparison {
  store::RunRecord first;
  store::RunRecord second;
  int draws = 0;             ///< compared: the first ones, which both have
  bool other_draws = false;  ///< the runs have different numbers of them
  bool other_pack = false;   ///< the plan's files differ, and so their difference holds that as well
  bool other_engine = false;
  std::vector<IndicatorDifference> indicators;  ///< by survey, then by indicator
};

/// None: they can be compared. Reads records and columns.
std::optional<Refusal> why_not(const store::Run& first, const store::Run& second);

/// Throws std::invalid_argument for runs that cannot be compared.
Comparison compare(const store::Run& first, const store::Run& second);

/// The comparison with the plan as written, as outcomes that a store keeps with the run: a store then knows how surely
/// a scenario changes anything even where it keeps no draws. Throws as compare() does.
std::vector<store::Outcome> differences(const store::Run& as_written, const store::Run& run);

/// What a store keeps of a change against the plan as written.
struct KeptDifference {
  double mean = 0.0;  ///< of the true value
  double p05 = 0.0, p95 = 0.0;
  double monte_carlo_error = 0.0;         ///< of the mean
  double chance = 0.0;                    ///< change of the chance that the published figure meets the target
  double chance_monte_carlo_error = 0.0;  ///< of that
};

/// Nothing for the plan as written and for runs that were never held against it.
std::optional<KeptDifference> kept_difference(const std::vector<store::Outcome>& outcomes,
                                              plan::Indicator::Id indicator, time::Date reference_week);

}  // namespace jobcast::runs
