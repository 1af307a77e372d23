#include "app/server/target.hpp"

#include <algorithm>

#include "engine/input/utf8.hpp"

namespace jobcast::app::server {
namespace {

std::optional<int> digit_of(char letter) {
  if (letter >= '0' && letter <= '9') return letter - '0';
  if (letter >= 'a' && letter <= 'f') return letter - 'a' + 10;
  if (letter >= 'A' && letter <= 'F') return letter - 'A' + 10;
  return std::nullopt;
}

bool is_control(char letter) {
  const auto byte = static_cast<unsigned char>(letter);
  return byte < 0x20 || byte == 0x7f;
}

std::optional<std::string> decoded(std::string_view text, bool plus_is_blank) {
  std::string result;
  for (std::size_t index = 0; index < text.size(); ++index) {
    char letter = text[index];
    if (letter == '%') {
      if (index + 2 >= text.size()) return std::nullopt;
      const auto high = digit_of(text[index + 1]);
      const auto low = digit_of(text[index + 2]);
      if (!high || !low) return std::nullopt;
      letter = static_cast<char>(*high * 16 + *low);
      index += 2;
    } else if (letter == '+' && plus_is_blank) {
      letter = ' ';
    }
    if (is_control(letter)) return std::nullopt;
    result += letter;
  }
  if (input::first_invalid_utf8(result) != std::string_view::npos) return std::nullopt;
  return result;
}

/// The texts between the marks.
std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  for (;;) {
    const auto end = text.find(mark);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

bool is_part(const std::string& part) {
  return !part.empty() && part != "." && part != ".." && part.find_first_of("/\\") == std::string::npos;
}

}  // namespace

std::optional<Target> parse_target(std::string_view text) {
  Target target;
  if (!text.starts_with('/')) return std::nullopt;
  const auto mark = text.find('?');
  const auto path = text.substr(1, mark == std::string_view::npos ? mark : mark - 1);
  if (!path.empty()) {
    for (const auto part : split(path, '/')) {
      auto word = decoded(part, false);
      if (!word || !is_part(*word)) return std::nullopt;
      target.path.push_back(std::move(*word));
    }
  }
  if (mark == std::string_view::npos || mark + 1 == text.size()) return target;
  for (const auto pair : split(text.substr(mark + 1), '&')) {
    const auto equals = pair.find('=');
    auto key = decoded(pair.substr(0, equals), true);
    auto value = decoded(equals == std::string_view::npos ? "" : pair.substr(equals + 1), true);
    if (!key || !value || !target.query.emplace(std::move(*key), std::move(*value)).second) return std::nullopt;
  }
  return target;
}

}  // namespace jobcast::app::server
