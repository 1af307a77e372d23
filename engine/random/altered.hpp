#pragma once

#include <vector>

#include "engine/random/stream.hpp"

namespace jobcast::random {

/// Some streams that give other numbers than they would, while all others stay as they are: so one can ask what each
/// does to a result. Keys that point to it (StreamKey::altered) alter the streams they open.
class Altered {
 public:
  enum class How {
    anew,      ///< numbers of the next replicate, independent of their own
    half_turn  ///< every uniform number half a unit away: up where there is room, else down
  };

  Altered(How how, std::vector<Entity> entities);

  [[nodiscard]] bool holds(How how, Entity entity) const;

 private:
  How how_;
  std::vector<std::uint32_t> ids_;  ///< sorted
};

}  // namespace jobcast::random
