#pragma once

#include <vector>

#include "engine/sensitivity/estimate.hpp"

namespace jobcast::sensitivity {

/// How often each of `rows` rows comes in a resample of as many rows, drawn with replacement. The same seed gives the
/// same counts, whatever else was drawn; the resamples of one seed are the same for every input, so that inputs are
/// compared on the same rows.
std::vector<double> resample(std::size_t rows, std::size_t number, std::uint64_t seed);

/// The interval of a statistic over its resamples.
void set_interval(const std::vector<double>& resampled, double confidence, Estimate& estimate);

}  // namespace jobcast::sensitivity
