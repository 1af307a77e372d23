#include <cmath>

#include "engine/random/stream.hpp"
#include "engine/random/vector.hpp"

namespace jobcast::random {
namespace {

// The three rational approximations of AS 241 (PPND16): numerator and denominator, highest power last.
constexpr double central_a[] = {3.3871328727963666080e0,  1.3314166789178437745e+2, 1.9715909503065514427e+3,
                                1.3731693765509461125e+4, 4.5921953931549871457e+4, 6.7265770927008700853e+4,
                                3.3430575583588128105e+4, 2.5090809287301226727e+3};
constexpr double central_b[] = {1.0,
                                4.2313330701600911252e+1,
                                6.8718700749205790830e+2,
                                5.3941960214247511077e+3,
                                2.1213794301586595867e+4,
                                3.9307895800092710610e+4,
                                2.8729085735721942674e+4,
                                5.2264952788528545610e+3};
constexpr double middle_c[] = {1.42343711074968357734e0,  4.63033784615654529590e0, 5.76949722146069140550e0,
                               3.64784832476320460504e0,  1.27045825245236838258e0, 2.41780725177450611770e-1,
                               2.27238449892691845833e-2, 7.74545014278341407640e-4};
constexpr double middle_d[] = {1.0,
                               2.05319162663775882187e0,
                               1.67638483018380384940e0,
                               6.89767334985100004550e-1,
                               1.48103976427480074590e-1,
                               1.51986665636164571966e-2,
                               5.47593808499534494600e-4,
                               1.05075007164441684324e-9};
constexpr double far_e[] = {6.65790464350110377720e0,  5.46378491116411436990e0,  1.78482653991729133580e0,
                            2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
                            2.71155556874348757815e-5, 2.01033439929228813265e-7};
constexpr double far_f[] = {1.0,
                            5.99832206555887937690e-1,
                            1.36929880922735805310e-1,
                            1.48753612908506148525e-2,
                            7.86869131145613259100e-4,
                            1.84631831751005468180e-5,
                            1.42151175831644588870e-7,
                            2.04426310338993978564e-15};

// Real is double or RealVector, Bits its unsigned 64-bit companion; one text for both keeps their bits equal.

template <class Real>
Real polynomial(const double (&coefficient)[8], Real x) {
  Real sum = x * coefficient[7] + coefficient[6];
  for (int power = 5; power >= 0; --power) sum = sum * x + coefficient[power];
  return sum;
}

/// Natural logarithm of a normal positive number, error below one unit of the last place: the method and coefficients
/// of fdlibm's e_log.c (Sun Microsystems 1993). The library's own has no form for vectors with the same bits.
template <class Real, class Bits>
Real logarithm(Real x) {
  constexpr double ln2_high = 6.93147180369123816490e-01;
  constexpr double ln2_low = 1.90821492927058770002e-10;
  constexpr std::uint64_t one = 0x3FF0000000000000;
  constexpr std::uint64_t root_half = 0x3FE6A09E00000000;  // near sqrt(1/2): the fraction falls in [it, 2 it)
  const Bits shifted = bits_as<Bits>(x) + (one - root_half);
  const Bits exponent_bits = shifted >> 52;
  const Bits fraction_bits = (shifted & 0x000FFFFFFFFFFFFF) + root_half;
  const Real exponent = bits_as<Real>(exponent_bits | bits_as<std::uint64_t>(0x1p52)) - (0x1p52 + 1023.0);
  const Real f = bits_as<Real>(fraction_bits) - 1.0;
  const Real s = f / (f + 2.0);
  const Real z = s * s;
  const Real w = z * z;
  const Real even = w * (3.999999999940941908e-01 + w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01));
  const Real odd = z * (6.666666666666735130e-01 +
                        w * (2.857142874366239149e-01 + w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)));
  const Real half_square = 0.5 * f * f;
  return exponent * ln2_high - ((half_square - (s * (half_square + (even + odd)) + exponent * ln2_low)) - f);
}

template <class Real>
Real central(Real q) {
  const Real r = 0.180625 - q * q;
  return q * polynomial(central_a, r) / polynomial(central_b, r);
}
/// |z| in the tails, from r = sqrt(-log of the distance to the nearer end); r <= 5 for u > 1.4e-11.
template <class Real>
Real middle(Real r) {
  const Real x = r - 1.6;
  return polynomial(middle_c, x) / polynomial(middle_d, x);
}
template <class Real>
Real far(Real r) {
  const Real x = r - 5.0;
  return polynomial(far_e, x) / polynomial(far_f, x);
}

template <class Mask>
bool any(Mask mask) {
  bool result = false;
  for (int lane = 0; lane < vector_width; ++lane) result = result || mask[lane] != 0;
  return result;
}

RealVector normal_quantile(RealVector u) {
  const RealVector q = u - 0.5;
  const RealVector z = central(q);
  const auto in_tail = (q > 0.425) | (q < -0.425);
  if (!any(in_tail)) return z;
  const RealVector nearer = q < 0.0 ? u : 1.0 - u;
  const RealVector r = square_root(-logarithm<RealVector, BitVector>(nearer));
  RealVector size = middle(r);
  const auto is_far = r > 5.0;
  if (any(is_far)) size = is_far ? far(r) : size;
  return in_tail ? (q < 0.0 ? -size : size) : z;
}

}  // namespace

double normal_quantile(double u) {
  const double q = u - 0.5;
  if (std::abs(q) <= 0.425) return central(q);
  const double r = square_root(-logarithm<double, std::uint64_t>(q < 0.0 ? u : 1.0 - u));
  const double size = r > 5.0 ? far(r) : middle(r);
  return q < 0.0 ? -size : size;
}

units::Lane normal_quantile(const units::Lane& u) {
  units::Lane z;
  for (int lane = 0; lane < units::lane_count; lane += vector_width) {
    store(normal_quantile(load(u.data() + lane)), z.data() + lane);
  }
  return z;
}

}  // namespace jobcast::random
