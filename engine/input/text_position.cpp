#include "engine/input/text_position.hpp"

#include <algorithm>

#include "engine/input/utf8.hpp"

namespace jobcast::input {

LineStarts::LineStarts(std::string_view text) {
  for (std::size_t at = text.find_first_of("\r\n"); at != std::string_view::npos; at = text.find_first_of("\r\n", at)) {
    at += text.substr(at).starts_with("\r\n") ? 2 : 1;
    starts_.push_back(at);
  }
}

Position LineStarts::position(std::string_view text, std::size_t offset, const std::string& file) const {
  const auto next = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const std::size_t start = *(next - 1);
  return {file, static_cast<int>(next - starts_.begin()),
          static_cast<int>(character_count(text.substr(start, offset - start))) + 1};
}

Position position_at(std::string_view text, std::size_t offset, const std::string& file) {
  // A CR belongs to the LF behind it even where the text is cut between them.
  const bool cut = offset > 0 && text.substr(offset - 1).starts_with("\r\n");
  return LineStarts(text.substr(0, cut ? offset - 1 : offset)).position(text, offset, file);
}

}  // namespace jobcast::input
