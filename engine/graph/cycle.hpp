#pragma once

#include <vector>

#include "engine/graph/dependency_graph.hpp"

namespace jobcast::graph {

/// The shortest circle through the first-added task that is on one, in order of precedence and beginning with that
/// task. Empty when there is none.
std::vector<int> first_cycle(const DependencyGraph& graph);

}  // namespace jobcast::graph
