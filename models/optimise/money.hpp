#pragma once

#include <vector>

#include "models/plan/plan.hpp"
#include "models/scenario/scenario.hpp"

namespace jobcast::optimise {

inline constexpr double million = 1e6;  ///< won: what files give and the solver counts in

/// County money of every programme, won; result[i] belongs to plan.programmes[i].
using Allocation = std::vector<double>;

/// The plan's own.
Allocation planned(const plan::Plan& plan);

/// Rows whose county money can be moved: those that have some.
std::vector<std::size_t> movable_rows(const plan::Plan& plan);

double sum_of(const Allocation& county, const std::vector<std::size_t>& rows);

/// All money of a programme over the plan's when its county money is `county` won: matched money falls with a cut and
/// does not grow with more (the scenarios' rule; models/programmes/execution.hpp).
double money_ratio(const plan::Plan& plan, std::size_t row, double county);
/// The county money, won, that makes the ratio. Precondition: the row is movable and the ratio not below
/// money_ratio(plan, row, 0).
double county_money(const plan::Plan& plan, std::size_t row, double ratio);

/// To the thousand won, as packs count: what a programme gains or loses is rounded down, so that no purse is overdrawn.
/// What is within half a thousand of the plan's stays as the plan has it, to the won.
Allocation rounded(const plan::Plan& plan, const Allocation& county);

/// The plan with that county money: a change for each programme that differs.
scenario::Scenario scenario_of(const plan::Plan& plan, const Allocation& county);
/// The same as a scenario file (docs/pack-format.md, section 8) that extends `plan_file`. Read back it is the same
/// scenario, bit for bit.
std::string scenario_toml(const plan::Plan& plan, const Allocation& county, const std::string& plan_file);

}  // namespace jobcast::optimise
