#pragma once

#include <cmath>
#include <cstdint>
#include <cstring>

#include "engine/units/lane.hpp"

namespace jobcast::random {

// As many lanes as one register takes. The operators of the language act lane by lane, so a function written once as a
// template gives a number the same bits alone (double) or in company (RealVector).
#ifdef __AVX__
inline constexpr int vector_width = 4;
#else
inline constexpr int vector_width = 2;
#endif
using RealVector [[gnu::vector_size(vector_width * sizeof(double))]] = double;
using BitVector [[gnu::vector_size(vector_width * sizeof(double))]] = std::uint64_t;
static_assert(units::lane_count % vector_width == 0);

inline RealVector load(const double* numbers) {
  RealVector result;
  std::memcpy(&result, numbers, sizeof result);
  return result;
}
inline void store(RealVector numbers, double* place) { std::memcpy(place, &numbers, sizeof numbers); }

inline double square_root(double x) { return std::sqrt(x); }
inline RealVector square_root(RealVector x) {
  for (int lane = 0; lane < vector_width; ++lane) x[lane] = std::sqrt(x[lane]);
  return x;
}

/// The same bits read as another type of the same size.
template <class To, class From>
To bits_as(From from) {
  static_assert(sizeof(To) == sizeof(From));
  To to;
  std::memcpy(&to, &from, sizeof to);
  return to;
}

}  // namespace jobcast::random
