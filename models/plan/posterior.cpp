#include "models/plan/posterior.hpp"

#include <utility>

namespace jobcast::plan {

Posterior::Posterior(std::string fingerprint, std::map<std::string, std::vector<double>, std::less<>> columns)
    : fingerprint_(std::move(fingerprint)), columns_(std::move(columns)) {}

std::size_t Posterior::members() const { return columns_.empty() ? 0 : columns_.begin()->second.size(); }

const std::vector<double>* Posterior::find(std::string_view column) const {
  const auto found = columns_.find(column);
  return found == columns_.end() ? nullptr : &found->second;
}

units::Lane Posterior::lanes(std::string_view column, random::StreamKey key, std::uint32_t first_draw) const {
  const auto& numbers = *find(column);
  // Half of the members on, so that a draw and the same draw made anew do not meet in one member.
  const std::size_t turns = key.replicate_of(posterior_entity) + (key.turns(posterior_entity) ? 1U : 0U);
  const std::size_t shift = turns * (numbers.size() / 2 + 1);
  units::Lane lane;
  for (int index = 0; index < units::lane_count; ++index) {
    lane[index] = numbers[(first_draw + static_cast<std::size_t>(index) + shift) % numbers.size()];
  }
  return lane;
}

std::shared_ptr<const Posterior> Posterior::without(std::string_view column) const {
  auto columns = columns_;
  if (const auto found = columns.find(column); found != columns.end()) columns.erase(found);
  return std::make_shared<const Posterior>(fingerprint_, std::move(columns));
}

}  // namespace jobcast::plan
