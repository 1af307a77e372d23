#include "engine/random/altered.hpp"

#include <algorithm>

namespace jobcast::random {

Altered::Altered(How how, std::vector<Entity> entities) : how_(how) {
  for (const Entity entity : entities) ids_.push_back(entity.id);
  std::sort(ids_.begin(), ids_.end());
}

bool Altered::holds(How how, Entity entity) const {
  return how == how_ && std::binary_search(ids_.begin(), ids_.end(), entity.id);
}

std::uint32_t StreamKey::replicate_of(Entity entity) const {
  return replicate + (altered != nullptr && altered->holds(Altered::How::anew, entity) ? 1U : 0U);
}

bool StreamKey::turns(Entity entity) const {
  return altered != nullptr && altered->holds(Altered::How::half_turn, entity);
}

}  // namespace jobcast::random
