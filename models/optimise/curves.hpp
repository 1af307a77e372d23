#pragma once

#include <functional>
#include <vector>

#include "models/optimise/money.hpp"
#include "models/response/simulator.hpp"

namespace jobcast::optimise {

/// What can be made as large as possible: an indicator's true value, the chance of meeting an indicator's target, or
/// the employed residents of an age.
struct Goal {
  enum class Kind { indicator, chance, youth, seniors };

  Kind kind = Kind::indicator;
  plan::Indicator::Id indicator = plan::Indicator::Id::employment_rate_15_64;

  friend bool operator==(const Goal&, const Goal&) = default;
};

/// All goals, in the order of Measures.
inline constexpr std::size_t measure_count = 2 * plan::indicator_names.size() + 2;
using Measures = std::array<double, measure_count>;
constexpr std::size_t measure_of(const Goal& goal) {
  switch (goal.kind) {
    case Goal::Kind::indicator:
      return static_cast<std::size_t>(goal.indicator);
    case Goal::Kind::chance:
      return plan::indicator_names.size() + static_cast<std::size_t>(goal.indicator);
    case Goal::Kind::youth:
      return 2 * plan::indicator_names.size();
    case Goal::Kind::seniors:
      break;
  }
  return 2 * plan::indicator_names.size() + 1;
}

/// The changes of all measures from the plan, means over the draws. A chance changes by the draws' changes of the true
/// value, weighted by how near each draw's published figure is to the target (a normal kernel of Silverman's width):
/// the smoothed derivative, which draws enough to see a small programme in would not be needed for.
class Yardstick {
 public:
  Yardstick(const plan::Plan& plan, response::Outcomes planned);
  [[nodiscard]] Measures change(const response::Outcomes& outcomes) const;

 private:
  response::Outcomes planned_;
  std::array<std::vector<double>, plan::indicator_names.size()> weights_;
};

/// A point of a programme's response: its county money, won, and what becomes of the measures.
struct CurvePoint {
  double county = 0.0;
  Measures change{};
};

/// How every programme's money acts, from the model itself: programmes that act alike are moved together to a few
/// ratios of their money, each on the same random numbers, and the change is shared out by their jobs. What programmes
/// do to each other (people whom several want) is in the curve as far as alike programmes do it; the rest is seen when
/// the optimum is simulated.
class Curves {
 public:
  /// Between the programmes' least and most county money, by row. `done` is called after each scenario.
  Curves(const plan::Plan& plan, const response::Simulator& simulator, const Allocation& least, const Allocation& most,
         const std::function<void(std::size_t expected)>& done);

  /// Points of a row, by rising county money; with the plan's own (change 0) among them. One point for a row that
  /// cannot be moved.
  [[nodiscard]] const std::vector<CurvePoint>& of(std::size_t row) const { return curves_[row]; }

 private:
  std::vector<std::vector<CurvePoint>> curves_;
};

}  // namespace jobcast::optimise
