#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "engine/units/lane.hpp"

namespace jobcast::random {

/// The four kinds of uncertainty that are kept apart (model.md section 1). Each has its own streams, so that one can be
/// drawn anew while the others stay as they are. `design`: where the points of a sweep lie; no uncertainty of a
/// forecast.
enum class Purpose : std::uint32_t { parameters = 1, chance = 2, execution = 3, survey = 4, design = 5 };

/// What a stream belongs to: a parameter's key, a cell of people, a survey. Made from a text, so that adding one entity
/// shifts no other's numbers.
struct Entity {
  std::uint32_t id = 0;
};
/// FNV-1a of the text (Fowler, Noll, Vo).
constexpr Entity entity(std::string_view text) {
  std::uint32_t hash = 2166136261u;
  for (const char letter : text) hash = (hash ^ static_cast<unsigned char>(letter)) * 16777619u;
  return Entity{hash};
}

class Altered;

/// Everything that chooses a family of streams. `replicate` shifts one purpose to an independent set of draws;
/// `altered`, which must outlive the key, single streams of it.
struct StreamKey {
  std::uint64_t seed = 0;
  Purpose purpose = Purpose::parameters;
  std::uint32_t replicate = 0;
  const Altered* altered = nullptr;

  /// Which set of draws a stream belongs to.
  [[nodiscard]] std::uint32_t replicate_of(Entity entity) const;
  /// Whether a stream's uniform numbers are half a unit away from where they were.
  [[nodiscard]] bool turns(Entity entity) const;
};

/// A counter-based stream of random numbers (Philox4x32-10; Salmon et al. 2011) for one (seed, draw, entity, purpose).
/// The n-th number depends on these and n alone: not on the thread, the block or what was drawn elsewhere.
class Stream {
 public:
  Stream(StreamKey key, std::uint32_t draw, Entity entity);

  /// Uniform in the open interval (0, 1), on a grid of 2^-32.
  double uniform();
  /// Standard normal, by inversion (Wichura 1988, AS 241).
  double normal();

 private:
  std::array<std::uint32_t, 2> key_;
  std::array<std::uint32_t, 4> counter_;
  std::array<std::uint32_t, 4> buffer_{};
  int left_ = 0;
  bool turned_ = false;
};

/// The same streams for `lane_count` consecutive draws at once: lane i is `Stream(key, first_draw + i, entity)`.
class LaneStream {
 public:
  LaneStream(StreamKey key, std::uint32_t first_draw, Entity entity);

  units::Lane uniform();
  units::Lane normal();

 private:
  std::array<std::uint32_t, 2> key_;
  std::array<std::uint32_t, 4> counter_;
  std::array<units::Lane, 4> buffer_;  // set before it is read: left_ is 0 at first
  int left_ = 0;
  bool turned_ = false;
};

/// Quantile of the standard normal distribution, u in (0, 1). Wichura (1988), algorithm AS 241, relative error 1e-16.
double normal_quantile(double u);
units::Lane normal_quantile(const units::Lane& u);

}  // namespace jobcast::random
