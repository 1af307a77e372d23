#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "models/programmes/milestone_schedule.hpp"
#include "models/scenario/scenario.hpp"

namespace jobcast::schedule {

/// What a timetable is asked for.
struct Question {
  int draws = 10'000;      ///< futures; the same as those of a forecast with this seed
  std::uint64_t seed = 1;  ///< the same seed gives the same bits
  int threads = 0;         ///< 0: one a core; the result does not depend on it
};

/// A share of the draws and its Monte Carlo standard error.
struct Chance {
  double share = 0.0;
  double error = 0.0;
};

/// The days on which something happens in a tenth, half and nine tenths of the draws, rounded up to whole days.
struct DayRange {
  time::Date p10, p50, p90;
};

/// When a milestone is reached: by the critical path method with every duration at its mean, and over the draws.
struct MilestoneTiming {
  std::size_t step = 0;  ///< index in MilestoneSchedule::steps()
  time::Date earliest_start, earliest_finish;
  time::Date latest_start, latest_finish;  ///< without moving the expected end of the project
  double total_float = 0.0;                ///< days it can slip without moving that end
  double free_float = 0.0;                 ///< days it can slip without moving a milestone that waits for it
  bool critical = false;                   ///< on the critical path at mean durations
  Chance on_time;                          ///< reached by its planned date
  DayRange reached_on;
  double mean_delay = 0.0;        ///< days past the planned date; negative: early
  double mean_delay_error = 0.0;  ///< Monte Carlo standard error
  Chance criticality;             ///< draws in which its slip moves the end of its project (Van Slyke 1963)
};

/// Milestones that hang together.
struct ProjectTiming {
  std::size_t project = 0;  ///< index in MilestoneSchedule::projects()
  time::Date expected_end;  ///< with every duration at its mean
  Chance on_time;           ///< every milestone of it that is still ahead is reached by the project's planned end
  DayRange ends_on;
};

/// A programme's window of the plan year that opens only when milestones are reached.
struct Opening {
  std::size_t programme = 0;  ///< index in Plan::programmes
  std::size_t window = 0;     ///< index in its windows
  time::Date planned;
  std::vector<std::size_t> waits;  ///< indices in MilestoneSchedule::steps()
  Chance unhindered;               ///< its milestones are reached before its own late start lets it open
  DayRange opens_on;
};

/// Persons at work in a week: as the plan's calendar has them, and over the draws.
struct AtWork {
  double planned = 0.0;  ///< jobs as heads times the share of slots whose window holds a day of the week
  double mean = 0.0;     ///< posts offered and filled: late starts, unfilled places and the scenario's money count
  double p05 = 0.0, p95 = 0.0;
  double error = 0.0;  ///< Monte Carlo standard error of the mean
};

inline constexpr std::size_t week_count = 2;
inline constexpr std::size_t month_count = 12;
using InWeeks = std::array<AtWork, week_count>;  ///< April's reference week, then October's

struct ProgrammeWork {
  std::size_t programme = 0;  ///< index in Plan::programmes
  InWeeks weeks;
  std::array<double, month_count> planned_months{};
  std::array<double, month_count> months{};  ///< means
};

/// A sector's or a department's programmes together.
struct PartWork {
  std::string id;
  std::size_t programmes = 0;
  double jobs = 0.0;  ///< the plan's own count
  InWeeks weeks;
};

/// The week of a month that holds its 15th day, as the reference weeks of April and October do.
struct MonthWork {
  time::Date sunday;
  AtWork total;
  std::array<double, plan::sectors.size()> by_sector{};  ///< means
};

struct Timetable {
  int draws = 0;
  std::uint64_t seed = 0;
  std::string scenario;
  plan::Text scenario_title;
  programmes::MilestoneSchedule network;
  std::vector<MilestoneTiming> milestones;  ///< still ahead; project by project, each after those it waits for
  std::vector<ProjectTiming> projects;      ///< those with a milestone still ahead
  std::vector<Opening> openings;
  std::array<time::Date, week_count> sundays;
  InWeeks total;
  std::vector<PartWork> sectors;          ///< in the order of plan::sectors
  std::vector<PartWork> departments;      ///< in the plan's order; last, without an id, the programmes of none, if any
  std::vector<ProgrammeWork> programmes;  ///< those with jobs
  std::array<MonthWork, month_count> months;

  /// The programmes whose windows touch neither reference week: jobs that no survey sees.
  [[nodiscard]] std::vector<const ProgrammeWork*> in_no_reference_week() const;
};

/// When the plan's milestones are reached and its programmes at work under a scenario, in the futures of a forecast
/// with this seed. Throws graph::CycleError as MilestoneSchedule does. docs/models/schedule.md.
Timetable make_timetable(const plan::Plan& plan, const scenario::Scenario& scenario, const Question& question);

}  // namespace jobcast::schedule
