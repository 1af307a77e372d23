#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "models/programmes/planned_programmes.hpp"
#include "models/scenario/scenario.hpp"
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

/// Rows of one kind that a scenario changes alike. A block works on groups, so 189 rows cost what some sixty do, and a
/// changed row costs one more.
struct SlotGroup {
  std::size_t kind = 0;           ///< index in PlannedProgrammes::kinds()
  std::size_t fill = 0;           ///< index of the parameter: the kind's, or what the scenario knows of its rows
  std::vector<std::size_t> rows;  ///< the programmes, by index in Plan::programmes
  double jobs = 0.0;              ///< the plan's counting, planned, summed over the group
  double jobs_ratio = 1.0;
  double budget_ratio = 1.0;
  double start_delay_days = 0.0;  ///< the scenario's, beside the drawn one
  scenario::ProgrammeSet set = scenario::ProgrammeSet::plan;
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
  /// `planned`: of this plan.
  ProgrammeModel(const plan::Plan& plan, std::shared_ptr<const PlannedProgrammes> planned,
                 const scenario::Scenario& scenario);
  /// For one scenario alone; `pool` as PlannedProgrammes takes it.
  ProgrammeModel(const plan::Plan& plan, const scenario::Scenario& scenario, const CellWeights& pool)
      : ProgrammeModel(plan, std::make_shared<PlannedProgrammes>(plan, pool), scenario) {}

  [[nodiscard]] const PlannedProgrammes& planned() const { return *planned_; }
  [[nodiscard]] const std::vector<SlotGroup>& groups() const { return groups_; }
  [[nodiscard]] const ProgrammeKind& kind_of(const SlotGroup& group) const { return planned_->kinds()[group.kind]; }
  /// A value of ProgrammeKind::parameters or SlotGroup::fill as the scenario has it.
  [[nodiscard]] const Parameter& parameter(std::size_t index) const { return parameters_[index]; }

  /// Room for draw(), with what is certain filled in; one a thread.
  [[nodiscard]] ProgrammeDraw make_draw() const;
  /// Draws first_draw .. first_draw + lane_count - 1 into room from make_draw(). No allocation.
  void draw(random::StreamKey parameters, random::StreamKey execution, std::uint32_t first_draw,
            ProgrammeDraw& draw) const;

  /// Heads that each group offers work to in a week, before anybody looks whether enough people are left for the slots:
  /// heads[i] belongs to groups()[i]; `heads` must hold groups().size() lanes. No allocation.
  void offered(const ProgrammeDraw& draw, const WeekCalendar& week, std::vector<units::Lane>& heads) const;

  /// The programmes' effect on a week, given the people as they would be with the base year's programmes going on.
  /// `week` comes from the planned programmes. No allocation.
  void measure(const ProgrammeDraw& draw, const WeekCalendar& week, const state::CellCounts& people, Overlay& overlay,
               SectorOutcomes& sectors) const;

 private:
  void draw_parameters(random::StreamKey parameters, random::StreamKey execution, std::uint32_t first_draw,
                       std::vector<units::Lane>& values) const;

  std::shared_ptr<const PlannedProgrammes> planned_;
  std::vector<Parameter> parameters_;  ///< the plan's, as the scenario has them, and what it knows of single fills
  std::vector<SlotGroup> groups_;
  std::vector<std::size_t> uncertain_;  ///< those that some group needs and that differ from draw to draw
};

/// Programmes that act alike under a scenario, whatever money each has: rows of one group differ in their count of jobs
/// alone. Indices into plan.programmes; rows without jobs are in none.
std::vector<std::vector<std::size_t>> alike(const plan::Plan& plan, const scenario::Scenario& scenario);

/// Moves people between work and no work by the overlay: nobody becomes negative, nobody appears or is lost. Those who
/// start come from the inactive and the unemployed in proportion; those who stop go to the inactive.
void apply(const Overlay& overlay, state::CellCounts& people);

}  // namespace jobcast::programmes
