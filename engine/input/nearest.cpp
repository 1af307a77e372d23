#include "engine/input/nearest.hpp"

#include <algorithm>
#include <numeric>

#include "engine/input/utf8.hpp"

namespace jobcast::input {
namespace {

/// Code points with each Hangul syllable as its two or three letters (Unicode standard, section 3.12).
std::u32string letters_of(std::string_view text) {
  constexpr char32_t first_syllable = 0xAC00;
  constexpr char32_t last_syllable = 0xD7A3;
  constexpr char32_t finals = 28;
  constexpr char32_t vowels = 21;
  std::u32string letters;
  for (const char32_t point : code_points(text)) {
    if (point < first_syllable || point > last_syllable) {
      letters.push_back(point);
      continue;
    }
    const char32_t index = point - first_syllable;
    letters.push_back(0x1100 + index / (vowels * finals));
    letters.push_back(0x1161 + index / finals % vowels);
    if (index % finals != 0) letters.push_back(0x11A7 + index % finals);
  }
  return letters;
}

/// Levenshtein's distance: insertions, deletions and replacements from one text to the other.
std::size_t edit_distance(std::u32string_view a, std::u32string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({row[j + 1] + 1, row[j] + 1, replaced});
    }
  }
  return row.back();
}

}  // namespace

std::string nearest(std::string_view text, const std::vector<std::string>& candidates) {
  const auto letters = letters_of(text);
  std::string best;
  std::size_t least = std::max<std::size_t>(1, letters.size() / 3) + 1;
  for (const auto& candidate : candidates) {
    const auto other = letters_of(candidate);
    const std::size_t longer = std::max(letters.size(), other.size());
    if (longer - std::min(letters.size(), other.size()) >= least) continue;  // no need to measure
    const std::size_t distance = edit_distance(letters, other);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

}  // namespace jobcast::input
