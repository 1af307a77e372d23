#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/plan/plan.hpp"
#include "models/scenario/scenario.hpp"

namespace jobcast::sweep {

/// What a lever changes.
enum class Target { budget, jobs, start_delay_days, programmes, values, move };

/// A lever at one of its places: what it puts into a scenario, and how people call it.
struct Setting {
  std::string words;  ///< "-30%", "복지과 -30%", "0.4"
  std::vector<scenario::Change> changes;
  std::vector<plan::Value> values;
  double moved = 0.0;  ///< share of the giver's money that goes to the receiver
};

/// Money that changes hands: what the one selection loses, the other gains, won for won.
struct Move {
  scenario::Selection from, to;
  input::Position where;
};

/// One thing that a sweep varies.
struct Lever {
  std::string name;
  Target target = Target::budget;
  std::vector<Setting> settings;  ///< its places, where they are listed
  /// Its places where they are a continuum; percent for budget, jobs and move.
  std::optional<random::Distribution> numbers;
  Setting open;              ///< of a continuum: the setting without its number
  std::optional<Move> move;  ///< of Target::move
  input::Position where;
};

/// The setting of a continuum at a number, which is rounded to six significant digits first: what is printed is what
/// is run.
Setting setting_at(const Lever& lever, double number);

/// Adds a setting to a scenario. Levers act one after another: each on what those before it left.
/// Throws input::InputError for money that is to go where there are no programmes with money.
void apply(const Lever& lever, const Setting& setting, const plan::Plan& plan, scenario::Scenario& scenario);

/// "+5%", "-12.5%".
std::string signed_percent(double percent);

}  // namespace jobcast::sweep
