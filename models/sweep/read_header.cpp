#include <cmath>
#include <limits>

#include "engine/input/plain_number.hpp"
#include "models/plan/value_reader.hpp"
#include "models/sweep/sweep_file.hpp"

namespace jobcast::sweep {
namespace {

using input::Presence;
using input::TomlTable;

constexpr int usual_draws = 10'000;
constexpr int usual_most_draws = 1'000'000;

/// A whole number within bounds; `otherwise` when it is missing or wrong.
int count(TomlTable& table, std::string_view key, int otherwise, int most, Presence presence = Presence::optional) {
  const auto found = table.whole_number(key, presence);
  if (!found) return otherwise;
  if (*found >= 1 && *found <= most) return *found;
  table.faults().add({table.where(key),
                      {"sweep.bad_count", {std::string(key), std::to_string(*found)}},
                      {"sweep.expected_count", {std::to_string(most)}},
                      {}});
  return otherwise;
}

std::uint64_t read_seed(TomlTable& table) {
  const auto found = table.whole_number("seed", Presence::optional);
  if (!found) return 1;
  if (*found >= 0) return static_cast<std::uint64_t>(*found);
  table.faults().add({table.where("seed"),
                      {"sweep.bad_count", {"seed", std::to_string(*found)}},
                      {"sweep.expected_seed", {std::to_string(std::numeric_limits<int>::max())}},
                      {}});
  return 1;
}

void read_design(TomlTable& root, Design& design) {
  auto table = root.table("design", Presence::optional);
  if (!table) return;
  const auto kind = table->choice("kind", {"grid", "list", "latin-hypercube", "sobol"});
  if (kind) design.kind = static_cast<DesignKind>(*kind);
  const bool drawn = design.kind == DesignKind::latin_hypercube || design.kind == DesignKind::sobol;
  if (kind && !drawn && table->value("points", Presence::optional) != nullptr) {
    table->faults().add({table->where("points"), {"sweep.points_unused", {}}, {}, {}});
  }
  const auto presence = drawn ? Presence::required : Presence::optional;
  design.points = static_cast<std::size_t>(count(*table, "points", 1, static_cast<int>(most_points), presence));
  design.seed = read_seed(*table);
  table->refuse_other_keys();
}

void read_precision(TomlTable& root, Sweep& sweep) {
  auto table = root.table("precision", Presence::optional);
  if (!table) return;
  Precision precision;
  const std::vector<std::string> names(plan::indicator_names.begin(), plan::indicator_names.end());
  const auto indicator = table->choice("indicator", names);
  if (indicator) precision.indicator = static_cast<plan::Indicator::Id>(*indicator);
  const auto error = table->number("error");
  if (error && !(*error > 0.0 && *error < 1.0)) {
    table->faults().add(
        {table->where("error"), {"sweep.bad_error", {input::number_text(*error)}}, {"sweep.expected_error", {}}, {}});
  }
  precision.error = error.value_or(0.0);
  precision.most_draws = count(*table, "most_draws", usual_most_draws, most_draws);
  table->refuse_other_keys();
  sweep.precision = precision;
}

/// A date, or a year for its last day.
std::optional<time::Date> read_until(TomlTable& root) {
  const auto* found = root.value("until", Presence::optional);
  if (found == nullptr) return std::nullopt;
  if (found->kind == input::TomlValue::Kind::date) return found->date;
  constexpr double last_year = 9999.0;
  if (found->kind == input::TomlValue::Kind::whole_number && found->number >= 1.0 && found->number <= last_year) {
    return time::make_date(static_cast<int>(found->number), 12, 31);
  }
  root.faults().add(input::wrong_kind("until", *found, "sweep.expected_until"));
  return std::nullopt;
}

}  // namespace

void read_header(TomlTable& root, Sweep& sweep) {
  sweep.title = plan::read_name(root, "title");
  sweep.draws = count(root, "draws", usual_draws, most_draws);
  sweep.seed = read_seed(root);
  sweep.until = read_until(root);
  read_design(root, sweep.design);
  read_precision(root, sweep);
}

}  // namespace jobcast::sweep
