#pragma once

#include <vector>

#include "engine/units/lane.hpp"
#include "models/programmes/milestone_schedule.hpp"

namespace jobcast::schedule {

/// Room for mark_critical(); one a thread.
struct CriticalityRoom {
  explicit CriticalityRoom(const programmes::MilestoneSchedule& network)
      : latest(network.steps().size()), critical(network.steps().size()) {}

  std::vector<units::Lane> latest;    ///< the last day on which a step may be reached without moving the end
  std::vector<units::Lane> critical;  ///< 1 where a slip of the step moves the end of its project, 0 elsewhere
};

/// Goes back from the end of each project in every lane, given the days on which the steps are reached
/// (MilestoneSchedule::draw). Reached steps are never critical. No allocation.
void mark_critical(const programmes::MilestoneSchedule& network, const std::vector<units::Lane>& finish,
                   CriticalityRoom& room);

}  // namespace jobcast::schedule
