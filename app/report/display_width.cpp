#include "app/report/display_width.hpp"

#include <utf8proc.h>
#include <algorithm>

namespace jobcast::app {

int display_width(std::string_view text) {
  int width = 0;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  auto left = static_cast<utf8proc_ssize_t>(text.size());
  while (left > 0) {
    utf8proc_int32_t letter = 0;
    const auto length = utf8proc_iterate(bytes, left, &letter);
    width += length > 0 ? utf8proc_charwidth(letter) : 1;
    const auto step = std::max<utf8proc_ssize_t>(length, 1);
    bytes += step;
    left -= step;
  }
  return width;
}

std::string padded(std::string_view text, int width, Align align) {
  const std::string blanks(static_cast<std::size_t>(std::max(0, width - display_width(text))), ' ');
  return align == Align::left ? std::string(text) + blanks : blanks + std::string(text);
}

std::string shortened(std::string_view text, int width) {
  if (display_width(text) <= width) return std::string(text);
  constexpr std::string_view mark = "..";
  auto kept = text;
  while (!kept.empty() && display_width(kept) > width - static_cast<int>(mark.size())) {
    std::size_t last = kept.size() - 1;
    while (last > 0 && (static_cast<unsigned char>(kept[last]) & 0xC0U) == 0x80U) --last;
    kept = kept.substr(0, last);
  }
  return std::string(kept) + std::string(mark);
}

std::vector<std::string> wrapped(std::string_view text, int width) {
  std::vector<std::string> lines(1);
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    const auto word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (word.empty()) continue;
    if (!lines.back().empty() && display_width(lines.back()) + 1 + display_width(word) > width) lines.emplace_back();
    if (!lines.back().empty()) lines.back() += ' ';
    lines.back() += word;
  }
  return lines;
}

}  // namespace jobcast::app
