#pragma once

#include <functional>
#include <optional>

#include "engine/store/store_error.hpp"

namespace jobcast::store::testing {

/// What went wrong with the store in `work`, if anything.
inline std::optional<StoreTrouble> trouble_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const StoreError& error) {
    return error.trouble();
  }
  return std::nullopt;
}

}  // namespace jobcast::store::testing
