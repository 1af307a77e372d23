#include "engine/graph/cycle.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/strong_components.hpp>

namespace jobcast::graph {
namespace {

using Network = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;

Network network_of(const DependencyGraph& graph) {
  Network network(static_cast<std::size_t>(graph.size()));
  for (int task = 0; task < graph.size(); ++task) {
    for (const int next : graph.successors(task)) {
      boost::add_edge(static_cast<std::size_t>(task), static_cast<std::size_t>(next), network);
    }
  }
  return network;
}

/// Shortest walk from `start` back to itself; empty when there is none.
std::vector<int> shortest_return(const Network& network, std::size_t start) {
  const std::size_t count = boost::num_vertices(network);
  std::vector<std::size_t> reached_from(count, count);
  std::vector<std::size_t> distance(count, 0);
  boost::breadth_first_search(network, start,
                              boost::visitor(boost::make_bfs_visitor(
                                  std::make_pair(boost::record_predecessors(reached_from.data(), boost::on_tree_edge()),
                                                 boost::record_distances(distance.data(), boost::on_tree_edge())))));
  std::size_t last = count;
  for (std::size_t task = 0; task < count; ++task) {
    const bool reached = task == start || reached_from[task] != count;
    if (reached && boost::edge(task, start, network).second && (last == count || distance[task] < distance[last])) {
      last = task;
    }
  }
  if (last == count) return {};
  std::vector<int> circle;
  for (std::size_t task = last; task != start; task = reached_from[task]) circle.push_back(static_cast<int>(task));
  circle.push_back(static_cast<int>(start));
  std::reverse(circle.begin(), circle.end());
  return circle;
}

}  // namespace

std::vector<int> first_cycle(const DependencyGraph& graph) {
  const Network network = network_of(graph);
  const std::size_t count = boost::num_vertices(network);
  std::vector<std::size_t> component(count);
  const std::size_t components = boost::strong_components(
      network, boost::make_iterator_property_map(component.begin(), boost::get(boost::vertex_index, network)));
  std::vector<int> size(components, 0);
  for (const std::size_t own : component) ++size[own];
  for (std::size_t task = 0; task < count; ++task) {
    if (size[component[task]] > 1 || boost::edge(task, task, network).second) return shortest_return(network, task);
  }
  return {};
}

}  // namespace jobcast::graph
