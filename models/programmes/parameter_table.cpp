#include "models/programmes/parameter_table.hpp"

namespace jobcast::programmes {

std::size_t ParameterTable::add(const plan::Value& value, std::string_view stream_key, random::Purpose purpose) {
  const random::Entity stream = random::entity(stream_key);
  for (std::size_t index = 0; index < entries_.size(); ++index) {
    const Entry& entry = entries_[index];
    // Numbers first, the distribution last: a scenario's table compares some ten thousand pairs.
    const bool same_numbers = entry.stream.id == stream.id || entry.distribution.is_fixed();
    if (same_numbers && entry.purpose == purpose && entry.distribution == value.distribution) return index;
  }
  entries_.push_back({value.distribution, stream, purpose});
  return entries_.size() - 1;
}

void ParameterTable::draw(random::StreamKey parameters, random::StreamKey execution, std::uint32_t first_draw,
                          std::vector<units::Lane>& values) const {
  for (std::size_t index = 0; index < entries_.size(); ++index) {
    const Entry& entry = entries_[index];
    if (entry.distribution.is_fixed()) {
      values[index].setConstant(entry.distribution.a);
      continue;
    }
    const auto key = entry.purpose == random::Purpose::execution ? execution : parameters;
    values[index] = entry.distribution.quantile(random::LaneStream(key, first_draw, entry.stream).uniform());
  }
}

}  // namespace jobcast::programmes
