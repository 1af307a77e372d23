#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/graph/cycle_error.hpp"

namespace jobcast::graph {

/// When a task can and must happen, in days from the start of the whole, and whether it sets the length of the whole.
struct TaskTimes {
  double earliest_start = 0.0;
  double earliest_finish = 0.0;
  double latest_start = 0.0;
  double latest_finish = 0.0;
  double next_start = 0.0;  ///< earliest start of what depends on it; the end of the whole where nothing does

  /// Days by which the task can slip without moving what depends on it.
  [[nodiscard]] double free_float() const { return next_start - earliest_finish; }
  /// Days by which the task can slip without moving the end.
  [[nodiscard]] double total_float() const { return latest_start - earliest_start; }
};

/// Tasks' times in the order they were added, the length of the whole and one longest path.
struct Schedule {
  std::vector<TaskTimes> times;
  double length = 0.0;
  std::vector<int> critical_path;  ///< tasks from a start to the end; where several are longest, the earliest added
};

/// Tasks with durations and finish-to-start dependencies: an activity-on-node network (critical path method; Kelley and
/// Walker 1959). Tasks are known by a text id and, in order of addition, by the index 0, 1, ….
class DependencyGraph {
 public:
  /// Returns the task's index. Throws std::invalid_argument for an id that is taken or a duration that is not >= 0.
  int add_task(std::string id, double duration_days);
  /// `after` cannot begin before `before` has finished. Throws std::out_of_range for an index that is none. A
  /// dependency given twice counts once.
  void add_dependency(int before, int after);
  /// The same by ids; throws std::out_of_range for an unknown one.
  void add_dependency(const std::string& before, const std::string& after);

  [[nodiscard]] int size() const { return static_cast<int>(tasks_.size()); }
  [[nodiscard]] const std::string& id(int task) const { return tasks_.at(static_cast<std::size_t>(task)).id; }
  [[nodiscard]] double duration(int task) const { return tasks_.at(static_cast<std::size_t>(task)).duration; }
  /// Index of an id, -1 when unknown.
  [[nodiscard]] int find(const std::string& id) const;
  [[nodiscard]] const std::vector<int>& predecessors(int task) const {
    return tasks_.at(static_cast<std::size_t>(task)).before;
  }
  [[nodiscard]] const std::vector<int>& successors(int task) const {
    return tasks_.at(static_cast<std::size_t>(task)).after;
  }

  /// Every task after those it depends on; of several that could come next, the one added first. Throws CycleError.
  [[nodiscard]] std::vector<int> topological_order() const;
  /// Times with the tasks' own durations. Throws CycleError.
  [[nodiscard]] Schedule schedule() const;
  /// Times with other durations, one for each task in order of addition: a draw of uncertain ones. Throws CycleError,
  /// or std::invalid_argument when there is not one duration >= 0 for each task.
  [[nodiscard]] Schedule schedule(const std::vector<double>& durations) const;

 private:
  struct Task {
    std::string id;
    double duration = 0.0;
    std::vector<int> before;
    std::vector<int> after;
  };

  [[noreturn]] void throw_cycle() const;
  [[nodiscard]] std::vector<int> critical_path(const Schedule& schedule) const;

  std::vector<Task> tasks_;
  std::map<std::string, int, std::less<>> index_;
};

}  // namespace jobcast::graph
