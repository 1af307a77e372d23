#pragma once

#include "models/calibration/check.hpp"

namespace jobcast::calibration {

/// Every figure that calibration read, beside what its members expected of it.
std::vector<FigureCheck> check_figures(const plan::Plan& plan, const Data& data, const Calibration& calibration);

}  // namespace jobcast::calibration
