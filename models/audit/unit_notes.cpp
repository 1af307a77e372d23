#include "models/audit/checks.hpp"
#include "models/audit/derived.hpp"

namespace jobcast::audit {
namespace {

/// "단위 : 명, %p" says points and no percent.
bool points_alone(std::string note) {
  bool points = false;
  for (auto at = note.find("%p"); at != std::string::npos; at = note.find("%p", at)) {
    points = true;
    note.erase(at, 2);
  }
  return points && note.find('%') == std::string::npos;
}

}  // namespace

Findings check_unit_notes(const FactIndex& index) {
  Findings all;
  for (const auto& table : index.plan().facts.tables()) {
    if (!points_alone(table.unit_note)) continue;
    const plan::Fact* first = nullptr;
    double cells = 0.0;
    for (const auto& fact : table.facts) {
      if (fact.unit != "percent") continue;
      if (first == nullptr) first = &fact;
      ++cells;
    }
    if (first == nullptr) continue;
    Finding finding;
    finding.kind = Kind::unit;
    finding.cause = Cause::relative_points;
    finding.id = "unit:" + table.id;
    finding.message = {"audit.points_note", {table.unit_note, words(cells)}};
    finding.sides = {{table.id, table.unit_note, cells, "count"}, side_of(*first)};
    all.push_back(std::move(finding));
  }
  return all;
}

}  // namespace jobcast::audit
