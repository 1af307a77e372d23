#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "models/sweep/plans.hpp"

namespace jobcast::sweep {

/// How the places of the levers are put together.
enum class DesignKind { grid, list, latin_hypercube, sobol };

struct Design {
  DesignKind kind = DesignKind::grid;
  std::size_t points = 0;  ///< of Latin hypercube and Sobol'
  std::uint64_t seed = 1;  ///< of their places
};

/// When a scenario has been drawn often enough: draws are doubled until the Monte Carlo error of an indicator's chance
/// at the last survey is below `error`.
struct Precision {
  plan::Indicator::Id indicator = plan::Indicator::Id::employment_rate_15_64;
  double error = 0.0;
  int most_draws = 0;  ///< no more than these
};

/// Many questions at once. A regular value; docs/sweep.md describes its file.
struct Sweep {
  std::string id;  ///< the file's stem
  plan::Text title;
  Design design;
  std::optional<Precision> precision;
  int draws = 0;  ///< of each scenario; with `precision` the first ones
  std::uint64_t seed = 1;
  std::optional<time::Date> until;  ///< none: each plan's own
  Plans plans;
};

inline constexpr int most_draws = 100'000'000;
inline constexpr std::size_t most_points = 1'000'000;

/// What is done to each plan as soon as it is read, and whenever it is read again: gives it its posterior, for one.
using Preparation = std::function<void(plan::Plan&)>;

/// Reads a sweep with its plans, and checks all it can say before anything is run.
/// Throws input::InputError naming file, line and column of every fault.
Sweep load_sweep(const std::string& file, const Preparation& prepare = {});

/// The last day that a plan's scenarios are played to.
time::Date until(const Sweep& sweep, const plan::Plan& plan);

}  // namespace jobcast::sweep
