#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/panel/panel.hpp"

namespace jobcast::panel {

/// The age groups that are modelled together to forecast one of them.
struct AgeSystem {
  std::string target;              ///< "15-64"
  std::vector<std::size_t> bands;  ///< the panel's groups that are modelled
  std::vector<bool> part;          ///< whether a band is part of the target
  bool composed = false;           ///< the target is the sum of its parts; otherwise it is the one band

  /// Names of the bands.
  [[nodiscard]] std::vector<std::string> names(const Panel& panel) const;
};

/// The bands 15-29, 30-49, 50-64 and 65+ where the panel has those that make up the target with their employed persons
/// (they say how much each weighs), otherwise the target alone. Only the first
/// `surveys` surveys are looked at. Nothing when the panel has neither.
std::optional<AgeSystem> age_system(const Panel& panel, std::string_view target, std::size_t surveys);

/// The published rate of the target, or the rate that its parts make up where it was not published (15-64 before
/// 2017H2); NaN where that cannot be told.
double target_rate(const Panel& panel, const AgeSystem& system, std::size_t area, std::size_t survey);

/// Survey population behind a figure, thousand persons: employed over rate. NaN when either is missing.
double survey_population(const Figure& figure);

}  // namespace jobcast::panel
