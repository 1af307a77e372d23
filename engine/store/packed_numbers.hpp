#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace jobcast::store {

/// Numbers in as few bytes as bring back every bit: two bytes each where all are hundredths (or tenths, or whole)
/// within range, four where single precision or wider hundredths hold them, else eight. The first byte says which; the
/// rest is little-endian. docs/run-store.md, section 2, lists the forms.
std::vector<std::byte> pack(std::span<const double> numbers);

/// What pack() was given. Throws std::invalid_argument for bytes that it never returns.
std::vector<double> unpack(std::span<const std::byte> bytes);

}  // namespace jobcast::store
