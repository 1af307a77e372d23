#pragma once

#include <functional>

#include "models/plan/plan.hpp"

namespace jobcast::calibration::test {

/// The repository's plan.
const plan::Plan& jeongseon();

/// The plan with those facts alone that `keep` allows, changed by it where it likes.
plan::Plan with_facts(const plan::Plan& plan, const std::function<bool(plan::Fact&)>& keep);

}  // namespace jobcast::calibration::test
