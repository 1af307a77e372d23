#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/time/date.hpp"
#include "models/plan/action.hpp"
#include "models/plan/fact.hpp"
#include "models/plan/posterior.hpp"
#include "models/plan/programme.hpp"

namespace jobcast::plan {

/// One of the plan's six published targets.
struct Indicator {
  enum class Id {
    employment_rate_15_64,
    youth_employment_rate_15_29,
    female_employment_rate_15_64,
    employed_persons,
    regular_employees,
    insured_persons
  };

  Id id = Id::employment_rate_15_64;
  Text name;
  std::string unit;       ///< "percent" or "persons"
  double rounding = 0.1;  ///< step of the published figure
  double base = 0.0;      ///< published for the base year
  double target = 0.0;    ///< the plan year's target
  Provenance base_provenance;
  Provenance target_provenance;
};
inline constexpr std::array indicator_names{
    "employment_rate_15_64", "youth_employment_rate_15_29", "female_employment_rate_15_64",
    "employed_persons",      "regular_employees",           "insured_persons"};
std::string_view name_of(Indicator::Id id);

struct Department {
  std::string id;
  Text name;
};

/// How national and provincial money follows when the county's share is cut.
struct Matching {
  enum class Rule { fixed_ratio, none };

  Rule rule = Rule::fixed_ratio;
  Provenance provenance;
};

/// A cell of a table of facts, by its labels.
struct CellName {
  std::string table;
  std::string row;
  std::string column;

  friend bool operator==(const CellName&, const CellName&) = default;
};

/// A printed total and the parts it should equal (docs/pack-format.md, section 6), evaluated when the pack is loaded.
struct Control {
  std::string id;
  Text statement;
  double total = 0.0;
  double parts = 0.0;
  double expected_difference = 0.0;
  std::string note;
  Provenance provenance;
  std::string unit;                     ///< of total and parts; empty where the control states the total itself
  std::optional<CellName> total_cell;   ///< absent where the control states the total itself
  std::vector<CellName> part_cells;     ///< empty where the parts are programmes
  std::vector<std::string> programmes;  ///< ids of the programmes that are the parts
  std::string programmes_sum;           ///< what of them is added up: "count", "jobs", "national" … "total"
};

/// A county's plan: everything its pack says, checked. A regular value, immutable after loading.
struct Plan {
  std::string id;
  std::string folder;
  std::vector<std::string> files;  ///< every file of the pack that was read, as plan.toml names them; plan.toml first
  Text title;
  Text county;
  time::Date as_of;
  int base_year = 0;
  int plan_year = 0;
  time::Date forecast_until;
  FactBook facts;
  std::vector<Department> departments;
  std::vector<Indicator> indicators;  ///< in the order of Indicator::Id
  std::vector<ProgrammeType> types;
  std::vector<Programme> programmes;
  std::vector<Strategy> strategies;
  std::vector<Task> tasks;
  std::vector<Action> actions;
  Matching matching;
  std::vector<Control> controls;
  std::map<std::string, Value, std::less<>> assumptions;  ///< by "group.name"
  /// What its history says of the uncertain numbers; null: their priors alone.
  std::shared_ptr<const Posterior> posterior;

  [[nodiscard]] const Programme* programme(std::string_view programme_id) const;
  [[nodiscard]] const ProgrammeType* type(std::string_view type_id) const;
  [[nodiscard]] const Department* department(std::string_view department_id) const;
  [[nodiscard]] const Indicator& indicator(Indicator::Id indicator_id) const;
  /// The pack's assumption "group.name", or the engine's default with its own provenance (models/plan/defaults).
  /// Throws std::out_of_range for a name that neither has.
  [[nodiscard]] const Value& assumption(std::string_view name) const;
};

/// Reads and checks the pack in `folder`. Every fault is found in one go.
/// Throws input::InputError naming file, line and column of each.
Plan load_plan(const std::string& folder);

}  // namespace jobcast::plan
