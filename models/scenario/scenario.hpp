#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/plan/plan.hpp"

namespace jobcast::scenario {

/// Which programmes a change touches: every list that is not empty must hold the programme.
struct Selection {
  std::vector<std::string> programmes;
  std::vector<std::string> departments;
  std::vector<plan::Sector> sectors;
  std::vector<std::string> types;
  std::vector<plan::Funding> fundings;  ///< programmes with money from one of these sources
  std::vector<std::string> actions;     ///< programmes that one of these action sheets covers
};

/// A relative ("-10%") or absolute ("=0") change of a number.
struct Adjustment {
  enum class Kind { relative, absolute };

  Kind kind = Kind::relative;
  double value = 0.0;  ///< relative: -0.10; absolute: the new value (won for money)

  [[nodiscard]] double apply(double before) const { return kind == Kind::relative ? before * (1.0 + value) : value; }
};

enum class ProgrammeSet { plan, base_year, none };

/// One difference from the plan, in the order written.
struct Change {
  Selection select;
  std::optional<Adjustment> budget;  ///< of the selected funding, or of every source
  bool matching = true;
  std::optional<Adjustment> jobs;
  std::optional<double> start_delay_days;
  std::optional<ProgrammeSet> programmes;
  input::Position where;
};

/// Jobs that begin or end in the county on a date, outside any programme.
struct DemandShock {
  time::Date date;
  plan::Text name;
  plan::Contract contract = plan::Contract::regular;
  double jobs = 0.0;  ///< negative: they end
  int age_from = 15;
  int age_to = 64;
  input::Position where;
};

/// A question put to a plan, as a difference from it.
struct Scenario {
  std::string id;  ///< "plan", or the file's stem
  plan::Text title;
  std::vector<Change> changes;  ///< the extended scenario's first
  std::vector<DemandShock> shocks;
  /// Replaced values by key: "deadweight.<type>", "<programme>.deadweight" where the row has a value of its own,
  /// "labour.<name>".
  std::map<std::string, plan::Value, std::less<>> values;
  /// What is known of the share of a programme's slots that are filled in the plan year, by programme id; in no file.
  /// Only the distribution counts: its random numbers stay those of the programme's own value.
  std::map<std::string, random::Distribution, std::less<>> fills;
};

/// The plan as written.
Scenario as_written(const plan::Plan& plan);

/// Reads a scenario: a file, or the name of one in the plan's whatif folder. Checks every name against the plan.
/// Throws input::InputError: unknown names (with the nearest one), bad amounts, a scenario that extends itself.
Scenario load_scenario(const plan::Plan& plan, const std::string& name_or_file);

/// Reads a scenario from a text that is not a file of this machine; `name` is what its file would be called. It may
/// extend "../plan.toml" or, by its file's name, a scenario of the plan's whatif folder; no other file is opened.
/// Throws as load_scenario() does.
Scenario parse_scenario(const plan::Plan& plan, const std::string& name, std::string_view text);

/// Names of the scenarios in the plan's whatif folder, sorted.
std::vector<std::string> scenario_names(const plan::Plan& plan);

}  // namespace jobcast::scenario
