#pragma once

#include <array>

#include "engine/units/lane.hpp"
#include "models/plan/plan.hpp"

namespace jobcast::survey {

/// The plan's six indicators in every lane, each in the unit it is published in: percent or persons.
struct IndicatorLanes {
  std::array<units::Lane, plan::indicator_names.size()> values;

  [[nodiscard]] units::Lane& of(plan::Indicator::Id id) { return values[static_cast<std::size_t>(id)]; }
  [[nodiscard]] const units::Lane& of(plan::Indicator::Id id) const { return values[static_cast<std::size_t>(id)]; }
};

}  // namespace jobcast::survey
