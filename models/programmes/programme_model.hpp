#pragma once

#include <array>
#include <cstdint>
#include <vector>

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
  units::Lane at_work;         ///< heads at work in that week
  units::Lane at_work_15_64;
  units::Lane net_employment;  ///< additional employed residents against no programmes at all
  units::Lane unfilled;        ///< slots nobody eligible was left for
};
using SectorOutcomes = std::array<SectorLanes, plan::sectors.size()>;

/// What the calendar says of each group in one reference week, worked out once a forecast.
struct WeekCalendar {
  struct Start {
    double share = 0.0;
    double days_since_start = 0.0;  ///< from the window's first day to the week's last
  };
  struct Group {
    std::vector<Start> starts;   ///< windows open in the week
    double base_share = 0.0;     ///< share of base-year slots at work in the same week of the base year's calendar
    double ended_share = 0.0;    ///< share of slots whose window ended earlier in the year
  };
  std::vector<Group> groups;
};

/// The lanes of one block: a group's factors. Made once a block, kept for every survey of it.
struct ProgrammeDraw {
  struct Group {
    units::Lane plan_heads;   ///< heads if every slot were at work, before delay
    units::Lane base_heads;
    units::Lane net;          ///< additional employed resident for one head at work
    units::Lane insured;
    units::Lane placement;
    units::Lane delay_days;
  };
  std::vector<units::Lane> values;
  std::vector<Group> groups;
};

/// The programmes of a plan under a scenario. Immutable; shared by all blocks.
///
/// A head at work adds 1 - deadweight - displacement employed residents. The base year's employment holds the base
/// year's programmes already, so only the difference to them moves the county (model.md section 5, rules 3 and 4). Slots
/// are filled from people without work and those who held base-year slots, never more than there are (rule 5).
/// Money acts by jobs = (new money / planned money)^elasticity (rule 7).
class ProgrammeModel {
 public:
  ProgrammeModel(const plan::Plan& plan, const scenario::Scenario& scenario, const CellWeights& pool);

  [[nodiscard]] const std::vector<SlotGroup>& groups() const { return groups_; }

  /// The calendar of the reference week that begins on `sunday`.
  [[nodiscard]] WeekCalendar week(time::Date sunday) const;

  /// Room for draw(); one a thread.
  [[nodiscard]] ProgrammeDraw make_draw() const;
  void draw(random::StreamKey parameters, random::StreamKey execution, std::uint32_t first_draw,
            ProgrammeDraw& draw) const;

  /// The programmes' effect on a week, given the people as they would be with the base year's programmes going on.
  void measure(const ProgrammeDraw& draw, const WeekCalendar& week, const state::CellCounts& people, Overlay& overlay,
               SectorOutcomes& sectors) const;

 private:
  struct GroupParameters {
    std::size_t persons, residents, deadweight, displacement, fill, delay, base_ratio, elasticity, insured, placement;
  };

  std::vector<SlotGroup> groups_;
  std::vector<GroupParameters> parameters_;
  ParameterTable table_;
  int plan_year_;
};

/// Moves people between work and no work by the overlay: nobody becomes negative, nobody appears or is lost. Those who
/// start come from the inactive and the unemployed in proportion; those who stop go to the inactive.
void apply(const Overlay& overlay, state::CellCounts& people);

}  // namespace jobcast::programmes
