#pragma once

#include <string>
#include <string_view>

namespace jobcast::app {

enum class Style { plain, bold, dim, good, doubtful, bad, accent };

/// Colours text for a terminal (ECMA-48 SGR), or leaves it as it is.
class Paint {
 public:
  explicit Paint(bool on) : on_(on) {}

  [[nodiscard]] std::string operator()(Style style, std::string_view text) const;

 private:
  bool on_;
};

}  // namespace jobcast::app
