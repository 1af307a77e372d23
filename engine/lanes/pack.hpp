#pragma once

#include <cmath>

#include "engine/units/lane.hpp"

#if defined(__AVX2__) && defined(__FMA__)
#include <immintrin.h>
#endif

namespace jobcast::lanes {

/// Four neighbouring lanes in one register: the unit the kernels of this folder work in. Written out, rather than left
/// to the optimiser, so that every build type has the same instructions. Each lane is computed for itself.
struct Pack {
  static constexpr int width = 4;
  static constexpr int per_lane_array = units::lane_count / width;
  static_assert(units::lane_count % width == 0);

#if defined(__AVX2__) && defined(__FMA__)
  __m256d number;

  static Pack load(const units::Lane& lanes, int pack) { return {_mm256_load_pd(lanes.data() + width * pack)}; }
  static Pack all(double number) { return {_mm256_set1_pd(number)}; }
  void store(units::Lane& lanes, int pack) const { _mm256_store_pd(lanes.data() + width * pack, number); }
  friend Pack operator+(Pack a, Pack b) { return {_mm256_add_pd(a.number, b.number)}; }
  friend Pack operator-(Pack a, Pack b) { return {_mm256_sub_pd(a.number, b.number)}; }
  friend Pack operator*(Pack a, Pack b) { return {_mm256_mul_pd(a.number, b.number)}; }
  friend Pack operator/(Pack a, Pack b) { return {_mm256_div_pd(a.number, b.number)}; }
  friend Pack greater(Pack a, Pack b) { return {_mm256_max_pd(a.number, b.number)}; }
  friend Pack lesser(Pack a, Pack b) { return {_mm256_min_pd(a.number, b.number)}; }
  friend Pack square_root(Pack a) { return {_mm256_sqrt_pd(a.number)}; }
  /// a * b + c, rounded once.
  friend Pack fused(Pack a, Pack b, Pack c) { return {_mm256_fmadd_pd(a.number, b.number, c.number)}; }
#else
  double number[width];

  template <class Operation>
  static Pack each(Operation operation) {
    Pack result;
    for (int lane = 0; lane < width; ++lane) result.number[lane] = operation(lane);
    return result;
  }
  static Pack load(const units::Lane& lanes, int pack) {
    return each([&](int lane) { return lanes[width * pack + lane]; });
  }
  static Pack all(double number) {
    return each([&](int) { return number; });
  }
  void store(units::Lane& lanes, int pack) const {
    for (int lane = 0; lane < width; ++lane) lanes[width * pack + lane] = number[lane];
  }
  friend Pack operator+(const Pack& a, const Pack& b) {
    return each([&](int lane) { return a.number[lane] + b.number[lane]; });
  }
  friend Pack operator-(const Pack& a, const Pack& b) {
    return each([&](int lane) { return a.number[lane] - b.number[lane]; });
  }
  friend Pack operator*(const Pack& a, const Pack& b) {
    return each([&](int lane) { return a.number[lane] * b.number[lane]; });
  }
  friend Pack operator/(const Pack& a, const Pack& b) {
    return each([&](int lane) { return a.number[lane] / b.number[lane]; });
  }
  friend Pack greater(const Pack& a, const Pack& b) {
    return each([&](int lane) { return a.number[lane] > b.number[lane] ? a.number[lane] : b.number[lane]; });
  }
  friend Pack lesser(const Pack& a, const Pack& b) {
    return each([&](int lane) { return a.number[lane] < b.number[lane] ? a.number[lane] : b.number[lane]; });
  }
  friend Pack square_root(const Pack& a) {
    return each([&](int lane) { return std::sqrt(a.number[lane]); });
  }
  friend Pack fused(const Pack& a, const Pack& b, const Pack& c) {
    return each([&](int lane) { return std::fma(a.number[lane], b.number[lane], c.number[lane]); });
  }
#endif
};

}  // namespace jobcast::lanes
