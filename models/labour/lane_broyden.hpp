#pragma once

#include <array>
#include <cstddef>

#include "engine/units/lane.hpp"

namespace jobcast::labour {

/// Solves N equations in N unknowns in every lane at once: Broyden's first method (1965) with the inverse Jacobian
/// updated by Sherman and Morrison. A fixed number of steps makes no lane depend on its neighbours.
///
///     for each step: residual(broyden.point()) -> broyden.advance(residual)
template <std::size_t N>
class LaneBroyden {
 public:
  using Vector = std::array<units::Lane, N>;

  /// `inverse` is a guess of the inverse Jacobian, for all lanes: [unknown][equation].
  using Inverse = std::array<std::array<double, N>, N>;
  LaneBroyden(const Vector& start, const Inverse& inverse) : point_(start) {
    for (std::size_t i = 0; i < N; ++i) {
      for (std::size_t j = 0; j < N; ++j) inverse_[i][j].setConstant(inverse[i][j]);
    }
  }

  [[nodiscard]] const Vector& point() const { return point_; }

  /// Takes what is left at `point()` (wanted minus seen) and moves on, no unknown by more than `longest`.
  void advance(const Vector& residual, double longest) {
    if (moved_) learn(residual);
    step_ = times(residual);
    for (std::size_t i = 0; i < N; ++i) {
      step_[i] = step_[i].max(-longest).min(longest);
      point_[i] += step_[i];
    }
    residual_ = residual;
    moved_ = true;
  }

 private:
  [[nodiscard]] Vector times(const Vector& vector) const {
    Vector result;
    for (std::size_t i = 0; i < N; ++i) {
      result[i] = inverse_[i][0] * vector[0];
      for (std::size_t j = 1; j < N; ++j) result[i] += inverse_[i][j] * vector[j];
    }
    return result;
  }

  void learn(const Vector& residual) {
    Vector change;
    for (std::size_t i = 0; i < N; ++i) change[i] = residual_[i] - residual[i];
    const Vector expected = times(change);
    Vector row;
    units::Lane weight = units::Lane::Zero();
    units::Lane length = units::Lane::Zero();
    for (std::size_t j = 0; j < N; ++j) {
      row[j] = step_[0] * inverse_[0][j];
      for (std::size_t i = 1; i < N; ++i) row[j] += step_[i] * inverse_[i][j];
      weight += step_[j] * expected[j];
      length += step_[j].square();
    }
    // Where the answer is reached, or the update would be wild, what was learnt so far stands.
    const auto sound = (weight > 0.05 * length) && (length > 1e-24);
    const units::Lane scale = sound.select(units::Lane(weight.inverse()), units::Lane(units::Lane::Zero()));
    for (std::size_t i = 0; i < N; ++i) {
      const units::Lane surprise = (step_[i] - expected[i]) * scale;
      for (std::size_t j = 0; j < N; ++j) inverse_[i][j] += surprise * row[j];
    }
  }

  Vector point_;
  std::array<Vector, N> inverse_;
  Vector step_;
  Vector residual_;
  bool moved_ = false;
};

}  // namespace jobcast::labour
