#include "models/schedule/criticality.hpp"

namespace jobcast::schedule {
namespace {

using units::Lane;

/// Sums of days since 1970 are exact to 1e-11; a thousandth of a second is no slip.
constexpr double no_slip = 1e-8;

}  // namespace

void mark_critical(const programmes::MilestoneSchedule& network, const std::vector<Lane>& finish,
                   CriticalityRoom& room) {
  const auto& steps = network.steps();
  for (const auto& project : network.projects()) {
    Lane end = finish[project.steps.front()];
    for (const std::size_t step : project.steps) end = end.max(finish[step]);
    for (const std::size_t step : project.steps) room.latest[step] = end;
    for (auto at = project.steps.rbegin(); at != project.steps.rend(); ++at) {
      const auto& step = steps[*at];
      room.critical[*at] = step.reached
                               ? Lane(Lane::Zero())
                               : Lane((room.latest[*at] - finish[*at] <= no_slip).select(Lane::Constant(1.0), 0.0));
      if (step.reached) continue;
      Lane start = Lane::Constant(step.planned_start);
      for (const std::size_t before : step.before) start = start.max(finish[before]);
      const Lane duration = finish[*at] - start;
      for (const std::size_t before : step.before) {
        room.latest[before] = room.latest[before].min(room.latest[*at] - duration);
      }
    }
  }
}

}  // namespace jobcast::schedule
