#pragma once

#include <string>
#include <string_view>

#include "engine/store/run.hpp"

namespace jobcast::store {

/// A run as bytes for another process on a machine of the same kind, every number with its bits.
std::string to_bytes(const Run& run);
/// Throws std::invalid_argument for bytes that to_bytes() did not make.
Run run_from(std::string_view bytes);

}  // namespace jobcast::store
