#pragma once

#include <cstdint>
#include <vector>

namespace jobcast::design {

/// Every combination of so many values in each dimension, numbered like an odometer: the last dimension turns fastest.
class Grid {
 public:
  explicit Grid(std::vector<std::size_t> sizes);

  /// Number of combinations; the greatest number there is where it does not fit.
  [[nodiscard]] std::uint64_t size() const { return size_; }
  /// Which value each dimension has in a combination. Precondition: index < size().
  [[nodiscard]] std::vector<std::size_t> place(std::uint64_t index) const;

 private:
  std::vector<std::size_t> sizes_;
  std::uint64_t size_;
};

}  // namespace jobcast::design
