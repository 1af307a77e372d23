#pragma once

#include <string>
#include <vector>

#include "models/plan/pack.hpp"
#include "models/plan/period.hpp"

namespace jobcast::plan {

/// Reads every action's milestones, which may wait for each other across actions, and then holds them against each
/// other.
class MilestoneReader {
 public:
  explicit MilestoneReader(Pack& pack) : pack_(pack) {}

  /// Reads the milestones of one action into it.
  void read(input::TomlTable& entry, Action& action);
  /// Faults of names that no milestone has and of circles, each named as a whole.
  void check();

 private:
  struct Dependency {
    std::string before;
    std::string after;
    input::Position where;
  };

  Milestone read_one(input::TomlTable& entry, const Action& action);
  void read_date(input::TomlTable& entry, const Action& action, Milestone& milestone);
  void check_circles();

  Pack& pack_;
  UniqueIds ids_{"plan.milestone_twice"};
  std::vector<std::string> names_;
  std::vector<Dependency> dependencies_;
};

/// A period of a TOML text or date: none and a fault when it is neither.
std::optional<DateSpan> read_period(input::TomlTable& table, std::string_view key, input::Presence presence);

}  // namespace jobcast::plan
