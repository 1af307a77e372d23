#pragma once

#include <cmath>
#include <cstdint>
#include <string_view>

#include "engine/random/stream.hpp"

namespace jobcast::app::synthetic {

/// Random numbers of one county and topic. The same for the same seed, county and topic, whatever else is drawn.
class Dice {
 public:
  Dice(std::uint64_t seed, int county, std::string_view topic)
      : stream_({.seed = seed, .purpose = random::Purpose::design}, static_cast<std::uint32_t>(county),
                random::entity(topic)) {}

  double between(double least, double greatest) { return least + (greatest - least) * stream_.uniform(); }
  /// A factor around one, some `spread` of its size away.
  double factor(double spread) { return std::exp(spread * stream_.normal()); }
  double normal() { return stream_.normal(); }

 private:
  random::Stream stream_;
};

}  // namespace jobcast::app::synthetic
