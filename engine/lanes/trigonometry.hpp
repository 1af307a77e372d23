#pragma once

#include "engine/units/lane.hpp"

namespace jobcast::lanes {

/// Sine and cosine of an angle in every lane, in radians.
struct SineAndCosine {
  units::Lane sine, cosine;
};

/// To two units of the last place of one, for |angle| up to 1e5. Cody and Waite's reduction by quarter turns and the
/// polynomials of fdlibm's k_sin.c and k_cos.c (Sun Microsystems 1993), without a choice between lanes.
SineAndCosine sine_and_cosine(const units::Lane& angle);

}  // namespace jobcast::lanes
