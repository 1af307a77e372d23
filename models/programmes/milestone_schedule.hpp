#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/random/stream.hpp"
#include "models/scenario/scenario.hpp"
#include "models/state/groups.hpp"

namespace jobcast::programmes {

/// One milestone of a plan's action sheets in time. Days are counted from the planned date and late is positive.
struct MilestoneStep {
  std::string id;                   ///< "1-1-1/land-split"
  std::size_t action = 0;           ///< index in Plan::actions
  std::size_t milestone = 0;        ///< index in the action's milestones
  time::Date planned;               ///< the date in the plan
  bool reached = false;             ///< planned up to the plan's as-of date: taken as done on its date
  double expected_delay = 0.0;      ///< days past the planned date with every duration at its mean; negative: early
  double delay_sd = 0.0;            ///< of the durations along the path that sets it (PERT)
  double slack = 0.0;               ///< days it can slip without moving the end of its project; 0 once reached
  double free_slack = 0.0;          ///< days it can slip without moving a step that waits for it; 0 once reached
  double planned_start = 0.0;       ///< planned date less the central duration, days since 1970-01-01
  double expected_start = 0.0;      ///< when work begins with every duration at its mean, days since 1970-01-01
  std::vector<std::size_t> before;  ///< steps that must be reached first

  [[nodiscard]] time::Date expected() const;  ///< the expected date, rounded up to a whole day
};

/// Milestones that hang together by dependencies, over one action sheet or several.
struct MilestoneProject {
  std::vector<std::size_t> steps;          ///< each after those it waits for
  std::vector<std::size_t> critical_path;  ///< the steps still to be reached whose slip moves the last one
  time::Date planned_end;                  ///< the latest planned date
  double expected_delay = 0.0;             ///< days of the end past it, by PERT
};

/// When the milestones of a plan are reached: an activity network by the critical path method with three-point
/// durations (Kelley & Walker 1959; Malcolm et al. 1959).
///
/// Work on a milestone begins when all that it waits for is reached, but not before its planned start (planned date
/// less the duration's central value), and takes its duration. docs/models/programmes.md, section 8.
class MilestoneSchedule {
 public:
  MilestoneSchedule() = default;
  /// Throws graph::CycleError naming milestones that wait for each other, std::out_of_range for an unknown id.
  explicit MilestoneSchedule(const plan::Plan& plan);

  /// Project by project, each step after those it waits for.
  [[nodiscard]] const std::vector<MilestoneStep>& steps() const { return steps_; }
  [[nodiscard]] const std::vector<MilestoneProject>& projects() const { return projects_; }

  /// Draws the day on which each step is reached, days since 1970-01-01: finish[i] belongs to steps()[i]. `finish` must
  /// hold steps().size() lanes. No allocation.
  void draw(random::StreamKey execution, std::uint32_t first_draw, std::vector<units::Lane>& finish) const;

 private:
  struct Task {
    double release = 0.0;  ///< planned start; the planned date where the step is reached
    random::Distribution duration;
    random::Entity stream;
  };

  void set_times(MilestoneProject& project);

  std::vector<MilestoneStep> steps_;
  std::vector<Task> tasks_;
  std::vector<MilestoneProject> projects_;
};

/// Permanent jobs of milestones that are still to be reached, each on its expected date. Milestones of an action that
/// covers programme rows are left out: those rows hold its jobs.
std::vector<scenario::DemandShock> milestone_jobs(const plan::Plan& plan, const MilestoneSchedule& schedule);

}  // namespace jobcast::programmes
