#include "models/programmes/milestone_schedule.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/graph/three_point.hpp"

namespace jobcast::programmes {
namespace {

using units::Lane;

double days(time::Date date) { return static_cast<double>(date.time_since_epoch().count()); }

graph::MeanVariance moments_of(const random::Distribution& duration) {
  using Shape = random::Distribution::Shape;
  switch (duration.shape) {
    case Shape::triangular:
      return graph::triangular_moments({duration.a, duration.b, duration.c});
    case Shape::uniform:
      return {duration.mean(), (duration.c - duration.a) * (duration.c - duration.a) / 12.0};
    case Shape::normal:
      return {std::max(duration.mean(), 0.0), duration.b * duration.b};
    case Shape::lognormal:
      return {duration.mean(), duration.mean() * duration.mean() * std::expm1(duration.b * duration.b)};
    case Shape::fixed:
      break;
  }
  return {std::max(duration.a, 0.0), 0.0};
}

/// A milestone before it is put in order: its place in the plan.
struct Place {
  std::size_t action = 0;
  std::size_t milestone = 0;
};

const plan::Milestone& milestone_at(const plan::Plan& plan, Place place) {
  return plan.actions[place.action].milestones[place.milestone];
}

/// All milestones as one network, without times: for the order, and to find circles and unknown ids.
graph::DependencyGraph network(const plan::Plan& plan, const std::vector<Place>& places) {
  graph::DependencyGraph graph;
  for (const Place place : places) graph.add_task(milestone_at(plan, place).id, 0.0);
  for (const Place place : places) {
    const plan::Milestone& milestone = milestone_at(plan, place);
    for (const std::string& before : milestone.after) {
      if (graph.find(before) < 0) {
        throw std::out_of_range("milestone " + milestone.id + " waits for " + before + ", which there is not");
      }
      graph.add_dependency(before, milestone.id);
    }
  }
  return graph;
}

/// The project of each task: the smallest index among those that it is connected with.
std::vector<int> components(const graph::DependencyGraph& graph) {
  std::vector<int> project(static_cast<std::size_t>(graph.size()));
  std::iota(project.begin(), project.end(), 0);
  const auto root = [&](int task) {
    while (project[static_cast<std::size_t>(task)] != task) task = project[static_cast<std::size_t>(task)];
    return task;
  };
  for (int task = 0; task < graph.size(); ++task) {
    for (const int next : graph.successors(task)) {
      const auto [low, high] = std::minmax({root(task), root(next)});
      project[static_cast<std::size_t>(high)] = low;
    }
  }
  for (int task = 0; task < graph.size(); ++task) project[static_cast<std::size_t>(task)] = root(task);
  return project;
}

}  // namespace

time::Date MilestoneStep::expected() const {
  return time::add_days(planned, static_cast<int>(std::ceil(expected_delay - 1e-9)));
}

MilestoneSchedule::MilestoneSchedule(const plan::Plan& plan) {
  std::vector<Place> places;
  for (std::size_t action = 0; action < plan.actions.size(); ++action) {
    for (std::size_t index = 0; index < plan.actions[action].milestones.size(); ++index) {
      places.push_back({action, index});
    }
  }
  const graph::DependencyGraph all = network(plan, places);
  const std::vector<int> project_of = components(all);
  std::vector<int> order = all.topological_order();
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
    return project_of[static_cast<std::size_t>(a)] < project_of[static_cast<std::size_t>(b)];
  });

  std::vector<std::size_t> step_of(order.size());
  for (std::size_t step = 0; step < order.size(); ++step) step_of[static_cast<std::size_t>(order[step])] = step;
  int project = -1;
  for (const int task : order) {
    const Place place = places[static_cast<std::size_t>(task)];
    const plan::Milestone& milestone = milestone_at(plan, place);
    MilestoneStep step{.id = milestone.id,
                       .action = place.action,
                       .milestone = place.milestone,
                       .planned = milestone.date,
                       .reached = milestone.date <= plan.as_of,
                       .before = {}};
    for (const int before : all.predecessors(task)) step.before.push_back(step_of[static_cast<std::size_t>(before)]);
    const random::Distribution duration =
        step.reached ? random::Distribution::fixed(0.0) : milestone.duration_days.distribution;
    tasks_.push_back({.release = days(step.planned) - std::max(duration.central(), 0.0),
                      .duration = duration,
                      .stream = random::entity("milestone." + step.id)});
    if (project_of[static_cast<std::size_t>(task)] != project) projects_.emplace_back();
    project = project_of[static_cast<std::size_t>(task)];
    projects_.back().steps.push_back(steps_.size());
    steps_.push_back(std::move(step));
  }
  for (MilestoneProject& part : projects_) set_times(part);
}

