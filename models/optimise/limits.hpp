#pragma once

#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "engine/input/diagnostic.hpp"
#include "models/optimise/money.hpp"

namespace jobcast::optimise {

/// By what money is held together or bounded.
enum class Part { programme, department, sector, type };
inline constexpr std::array<std::string_view, 4> part_names{"programme", "department", "sector", "type"};

/// An amount of county money: won, or a share of what the plan has.
struct Amount {
  bool relative = false;
  double value = 0.0;

  [[nodiscard]] double of(double planned) const { return relative ? value * planned : value; }
};

/// A floor or a cap for the county money of a programme, or of a department's, sector's or type's together.
struct Bound {
  Part part = Part::programme;
  std::string id;
  std::optional<Amount> floor, cap;
  input::Position where;
};

/// What the reallocation must keep to.
struct Rules {
  std::optional<Amount> budget;  ///< all county money at most; nothing: what the plan has
  double floor = 0.5;            ///< of each programme without a floor of its own, of its planned county money
  double cap = 1.5;              ///< the same above; at least `floor`
  std::vector<Part> kept;        ///< departments (…) whose county money stays what it is in all
  std::vector<Bound> bounds;
};

/// Reads floors and caps: TOML (schema "jobcast.bounds/1") or CSV (part,id,floor,cap), by the file's ending. Amounts
/// are million won, or a percentage of the plan's as "80%". Throws input::InputError with every fault: unknown names, a
/// part without county money, amounts that are none, a floor above its cap, one thing bounded twice.
std::vector<Bound> load_bounds(const std::string& file, const plan::Plan& plan);

/// A limit by its name: some rows' county money, won, from least to most.
struct Limit {
  enum class Kind { budget, general_floor, general_cap, kept, floor, cap };
  struct Sum {
    std::vector<std::size_t> rows;
    double least = -std::numeric_limits<double>::infinity();
    double most = std::numeric_limits<double>::infinity();
  };

  Kind kind = Kind::budget;
  Part part = Part::programme;
  std::string id;         ///< of the programme, department …; empty for the budget and the general ones
  input::Position where;  ///< in the bounds file, else empty
  std::vector<Sum> sums;  ///< one, or of the general ones one a programme
};

/// All limits of the rules for a plan's movable rows.
std::vector<Limit> limits_of(const plan::Plan& plan, const Rules& rules);

/// Rows of a part; only movable ones.
std::vector<std::size_t> rows_of(const plan::Plan& plan, Part part, const std::string& id);
/// The parts of a kind that hold movable rows, in the plan's order.
std::vector<std::string> ids_of_parts(const plan::Plan& plan, Part part);

/// Whether an allocation keeps to a limit, to the thousand won a row.
bool keeps(const Limit& limit, const Allocation& county);

/// Limits that cannot all be kept, none of which could be missing (deletion filter; Chinneck and Dravnieks 1991);
/// empty where all can be kept together.
std::vector<Limit> conflict_of(const plan::Plan& plan, const std::vector<Limit>& limits);

}  // namespace jobcast::optimise
