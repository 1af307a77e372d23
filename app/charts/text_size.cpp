#include "app/charts/text_size.hpp"

#include "app/report/display_width.hpp"

namespace jobcast::charts {
namespace {

constexpr double wide_letter = 1.0;    // em
constexpr double narrow_letter = 0.6;  // em
constexpr std::string_view cut = "…";

/// Bytes of the letter that begins `words`.
std::size_t letter_size(std::string_view words) {
  const auto follows = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; };
  std::size_t size = 1;
  while (size < words.size() && follows(words[size])) ++size;
  return size;
}

double letter_width(std::string_view letter, double size) {
  const int columns = app::display_width(letter);
  const bool broad = letter.size() == 1 && std::string_view("%@mwMW").find(letter) != std::string_view::npos;
  return size * (columns == 0 ? 0.0 : columns == 1 && !broad ? narrow_letter : wide_letter);
}

}  // namespace

double text_width(std::string_view words, double size) {
  double width = 0.0;
  while (!words.empty()) {
    const auto bytes = letter_size(words);
    width += letter_width(words.substr(0, bytes), size);
    words.remove_prefix(bytes);
  }
  return width;
}

std::string fitted(std::string_view words, double room, double size) {
  if (text_width(words, size) <= room) return std::string(words);
  double width = text_width(cut, size);
  std::string kept;
  while (!words.empty()) {
    const auto letter = words.substr(0, letter_size(words));
    width += letter_width(letter, size);
    if (width > room) break;
    kept += letter;
    words.remove_prefix(letter.size());
  }
  while (!kept.empty() && kept.back() == ' ') kept.pop_back();
  return kept + std::string(cut);
}

std::vector<std::string> broken(std::string_view words, double room, std::size_t most, double size) {
  std::vector<std::string> lines;
  while (!words.empty()) {
    if (lines.size() + 1 >= most || text_width(words, size) <= room) {
      lines.push_back(fitted(words, room, size));
      break;
    }
    std::size_t end = std::string_view::npos;
    for (auto blank = words.find(' '); blank != std::string_view::npos; blank = words.find(' ', blank + 1)) {
      if (text_width(words.substr(0, blank), size) > room) break;
      end = blank;
    }
    if (end == std::string_view::npos) end = std::min(words.find(' '), words.size());
    lines.push_back(fitted(words.substr(0, end), room, size));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return lines;
}

}  // namespace jobcast::charts
