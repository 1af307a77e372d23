#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/random/stream.hpp"
#include "models/plan/provenance.hpp"

namespace jobcast::programmes {

/// An uncertain value with the stream that it is drawn from.
struct Parameter {
  random::Distribution distribution;
  random::Entity stream;
  random::Purpose purpose = random::Purpose::parameters;
};

/// The distinct values of a set of traits, each drawn once a block however many programmes share it.
class ParameterTable {
 public:
  /// Adds a value drawn from the stream named by `stream_key` (its own key, or another's where two values move
  /// together) and returns its index. A value that is there already is not added again.
  std::size_t add(const plan::Value& value, std::string_view stream_key, random::Purpose purpose);

  [[nodiscard]] std::size_t size() const { return parameters_.size(); }
  /// The key of a value: "deadweight.<type>".
  [[nodiscard]] const std::string& key(std::size_t index) const { return keys_[index]; }

  /// The values in the order of their indices, those that `replaced` names by key with its distributions.
  [[nodiscard]] std::vector<Parameter> with(const std::map<std::string, plan::Value, std::less<>>& replaced) const;

 private:
  std::vector<Parameter> parameters_;
  std::vector<std::string> keys_;  ///< of each value
};

}  // namespace jobcast::programmes
