#pragma once

#include <span>

namespace jobcast::stats {

/// The continuous ranked probability score of a forecast given as an ensemble: E|X - y| - E|X - X'| / 2 with X, X'
/// drawn from the members (Gneiting and Raftery 2007, eq. 21). Less is better; for one member it is the absolute error.
/// In the unit of the outcome. O(n log n) by sorting. Throws std::invalid_argument for no member or a NaN.
double crps_of_ensemble(std::span<const double> members, double outcome);

/// The same for members that are independent draws of the forecast: E|X - X'| over different members only, which leaves
/// the score's expectation free of the ensemble's size (Ferro 2014). Needs two members or more; may be negative.
double fair_crps_of_ensemble(std::span<const double> members, double outcome);

/// The score of a normal forecast (Gneiting and others 2005, eq. 5). sd >= 0; for 0 the absolute error.
double crps_of_normal(double mean, double sd, double outcome);

}  // namespace jobcast::stats
