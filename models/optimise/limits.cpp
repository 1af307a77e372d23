#include "models/optimise/limits.hpp"

#include <algorithm>

#include "engine/linear/maximise.hpp"
#include "models/plan/pack_words.hpp"

namespace jobcast::optimise {
namespace {

std::string part_of(const plan::Programme& programme, Part part) {
  switch (part) {
    case Part::department:
      return programme.department;
    case Part::sector:
      return plan::sector_ids()[static_cast<std::size_t>(programme.sector)];
    case Part::type:
      return programme.type;
    case Part::programme:
      break;
  }
  return programme.id;
}

bool bounds_floor(const Bound& bound, const std::string& id) {
  return bound.part == Part::programme && bound.id == id && bound.floor;
}

bool bounds_cap(const Bound& bound, const std::string& id) {
  return bound.part == Part::programme && bound.id == id && bound.cap;
}

/// The floor or the cap of every programme that has none of its own.
Limit general(const plan::Plan& plan, const Rules& rules, bool floor) {
  Limit limit;
  limit.kind = floor ? Limit::Kind::general_floor : Limit::Kind::general_cap;
  const auto county = planned(plan);
  for (const std::size_t row : movable_rows(plan)) {
    const auto& id = plan.programmes[row].id;
    const bool own = std::any_of(rules.bounds.begin(), rules.bounds.end(), [&](const Bound& bound) {
      return floor ? bounds_floor(bound, id) : bounds_cap(bound, id);
    });
    if (own) continue;
    Limit::Sum sum{.rows = {row}};
    if (floor) {
      sum.least = rules.floor * county[row];
    } else {
      sum.most = rules.cap * county[row];
    }
    limit.sums.push_back(std::move(sum));
  }
  return limit;
}

bool feasible(const plan::Plan& plan, const std::vector<Limit>& limits, const std::vector<bool>& present) {
  linear::Program program;
  program.variables.resize(plan.programmes.size());
  for (std::size_t index = 0; index < limits.size(); ++index) {
    if (!present[index]) continue;
    for (const auto& sum : limits[index].sums) {
      linear::Row row{.terms = {}, .least = sum.least / million, .most = sum.most / million};
      for (const std::size_t each : sum.rows) row.terms.push_back({each});
      program.rows.push_back(std::move(row));
    }
  }
  return linear::maximise(program).has_value();
}

}  // namespace

std::vector<std::size_t> rows_of(const plan::Plan& plan, Part part, const std::string& id) {
  auto rows = movable_rows(plan);
  std::erase_if(rows, [&](std::size_t row) { return part_of(plan.programmes[row], part) != id; });
  return rows;
}

std::vector<std::string> ids_of_parts(const plan::Plan& plan, Part part) {
  std::vector<std::string> ids;
  for (const std::size_t row : movable_rows(plan)) {
    auto id = part_of(plan.programmes[row], part);
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(std::move(id));
  }
  return ids;
}

std::vector<Limit> limits_of(const plan::Plan& plan, const Rules& rules) {
  const auto county = planned(plan);
  const auto rows = movable_rows(plan);
  const double whole = sum_of(county, rows);
  std::vector<Limit> limits;
  limits.push_back({.kind = Limit::Kind::budget,
                    .id = {},
                    .where = {},
                    .sums = {{.rows = rows, .most = rules.budget ? rules.budget->of(whole) : whole}}});
  limits.push_back(general(plan, rules, true));
  limits.push_back(general(plan, rules, false));
  for (const Part part : rules.kept) {
    for (const auto& id : ids_of_parts(plan, part)) {
      const auto held = rows_of(plan, part, id);
      const double sum = sum_of(county, held);
      limits.push_back({.kind = Limit::Kind::kept,
                        .part = part,
                        .id = id,
                        .where = {},
                        .sums = {{.rows = held, .least = sum, .most = sum}}});
    }
  }
  for (const auto& bound : rules.bounds) {
    const auto bounded = rows_of(plan, bound.part, bound.id);
    const double sum = sum_of(county, bounded);
    const auto add = [&](Limit::Kind kind, Limit::Sum limit) {
      limits.push_back(
          {.kind = kind, .part = bound.part, .id = bound.id, .where = bound.where, .sums = {std::move(limit)}});
    };
    if (bound.floor) add(Limit::Kind::floor, {.rows = bounded, .least = bound.floor->of(sum)});
    if (bound.cap) add(Limit::Kind::cap, {.rows = bounded, .most = bound.cap->of(sum)});
  }
  return limits;
}

bool keeps(const Limit& limit, const Allocation& county) {
  constexpr double thousand = 1000.0;
  return std::all_of(limit.sums.begin(), limit.sums.end(), [&](const Limit::Sum& sum) {
    const double slack = thousand * static_cast<double>(sum.rows.size());
    const double money = sum_of(county, sum.rows);
    return sum.least - slack <= money && money <= sum.most + slack;
  });
}

std::vector<Limit> conflict_of(const plan::Plan& plan, const std::vector<Limit>& limits) {
  std::vector<bool> present(limits.size(), true);
  if (feasible(plan, limits, present)) return {};
  for (std::size_t index = 0; index < limits.size(); ++index) {
    present[index] = false;
    if (feasible(plan, limits, present)) present[index] = true;
  }
  std::vector<Limit> conflict;
  for (std::size_t index = 0; index < limits.size(); ++index) {
    if (present[index]) conflict.push_back(limits[index]);
  }
  return conflict;
}

}  // namespace jobcast::optimise
