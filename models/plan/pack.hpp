#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>

#include "engine/input/toml_table.hpp"
#include "models/plan/pack_file.hpp"
#include "models/plan/pack_words.hpp"
#include "models/plan/plan.hpp"

namespace jobcast::plan {

/// How a total is split over the sources of money where rows do not say.
struct Split {
  std::array<double, 4> shares{};  ///< in the order of `fundings`; sum 1
  Provenance provenance;
};

/// A plan while its pack is being read: what has been read, what was wrong, and what is still to be opened. The loaders
/// below fill it one after another; each checks its names against what came before.
struct Pack {
  Plan plan;
  input::Diagnostics faults;
  std::optional<PackFile> programmes, types, actions, controls, assumptions;
  std::optional<input::TomlValue> types_document;
  std::map<std::string, Split> splits;  ///< by the sector's id
  bool numbers_at_fault = false;        ///< a table or a programme is: sums would only repeat that fault
};

/// plan.toml: who, when, which files, departments.
void read_manifest(input::TomlTable& manifest, Pack& pack);
/// plan.toml's [[table]] and the facts of each.
void read_tables(input::TomlTable& manifest, Pack& pack);
/// plan.toml's six [[indicator]], with the cells they point at.
void read_indicators(input::TomlTable& manifest, Pack& pack);
/// programme_types.toml but for the exceptions.
void load_types(Pack& pack);
void load_programmes(Pack& pack);
/// The exceptions of programme_types.toml, by row.
void apply_exceptions(Pack& pack);
void load_actions(Pack& pack);
/// controls.toml; a control that does not hold is a fault.
void load_controls(Pack& pack);
void load_assumptions(Pack& pack);

/// Faults of ids that are given twice: at the second place, naming the first.
class UniqueIds {
 public:
  /// `kind`: message id of the fault; its arguments are the id and the place where it stands first.
  explicit UniqueIds(std::string kind) : kind_(std::move(kind)) {}
  /// False and a fault when the id was there already.
  bool add(const std::string& id, const input::Position& where, input::Diagnostics& faults);

 private:
  std::string kind_;
  std::map<std::string, input::Position> places_;
};

/// "programmes.csv:12", for a message that points at a second place.
std::string place_words(const input::Position& where);

/// A number as people write it, to six decimals: "1000000", not "1e+06", and without the dust of binary fractions.
std::string amount_words(double amount);

/// Money of a table in thousand won, as won.
units::Won won_of_thousands(double thousands);

}  // namespace jobcast::plan
