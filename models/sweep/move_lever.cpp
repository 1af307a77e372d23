#include <algorithm>

#include "engine/input/plain_number.hpp"
#include "models/programmes/execution.hpp"
#include "models/sweep/lever_file.hpp"

namespace jobcast::sweep {
namespace {

using input::TomlTable;

constexpr double whole = 100.0;

std::optional<scenario::Selection> side(TomlTable& move, const char* key, const plan::Plan& plan) {
  const auto* select = move.value(key);
  if (select == nullptr) return std::nullopt;
  return read_selection(*select, plan, move.faults());
}

/// The first programme that both sides hold; null when there is none.
const plan::Programme* on_both_sides(const Move& move, const plan::Plan& plan) {
  const auto found = std::find_if(plan.programmes.begin(), plan.programmes.end(), [&](const plan::Programme& each) {
    return programmes::selects(move.from, plan, each) && programmes::selects(move.to, plan, each);
  });
  return found == plan.programmes.end() ? nullptr : &*found;
}

Setting setting_of(const input::TomlValue& value, input::Diagnostics& faults) {
  const auto percent = value.kind == input::TomlValue::Kind::text ? percent_of(value.text) : std::nullopt;
  if (!percent || *percent < 0.0 || *percent > whole) {
    faults.add({value.where, {"sweep.bad_share", {value.text}}, {"sweep.expected_share", {}}, {}});
  }
  return {.words = value.text, .changes = {}, .values = {}, .moved = percent.value_or(0.0) / whole};
}

}  // namespace

void read_move_lever(TomlTable& entry, const plan::Plan& plan, const Domain& domain, Lever& lever) {
  auto table = entry.table("move");
  if (!table) return;
  const auto from = side(*table, "from", plan);
  const auto to = side(*table, "to", plan);
  table->refuse_other_keys();
  for (const auto& value : domain.values) {
    input::Diagnostics found;
    lever.settings.push_back(setting_of(value, found));
    add_new(found, entry.faults());
  }
  if (domain.distribution) lever.numbers = read_numbers(*domain.distribution, {"percent", 0.0, whole}, entry.faults());
  if (!from || !to) return;
  lever.move = Move{*from, *to, table->where()};
  if (const auto* both = on_both_sides(*lever.move, plan)) {
    entry.faults().add({table->where(), {"sweep.both_sides", {both->id}}, {}, {}});
  }
}

}  // namespace jobcast::sweep
