#pragma once

#include <string>

#include "engine/input/diagnostic.hpp"
#include "engine/random/distribution.hpp"

namespace jobcast::plan {

/// Where a number comes from.
struct Provenance {
  enum class Kind { plan, reference, assumption };

  Kind kind = Kind::assumption;
  std::string source;     ///< the table or publication; for an assumption the reason
  input::Position where;  ///< the place in the pack; empty file for an engine default
};

/// A number that may be uncertain, with its key (its address in `jobcast explain` and the name of its random stream),
/// its unit and where it comes from.
struct Value {
  std::string key;
  random::Distribution distribution;
  std::string unit;
  Provenance provenance;

  /// The value where a single one is wanted.
  [[nodiscard]] double central() const { return distribution.central(); }
};

}  // namespace jobcast::plan
