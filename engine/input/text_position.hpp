#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/input/diagnostic.hpp"

namespace jobcast::input {

/// Where the lines of a text begin, so that a place is found without reading the text again. Lines end with LF, CRLF or
/// a CR alone, as editors have it. A regular value; holds offsets, not the text.
class LineStarts {
 public:
  explicit LineStarts(std::string_view text);

  /// Line and column of a byte offset of the same text. Columns count characters (code points).
  [[nodiscard]] Position position(std::string_view text, std::size_t offset, const std::string& file) const;

 private:
  std::vector<std::size_t> starts_{0};
};

/// Line and column of one byte offset.
Position position_at(std::string_view text, std::size_t offset, const std::string& file);

}  // namespace jobcast::input
