#pragma once

#include "models/forecast/result.hpp"

namespace jobcast::app::testing {

/// A plan and a result made by hand, as large as a real one.
plan::Plan fixture_plan();
forecast::Result fixture_result();

}  // namespace jobcast::app::testing
