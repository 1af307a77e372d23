#pragma once

#include "models/optimise/simulate.hpp"

namespace jobcast::optimise {

/// County money of a front of money, over what the rules allow.
inline constexpr std::array money_levels{0.8, 0.9, 0.95, 1.0, 1.05, 1.1, 1.2};

/// The points of the question's front, each simulated. Of money: the best allocation for each level of the budget;
/// of youth and seniors: the corners between the best for one and the best for the other.
std::vector<FrontPoint> front_of(const plan::Plan& plan, const Question& question, const Curves& curves,
                                 const std::vector<Limit>& limits, const Simulation& simulation);

/// Marks the points that another point dominates, both numbers being the more the better.
void mark_dominated(std::vector<FrontPoint>& points, const std::function<double(const FrontPoint&)>& one,
                    const std::function<double(const FrontPoint&)>& other);

}  // namespace jobcast::optimise
