#pragma once

#include <vector>

#include "models/plan/plan.hpp"
#include "models/programmes/calendar.hpp"
#include "models/programmes/cell_weights.hpp"
#include "models/programmes/milestone_schedule.hpp"
#include "models/programmes/parameter_table.hpp"
#include "models/programmes/week_calendar.hpp"

namespace jobcast::programmes {

/// Programmes of the plan that act alike: same sector, traits, milestones and takers. 189 rows are some sixty kinds.
struct ProgrammeKind {
  /// Indices in the plan's parameter table.
  struct Parameters {
    std::size_t persons, residents, deadweight, displacement, fill, delay, base_ratio, elasticity_cut,
        elasticity_expansion, insured, placement;

    friend bool operator==(const Parameters&, const Parameters&) = default;
  };

  plan::Sector sector = plan::Sector::direct;
  plan::Contract contract = plan::Contract::temporary;
  bool from_inactive = true;
  bool from_unemployed = true;
  Parameters parameters{};
  std::vector<plan::Window> windows;
  double base_fill = 1.0;           ///< the base year's: expected share of slots filled, as the plan's traits have it
  random::Distribution base_delay;  ///< the base year's: start delay, as the plan's traits have it
  std::vector<std::vector<std::size_t>> waits;  ///< [window]: steps to be reached before it opens in the plan year
  std::vector<WeightedCell> cells;              ///< who fills the slots: labour group and sex; weights sum to 1
};

/// What no scenario changes of a plan's programmes, worked out once for any number of scenarios. Immutable.
///
/// A window of a programme that an action sheet covers waits for the sheet's milestones that are planned up to its
/// first day and not yet reached.
class PlannedProgrammes {
 public:
  /// A row of the plan with jobs.
  struct Row {
    std::size_t programme = 0;  ///< index in Plan::programmes
    std::size_t kind = 0;
    double jobs = 0.0;  ///< the plan's counting
  };

  /// `pool`: expected people without work by cell at the start; a weight over a wide age range is split by it. Throws
  /// what MilestoneSchedule throws.
  PlannedProgrammes(const plan::Plan& plan, const CellWeights& pool);

  [[nodiscard]] const MilestoneSchedule& schedule() const { return schedule_; }
  [[nodiscard]] const ParameterTable& parameters() const { return parameters_; }
  [[nodiscard]] const std::vector<ProgrammeKind>& kinds() const { return kinds_; }
  [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }

  /// The calendar of the reference week that begins on `sunday`.
  [[nodiscard]] WeekCalendar week(time::Date sunday) const;

 private:
  MilestoneSchedule schedule_;
  ParameterTable parameters_;
  std::vector<ProgrammeKind> kinds_;
  std::vector<Row> rows_;
  int plan_year_;
};

}  // namespace jobcast::programmes
