#include "engine/stats/moments.hpp"

#include <algorithm>

namespace jobcast::stats {

void Moments::merge(const Moments& other) {
  if (other.count_ == 0) return;
  if (count_ == 0) {
    *this = other;
    return;
  }
  const auto own = static_cast<double>(count_);
  const auto added = static_cast<double>(other.count_);
  const double apart = other.mean_ - mean_;
  count_ += other.count_;
  mean_ += apart * added / (own + added);
  squares_ += other.squares_ + apart * apart * own * added / (own + added);
  least_ = std::min(least_, other.least_);
  greatest_ = std::max(greatest_, other.greatest_);
}

}  // namespace jobcast::stats
