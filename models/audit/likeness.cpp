#include "models/audit/likeness.hpp"

#include <algorithm>
#include <vector>

namespace jobcast::audit {
namespace {

constexpr char32_t first_syllable = 0xAC00;
constexpr char32_t last_syllable = 0xD7A3;

char32_t next_letter(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(at);
  const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if (at + length > text.size()) {
    at = text.size();
    return 0;
  }
  constexpr unsigned lead[] = {0x7F, 0x1F, 0x0F, 0x07};
  char32_t letter = first & lead[length - 1];
  for (std::size_t i = 1; i < length; ++i) letter = (letter << 6U) | (byte(at + i) & 0x3FU);
  at += length;
  return letter;
}

}  // namespace

std::u32string letters_of(std::string_view text) {
  std::u32string letters;
  for (std::size_t at = 0; at < text.size();) {
    char32_t letter = next_letter(text, at);
    if (letter >= U'A' && letter <= U'Z') letter += U'a' - U'A';
    const bool latin = (letter >= U'a' && letter <= U'z') || (letter >= U'0' && letter <= U'9');
    if (latin || (letter >= first_syllable && letter <= last_syllable)) letters += letter;
  }
  return letters;
}

std::size_t longest_common(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> row(b.size() + 1, 0);
  std::size_t longest = 0;
  for (const char32_t letter : a) {
    for (std::size_t j = b.size(); j > 0; --j) {
      row[j] = letter == b[j - 1] ? row[j - 1] + 1 : 0;
      longest = std::max(longest, row[j]);
    }
  }
  return longest;
}

bool alike(std::string_view a, std::string_view b, std::size_t least, double share) {
  const auto one = letters_of(a);
  const auto other = letters_of(b);
  const auto common = longest_common(one, other);
  const auto shorter = std::min(one.size(), other.size());
  return common >= std::min(least, shorter) && common > 0 &&
         static_cast<double>(common) >= share * static_cast<double>(shorter);
}

}  // namespace jobcast::audit
