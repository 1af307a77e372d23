#include "engine/random/stream.hpp"

#include <Random123/philox.h>

#include "engine/random/philox_lanes.hpp"

namespace jobcast::random {
namespace {

using Philox = r123::Philox4x32;

std::array<std::uint32_t, 2> philox_key(StreamKey key) {
  return {static_cast<std::uint32_t>(key.seed), static_cast<std::uint32_t>(key.seed >> 32)};
}

std::array<std::uint32_t, 4> first_counter(StreamKey key, std::uint32_t draw, Entity entity) {
  return {0, draw, entity.id, static_cast<std::uint32_t>(key.purpose) + 16u * key.replicate_of(entity)};
}

std::array<std::uint32_t, 4> philox(const std::array<std::uint32_t, 4>& counter,
                                    const std::array<std::uint32_t, 2>& key) {
  const Philox::ctr_type block =
      Philox()(Philox::ctr_type{{counter[0], counter[1], counter[2], counter[3]}}, Philox::key_type{{key[0], key[1]}});
  return {block[0], block[1], block[2], block[3]};
}

}  // namespace

Stream::Stream(StreamKey key, std::uint32_t draw, Entity entity)
    : key_(philox_key(key)), counter_(first_counter(key, draw, entity)), turned_(key.turns(entity)) {}

double Stream::uniform() {
  if (left_ == 0) {
    buffer_ = philox(counter_, key_);
    ++counter_[0];
    left_ = 4;
  }
  // The middle of a cell of width 2^-32 turns into the middle of the cell half a unit away.
  const std::uint32_t turn = turned_ ? 0x80000000U : 0U;
  return open_unit(buffer_[static_cast<std::size_t>(4 - left_--)] ^ turn);
}

double Stream::normal() { return normal_quantile(uniform()); }

LaneStream::LaneStream(StreamKey key, std::uint32_t first_draw, Entity entity)
    : key_(philox_key(key)), counter_(first_counter(key, first_draw, entity)), turned_(key.turns(entity)) {}

units::Lane LaneStream::uniform() {
  if (left_ == 0) {
    philox_lanes(counter_, key_, buffer_);
    if (turned_) {
      for (units::Lane& lanes : buffer_) lanes += (lanes < 0.5).select(units::Lane::Constant(0.5), -0.5);
    }
    ++counter_[0];
    left_ = 4;
  }
  return buffer_[static_cast<std::size_t>(4 - left_--)];
}

units::Lane LaneStream::normal() { return normal_quantile(uniform()); }

}  // namespace jobcast::random
