#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/random/stream.hpp"
#include "models/plan/provenance.hpp"

namespace jobcast::programmes {

/// The distinct uncertain values of a set of traits, each drawn once a block however many groups share it.
class ParameterTable {
 public:
  /// Adds a value drawn from the stream named by `stream_key` (its own key, or another's where two values move
  /// together) and returns its index. A value that is there already is not added again.
  std::size_t add(const plan::Value& value, std::string_view stream_key, random::Purpose purpose);

  [[nodiscard]] std::size_t size() const { return entries_.size(); }

  /// Fills values[i] for every entry. `values` must hold size() lanes.
  void draw(random::StreamKey parameters, random::StreamKey execution, std::uint32_t first_draw,
            std::vector<units::Lane>& values) const;

 private:
  struct Entry {
    random::Distribution distribution;
    random::Entity stream;
    random::Purpose purpose;
  };
  std::vector<Entry> entries_;
};

}  // namespace jobcast::programmes
