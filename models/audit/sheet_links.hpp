#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/audit/fact_index.hpp"

namespace jobcast::audit {

inline constexpr double thousand = 1000.0;

/// Two rows of the list that may be one thing.
struct DoubleCount {
  const plan::Programme* first = nullptr;
  const plan::Programme* second = nullptr;
  bool jobs = false;  ///< the jobs are the same too, not the money alone
};

/// Rows with alike names and the same money (to the million won where one of them prints millions).
std::vector<DoubleCount> double_counts(const plan::Plan& plan);

/// What the list says of an action's programmes, each thing once.
struct Covered {
  std::vector<const plan::Programme*> programmes;
  double jobs = 0.0;
  double trainees = 0.0;
  double won = 0.0;
  std::optional<plan::Budget> by_source;  ///< absent where a row prints its total alone
};
Covered covered_by(const plan::Plan& plan, const plan::Action& action);

/// Facts that belong to a sheet: their category begins with its id.
std::vector<const plan::Fact*> facts_of(const FactIndex& index, const plan::Action& action);

/// The cells of a sheet's closing table, or the sheet in actions.toml where the pack has no such table.
Side jobs_side(const FactIndex& index, const plan::Action& action);
Side total_side(const FactIndex& index, const plan::Action& action);
Side source_side(const FactIndex& index, const plan::Action& action, plan::Funding source);

/// A sum of money as a sheet prints it: in million won, as fine as its cell.
Printed printed_million(double won, const Side& side);

}  // namespace jobcast::audit
