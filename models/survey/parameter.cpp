#include "models/survey/parameter.hpp"

namespace jobcast::survey {

units::Lane parameter(const plan::Value& value, random::StreamKey key, std::uint32_t first_draw) {
  return value.distribution.quantile(random::LaneStream(key, first_draw, random::entity(value.key)).uniform());
}

}  // namespace jobcast::survey
