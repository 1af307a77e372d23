#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "models/programmes/expected_shares.hpp"
#include "models/programmes/milestone_schedule.hpp"
#include "models/programmes/parameter_table.hpp"
#include "models/programmes/slot_groups.hpp"
#include "models/state/cell_counts.hpp"

namespace jobcast::programmes {

/// What programmes add to the employed residents who would be there if the base year's programmes simply went on.
struct Overlay {
  /// Additional employed residents by cell and contract (regular, temporary, self-employed); negative where fewer.
  std::array<std::array<units::Lane, 3>, state::cell_count> net;
  /// Additional employment-insurance members.
  units::Lane insured;
};

/// A sector in the reference week.
struct SectorLanes {
  units::Lane at_work;  ///< heads at work in that week
  units::Lane at_work_15_64;
  units::Lane net_employment;  ///< additional employed residents against no programmes at all
  units::Lane unfilled;        ///< slots nobody eligible was left for
};
using SectorOutcomes = std::array<SectorLanes, plan::sectors.size()>;

/// What the calendar says of each group in one reference week, worked out once a forecast.
struct WeekCalendar {
  /// A window of the plan year that is open in the week.
  struct Start {
    double share = 0.0;
    double days_since_start = 0.0;   ///< from the window's first day to the week's last
    bool in_plan_year = true;        ///< begun in the plan year: the scenario's delay and milestones act
    std::vector<std::size_t> waits;  ///< steps of the schedule to be reached before it opens
  };
  struct Group {
    std::vector<Start> starts;
    double base_share = 0.0;     ///< expected share of base-year slots at work in the same week of the base year
    double carried_share = 0.0;  ///< the same of windows that the base year opened and that run on into the plan year
    double ended_share = 0.0;    ///< share of slots whose window opened in the plan year or later and ended this year
  };
  double last_day = 0.0;  ///< the week's Saturday, days since 1970-01-01
  std::vector<Group> groups;
};

/// The lanes of one block: a group's factors. Made once a block, kept for every survey of it.
struct ProgrammeDraw {
  struct Group {
    units::Lane plan_heads;  ///< heads if every window were open
    units::Lane base_heads;
    units::Lane residents;  ///< residents in the survey's population for one head at work
    units::Lane net;        ///< additional employed for one resident at work: 1 - deadweight - displacement
    units::Lane insured;    ///< additional insurance members for one head at work
    units::Lane placement;  ///< additional employed residents for one head whose window has ended
    units::Lane delay_days;
  };
  std::vector<units::Lane> values;
  std::vector<units::Lane> milestones;  ///< day on which each step of the schedule is reached
  std::vector<Group> groups;
};

/// The programmes of a plan under a scenario. Immutable; shared by all blocks. Equations: docs/models/programmes.md.
///
/// A resident at work adds 1 - deadweight - displacement employed residents. The base year's employment holds the base
/// year's programmes already, so only the difference to them moves the county. Slots are filled from people without
/// work and those who held base-year slots, never more than there are. Money acts by jobs = planned jobs x (new money /
/// planned money)^elasticity.
class ProgrammeModel {
 public:
  /// `pool`: expected people without work by cell at the start. Throws what MilestoneSchedule throws.
  ProgrammeModel(const plan::Plan& plan, const scenario::Scenario& scenario, const CellWeights& pool);

  [[nodiscard]] const std::vector<SlotGroup>& groups() const { return groups_; }
  [[nodiscard]] const MilestoneSchedule& schedule() const { return schedule_; }

  /// The calendar of the reference week that begins on `sunday`. `shares`: what was worked out before; saves time.
  [[nodiscard]] WeekCalendar week(time::Date sunday, const ExpectedShares& shares = {}) const;

  /// Room for draw(); one a thread.
  [[nodiscard]] ProgrammeDraw make_draw() const;
  /// Draws first_draw .. first_draw + lane_count - 1 into room from make_draw(). No allocation.
  void draw(random::StreamKey parameters, random::StreamKey execution, std::uint32_t first_draw,
            ProgrammeDraw& draw) const;

  /// Heads that each group offers work to in a week, before anybody looks whether enough people are left for the slots:
  /// heads[i] belongs to groups()[i]; `heads` must hold groups().size() lanes. No allocation.
  void offered(const ProgrammeDraw& draw, const WeekCalendar& week, std::vector<units::Lane>& heads) const;

  /// The programmes' effect on a week, given the people as they would be with the base year's programmes going on.
  /// `week` comes from this model's week(). No allocation.
  void measure(const ProgrammeDraw& draw, const WeekCalendar& week, const state::CellCounts& people, Overlay& overlay,
               SectorOutcomes& sectors) const;

 private:
  struct GroupParameters {
    std::size_t persons, residents, deadweight, displacement, fill, delay, base_ratio, elasticity, insured, placement;
  };

  MilestoneSchedule schedule_;
  std::vector<SlotGroup> groups_;
  std::vector<GroupParameters> parameters_;
  ParameterTable table_;
  int plan_year_;
};

/// Moves people between work and no work by the overlay: nobody becomes negative, nobody appears or is lost. Those who
/// start come from the inactive and the unemployed in proportion; those who stop go to the inactive.
void apply(const Overlay& overlay, state::CellCounts& people);

}  // namespace jobcast::programmes
