#pragma once

#include <string>

#include "app/messages/catalogue.hpp"
#include "models/optimise/optimise.hpp"

namespace jobcast::charts {

/// The front of an optimum as SVG: county money against the goal's change, or employed youth against employed seniors;
/// each point with its Monte Carlo error, dominated ones hollow, and the plan. Precondition: the optimum has a front
/// with a feasible point.
std::string front_plot(const optimise::Optimum& optimum, const app::Catalogue& words);

}  // namespace jobcast::charts
