#include "models/programmes/parameter_table.hpp"

namespace jobcast::programmes {

std::size_t ParameterTable::add(const plan::Value& value, std::string_view stream_key, random::Purpose purpose) {
  const random::Entity stream = random::entity(stream_key);
  for (std::size_t index = 0; index < parameters_.size(); ++index) {
    const Parameter& there = parameters_[index];
    if (there.stream.id == stream.id && there.purpose == purpose && there.distribution == value.distribution &&
        keys_[index] == value.key) {
      return index;
    }
  }
  parameters_.push_back({value.distribution, stream, purpose});
  keys_.push_back(value.key);
  return parameters_.size() - 1;
}

std::vector<Parameter> ParameterTable::with(const std::map<std::string, plan::Value, std::less<>>& replaced) const {
  std::vector<Parameter> parameters = parameters_;
  if (replaced.empty()) return parameters;
  for (std::size_t index = 0; index < parameters.size(); ++index) {
    const auto found = replaced.find(keys_[index]);
    if (found != replaced.end()) parameters[index].distribution = found->second.distribution;
  }
  return parameters;
}

}  // namespace jobcast::programmes
