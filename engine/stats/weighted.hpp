#pragma once

#include <span>
#include <vector>

namespace jobcast::stats {

/// Mean of a sample whose members count unequally. Preconditions here and below: as many weights as members, none
/// negative, summing to 1.
double weighted_mean(std::span<const double> sample, std::span<const double> weights);
/// Variance of the distribution that the weights give the sample: sum of w (x - mean)^2.
double weighted_variance(std::span<const double> sample, std::span<const double> weights);
/// Quantiles by linear interpolation between members placed at the middle of their weights: for equal weights type 5 of
/// Hyndman and Fan (1996). result[i] belongs to shares[i]. Throws std::invalid_argument for an empty sample.
std::vector<double> weighted_quantiles(std::span<const double> sample, std::span<const double> weights,
                                       std::span<const double> shares);
/// Monte Carlo standard error of the weighted mean (self-normalised importance sampling): sqrt(sum w^2 (x - mean)^2).
double weighted_error(std::span<const double> sample, std::span<const double> weights);

}  // namespace jobcast::stats
