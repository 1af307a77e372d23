#pragma once

#include <string>

#include "app/charts/drawing.hpp"
#include "app/messages/catalogue.hpp"
#include "models/optimise/optimise.hpp"

namespace jobcast::charts {

/// Width of a front that is a file of its own.
inline constexpr double front_width = 720.0;

/// The front of an optimum: county money against the goal's change, or employed youth against employed seniors; each
/// point with its Monte Carlo error, dominated ones hollow, and the plan. Precondition: the optimum has a front with a
/// feasible point. `headed`: its title stands in it, for a file of its own.
Drawing front_plot(const optimise::Optimum& optimum, const app::Catalogue& words, double width, const std::string& id,
                   bool headed = false);

}  // namespace jobcast::charts
