#pragma once

#include <vector>

#include "engine/graph/dependency_graph.hpp"

namespace jobcast::graph {

/// A duration estimated by its least, most likely and greatest value, in days.
struct ThreePoint {
  double low = 0.0;
  double mode = 0.0;
  double high = 0.0;
};

struct MeanVariance {
  double mean = 0.0;
  double variance = 0.0;
};

/// Moments of the triangular distribution: (l + m + h) / 3 and (l² + m² + h² - lm - lh - mh) / 18.
MeanVariance triangular_moments(ThreePoint duration);
/// PERT's classic approximation (Malcolm, Roseboom, Clark and Fazar 1959): (l + 4m + h) / 6 and ((h - l) / 6)².
MeanVariance pert_moments(ThreePoint duration);

/// Mean and variance of the whole by PERT: the sums along the path that is critical at mean durations, tasks taken as
/// independent. Understates the mean where several paths are nearly critical (MacCrimmon and Ryavec 1964); simulate
/// then. `durations`: the moments of each task in order of addition. Throws as DependencyGraph::schedule does.
MeanVariance pert_length(const DependencyGraph& graph, const std::vector<MeanVariance>& durations);

}  // namespace jobcast::graph
