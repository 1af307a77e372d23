#include "engine/lanes/trigonometry.hpp"

namespace jobcast::lanes {
namespace {

using units::Lane;

constexpr double quarters_a_radian = 6.36619772367581382433e-01;
// A quarter turn in three parts of 33 bits each, so that a whole number of the first two is exact.
constexpr double quarter_1 = 1.57079632673412561417e+00;
constexpr double quarter_2 = 6.07710050630396597660e-11;
constexpr double quarter_3 = 2.02226624871116645580e-21;

/// Sine and cosine within an eighth of a turn.
SineAndCosine near_zero(const Lane& x) {
  const Lane z = x * x;
  const Lane sine_part =
      -1.66666666666666324348e-01 +
      z * (8.33333333332248946124e-03 +
           z * (-1.98412698298579493134e-04 +
                z * (2.75573137070700676789e-06 + z * (-2.50507602534068634195e-08 + z * 1.58969099521155010221e-10))));
  const Lane cosine_part =
      4.16666666666666019037e-02 +
      z * (-1.38888888888741095749e-03 +
           z * (2.48015872894767294178e-05 +
                z * (-2.75573143513906633035e-07 + z * (2.08757232129817482790e-09 - z * 1.13596475577881948265e-11))));
  return {.sine = x + x * z * sine_part, .cosine = 1.0 - (0.5 * z - z * z * cosine_part)};
}

}  // namespace

SineAndCosine sine_and_cosine(const Lane& angle) {
  const Lane quarters = (angle * quarters_a_radian).rint();
  const auto [sine, cosine] = near_zero(((angle - quarters * quarter_1) - quarters * quarter_2) - quarters * quarter_3);
  // The whole quarters turn (cosine, sine) by one of four exact rotations.
  const Lane turn = quarters - 4.0 * (0.25 * quarters).rint();  // -2 .. 2
  const Lane along = 1.0 - turn.abs();
  const Lane across = turn * (2.0 - turn.abs());
  return {.sine = sine * along + cosine * across, .cosine = cosine * along - sine * across};
}

}  // namespace jobcast::lanes
