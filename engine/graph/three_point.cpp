#include "engine/graph/three_point.hpp"

namespace jobcast::graph {

MeanVariance triangular_moments(ThreePoint duration) {
  const auto [low, mode, high] = duration;
  // The textbook form of the variance cancels for distant dates; these are the same terms from differences.
  const double rise = mode - low;
  const double fall = high - mode;
  return {.mean = (low + mode + high) / 3.0, .variance = (rise * rise + rise * fall + fall * fall) / 18.0};
}

MeanVariance pert_moments(ThreePoint duration) {
  const double sd = (duration.high - duration.low) / 6.0;
  return {.mean = (duration.low + 4.0 * duration.mode + duration.high) / 6.0, .variance = sd * sd};
}

MeanVariance pert_length(const DependencyGraph& graph, const std::vector<MeanVariance>& durations) {
  std::vector<double> means;
  for (const auto& duration : durations) means.push_back(duration.mean);
  const Schedule schedule = graph.schedule(means);
  MeanVariance length{.mean = schedule.length, .variance = 0.0};
  for (const int task : schedule.critical_path) length.variance += durations[static_cast<std::size_t>(task)].variance;
  return length;
}

}  // namespace jobcast::graph
