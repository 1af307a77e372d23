#pragma once

#include <exception>
#include <string>
#include <utility>
#include <vector>

namespace jobcast::graph {

/// Thrown when tasks wait for each other in a circle. ids(): the circle in order of precedence, each id once, beginning
/// with the task of the circle that was added first; the last comes before the first again.
class CycleError : public std::exception {
 public:
  explicit CycleError(std::vector<std::string> ids) : ids_(std::move(ids)) {
    for (const auto& id : ids_) text_ += id + " -> ";
    if (!ids_.empty()) text_ += ids_.front();
  }

  [[nodiscard]] const std::vector<std::string>& ids() const { return ids_; }
  /// "a -> b -> a", for logs.
  [[nodiscard]] const char* what() const noexcept override { return text_.c_str(); }

 private:
  std::vector<std::string> ids_;
  std::string text_;
};

}  // namespace jobcast::graph
