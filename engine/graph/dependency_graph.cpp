#include "engine/graph/dependency_graph.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <queue>
#include <stdexcept>

#include "engine/graph/cycle.hpp"

namespace jobcast::graph {
namespace {

void require_duration(double days) {
  if (!std::isfinite(days) || days < 0.0) throw std::invalid_argument("a task's duration is not a number >= 0");
}

}  // namespace

int DependencyGraph::add_task(std::string id, double duration_days) {
  require_duration(duration_days);
  if (!index_.try_emplace(id, size()).second) throw std::invalid_argument("task " + id + " exists already");
  tasks_.push_back({.id = std::move(id), .duration = duration_days, .before = {}, .after = {}});
  return size() - 1;
}

void DependencyGraph::add_dependency(int before, int after) {
  Task& first = tasks_.at(static_cast<std::size_t>(before));
  Task& second = tasks_.at(static_cast<std::size_t>(after));
  if (std::find(first.after.begin(), first.after.end(), after) != first.after.end()) return;
  first.after.push_back(after);
  second.before.push_back(before);
}

void DependencyGraph::add_dependency(const std::string& before, const std::string& after) {
  add_dependency(index_.at(before), index_.at(after));
}

int DependencyGraph::find(const std::string& id) const {
  const auto found = index_.find(id);
  return found == index_.end() ? -1 : found->second;
}

std::vector<int> DependencyGraph::topological_order() const {
  std::vector<std::size_t> waiting_for;
  std::priority_queue<int, std::vector<int>, std::greater<>> ready;
  for (int task = 0; task < size(); ++task) {
    waiting_for.push_back(predecessors(task).size());
    if (waiting_for.back() == 0) ready.push(task);
  }
  std::vector<int> order;
  while (!ready.empty()) {
    const int task = ready.top();
    ready.pop();
    order.push_back(task);
    for (const int next : successors(task)) {
      if (--waiting_for[static_cast<std::size_t>(next)] == 0) ready.push(next);
    }
  }
  if (order.size() < tasks_.size()) throw_cycle();
  return order;
}

void DependencyGraph::throw_cycle() const {
  std::vector<std::string> ids;
  for (const int task : first_cycle(*this)) ids.push_back(id(task));
  throw CycleError(std::move(ids));
}

Schedule DependencyGraph::schedule() const {
  std::vector<double> durations;
  for (const auto& task : tasks_) durations.push_back(task.duration);
  return schedule(durations);
}

Schedule DependencyGraph::schedule(const std::vector<double>& durations) const {
  if (durations.size() != tasks_.size()) throw std::invalid_argument("not one duration for each task");
  std::for_each(durations.begin(), durations.end(), require_duration);
  const std::vector<int> order = topological_order();
  Schedule result{.times = std::vector<TaskTimes>(tasks_.size()), .length = 0.0, .critical_path = {}};
  const auto times = [&](int task) -> TaskTimes& { return result.times[static_cast<std::size_t>(task)]; };

  for (const int task : order) {
    TaskTimes& own = times(task);
    for (const int before : predecessors(task))
      own.earliest_start = std::max(own.earliest_start, times(before).earliest_finish);
    own.earliest_finish = own.earliest_start + durations[static_cast<std::size_t>(task)];
    result.length = std::max(result.length, own.earliest_finish);
  }
  for (auto task = order.rbegin(); task != order.rend(); ++task) {
    TaskTimes& own = times(*task);
    own.latest_finish = result.length;
    own.next_start = result.length;
    for (const int next : successors(*task)) {
      own.latest_finish = std::min(own.latest_finish, times(next).latest_start);
      own.next_start = std::min(own.next_start, times(next).earliest_start);
    }
    own.latest_start = own.latest_finish - durations[static_cast<std::size_t>(*task)];
  }
  result.critical_path = critical_path(result);
  return result;
}

std::vector<int> DependencyGraph::critical_path(const Schedule& schedule) const {
  const auto finish = [&](int task) { return schedule.times[static_cast<std::size_t>(task)].earliest_finish; };
  const auto last_to_finish = [&](const auto& tasks) {
    int last = -1;
    for (const int task : tasks) {
      if (last < 0 || finish(task) > finish(last) || (finish(task) == finish(last) && task < last)) last = task;
    }
    return last;
  };
  std::vector<int> ends;
  for (int task = 0; task < size(); ++task) {
    if (successors(task).empty()) ends.push_back(task);
  }
  std::vector<int> path;
  for (int task = last_to_finish(ends); task >= 0; task = last_to_finish(predecessors(task))) path.push_back(task);
  std::reverse(path.begin(), path.end());
  return path;
}

}  // namespace jobcast::graph