void MilestoneSchedule::set_times(MilestoneProject& project) {
  // Each step has a second task in the network, the wait from the project's first day to its planned start.
  const auto release = [&](std::size_t step) { return tasks_[step].release; };
  const double origin = release(*std::min_element(project.steps.begin(), project.steps.end(),
                                                  [&](auto a, auto b) { return release(a) < release(b); }));
  graph::DependencyGraph graph;
  std::vector<graph::MeanVariance> moments;
  for (const std::size_t step : project.steps) {
    moments.push_back(moments_of(tasks_[step].duration));
    graph.add_task(steps_[step].id, moments.back().mean);
  }
  for (const std::size_t step : project.steps) {
    const int wait = graph.add_task("planned start of " + steps_[step].id, release(step) - origin);
    graph.add_dependency(wait, graph.find(steps_[step].id));
    if (steps_[step].reached) continue;
    for (const std::size_t before : steps_[step].before) graph.add_dependency(steps_[before].id, steps_[step].id);
  }
  const graph::Schedule schedule = graph.schedule();
  std::vector<double> variances(project.steps.size());
  for (std::size_t index = 0; index < project.steps.size(); ++index) {
    MilestoneStep& step = steps_[project.steps[index]];
    const graph::TaskTimes& times = schedule.times[index];
    step.expected_delay = origin + times.earliest_finish - days(step.planned);
    step.slack = step.reached ? 0.0 : std::max(times.total_float(), 0.0);
    step.free_slack = step.reached ? 0.0 : std::max(times.free_float(), 0.0);
    step.planned_start = release(project.steps[index]);
    step.expected_start = origin + times.earliest_start;
    variances[index] = moments[index].variance;
    for (const int before : graph.predecessors(static_cast<int>(index))) {
      const auto at = static_cast<std::size_t>(before);
      if (at < variances.size() && schedule.times[at].earliest_finish == times.earliest_start) {
        variances[index] = moments[index].variance + variances[at];
      }
    }
    step.delay_sd = std::sqrt(variances[index]);
    project.planned_end = index == 0 ? step.planned : std::max(project.planned_end, step.planned);
  }
  for (const int task : schedule.critical_path) {
    const auto at = static_cast<std::size_t>(task);
    if (at < project.steps.size() && !steps_[project.steps[at]].reached) {
      project.critical_path.push_back(project.steps[at]);
    }
  }
  project.expected_delay = origin + schedule.length - days(project.planned_end);
}

void MilestoneSchedule::draw(random::StreamKey execution, std::uint32_t first_draw, std::vector<Lane>& finish) const {
  for (std::size_t index = 0; index < steps_.size(); ++index) {
    const Task& task = tasks_[index];
    finish[index].setConstant(task.release);
    if (steps_[index].reached) continue;
    for (const std::size_t before : steps_[index].before) finish[index] = finish[index].max(finish[before]);
    if (task.duration.is_fixed()) {
      finish[index] += std::max(task.duration.a, 0.0);
    } else {
      finish[index] +=
          task.duration.quantile(random::LaneStream(execution, first_draw, task.stream).uniform()).max(0.0);
    }
  }
}

std::vector<scenario::DemandShock> milestone_jobs(const plan::Plan& plan, const MilestoneSchedule& schedule) {
  std::vector<scenario::DemandShock> shocks;
  for (const MilestoneStep& step : schedule.steps()) {
    const plan::Action& action = plan.actions[step.action];
    const plan::Milestone& milestone = action.milestones[step.milestone];
    if (milestone.jobs == 0.0 || step.reached || !action.covers.empty()) continue;
    shocks.push_back({.date = step.expected(),
                      .name = milestone.name,
                      .contract = plan::Contract::regular,
                      .jobs = milestone.jobs,
                      .age_from = state::youngest_working_age,
                      .age_to = 64,
                      .where = milestone.provenance.where});
  }
  return shocks;
}

}  // namespace jobcast::programmes
