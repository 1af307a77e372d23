#pragma once

#include "engine/random/altered.hpp"

namespace jobcast::forecast {

/// The random streams of one run, one key a purpose.
struct Streams {
  random::StreamKey parameters, chance, execution, survey;

  explicit Streams(std::uint64_t seed)
      : parameters{seed, random::Purpose::parameters, 0},
        chance{seed, random::Purpose::chance, 0},
        execution{seed, random::Purpose::execution, 0},
        survey{seed, random::Purpose::survey, 0} {}

  /// The same but for one purpose, which is drawn independently.
  [[nodiscard]] Streams anew(random::Purpose purpose) const {
    Streams streams = *this;
    for (random::StreamKey* key : {&streams.parameters, &streams.chance, &streams.execution, &streams.survey}) {
      if (key->purpose == purpose) ++key->replicate;
    }
    return streams;
  }
  /// The same but for some streams; `altered` must outlive what is returned.
  [[nodiscard]] Streams with(const random::Altered& altered) const {
    Streams streams = *this;
    for (random::StreamKey* key : {&streams.parameters, &streams.chance, &streams.execution, &streams.survey}) {
      key->altered = &altered;
    }
    return streams;
  }
};

}  // namespace jobcast::forecast
