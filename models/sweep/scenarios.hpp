#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "engine/design/grid.hpp"
#include "engine/design/points.hpp"
#include "models/sweep/sweep.hpp"

namespace jobcast::sweep {

/// A scenario of a sweep.
struct Swept {
  std::size_t plan = 0;                                         ///< index into Sweep::plans
  std::uint64_t number = 0;                                     ///< 0: the plan as written; 1, 2, …: the design's
  std::vector<std::pair<std::string, std::string>> settings{};  ///< the levers' names and where they stand
  scenario::Scenario scenario;
};

/// The scenarios of one plan of a sweep, made one by one when asked for. Number 0 is the plan as written, what all
/// others are held against. Refers to the sweep.
class Scenarios {
 public:
  Scenarios(const Sweep& sweep, std::size_t plan);

  /// How many the design has; number 0 comes on top. The greatest number there is where it cannot be counted.
  [[nodiscard]] static std::uint64_t count(const Sweep& sweep, std::size_t plan);
  [[nodiscard]] std::uint64_t count() const { return count_; }
  /// The plan they are scenarios of.
  [[nodiscard]] const plan::Plan& plan() const { return swept_plan_->plan; }
  /// Precondition: number <= count().
  [[nodiscard]] Swept at(std::uint64_t number) const;

 private:
  [[nodiscard]] Setting setting(std::size_t lever, std::uint64_t point) const;

  const Sweep* sweep_;
  std::size_t plan_;
  Plans::Held swept_plan_;
  std::uint64_t count_;
  design::Grid grid_;
  std::optional<design::Points> points_;  ///< of Latin hypercube and Sobol'
};

}  // namespace jobcast::sweep
