#pragma once

#include <cstddef>
#include <vector>

namespace jobcast::design {

/// Points in the open unit cube.
class Points {
 public:
  Points(std::size_t count, std::size_t dimensions) : dimensions_(dimensions), numbers_(count * dimensions) {}

  [[nodiscard]] std::size_t count() const { return dimensions_ == 0 ? 0 : numbers_.size() / dimensions_; }
  [[nodiscard]] std::size_t dimensions() const { return dimensions_; }
  [[nodiscard]] double& of(std::size_t point, std::size_t dimension) {
    return numbers_[point * dimensions_ + dimension];
  }
  [[nodiscard]] double of(std::size_t point, std::size_t dimension) const {
    return numbers_[point * dimensions_ + dimension];
  }

  friend bool operator==(const Points&, const Points&) = default;

 private:
  std::size_t dimensions_;
  std::vector<double> numbers_;
};

}  // namespace jobcast::design
