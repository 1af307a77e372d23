#pragma once

#include <cstdint>

#include "engine/random/stream.hpp"
#include "engine/units/lane.hpp"
#include "models/plan/plan.hpp"

namespace jobcast::survey {

/// A value of the plan in every lane, by its distribution: lane i belongs to draw first_draw + i. The stream is the
/// value's own, named by its key.
units::Lane parameter(const plan::Value& value, random::StreamKey key, std::uint32_t first_draw);

}  // namespace jobcast::survey
