#include "app/messages/particle.hpp"

#include <utf8proc.h>
#include <array>
#include <optional>

namespace jobcast::app {
namespace {

struct Pair {
  std::string_view written, after_consonant, after_vowel;
  bool rieul_as_vowel = false;  ///< 로 follows ㄹ as it follows a vowel
};
constexpr std::array pairs{Pair{"이(가)", "이", "가"},         Pair{"을(를)", "을", "를"},
                           Pair{"은(는)", "은", "는"},         Pair{"과(와)", "과", "와"},
                           Pair{"(으)로", "으로", "로", true}, Pair{"(이)라", "이라", "라"}};

enum class Ending { vowel, rieul, consonant };

std::optional<Ending> ending_of(utf8proc_int32_t letter) {
  constexpr utf8proc_int32_t first_syllable = 0xAC00;
  constexpr utf8proc_int32_t last_syllable = 0xD7A3;
  constexpr int endings_per_vowel = 28;
  constexpr int rieul = 8;
  if (letter >= first_syllable && letter <= last_syllable) {
    const int ending = (letter - first_syllable) % endings_per_vowel;
    return ending == 0 ? Ending::vowel : ending == rieul ? Ending::rieul : Ending::consonant;
  }
  switch (letter) {  // the digits' Sino-Korean names; % is 퍼센트
    case '2':
    case '4':
    case '5':
    case '9':
    case '%':
      return Ending::vowel;
    case '1':
    case '7':
    case '8':
      return Ending::rieul;
    case '0':
    case '3':
    case '6':
      return Ending::consonant;
    default:
      return std::nullopt;
  }
}

std::optional<Ending> ending_of(std::string_view word) {
  while (!word.empty() && (word.back() == ')' || word.back() == '"')) word.remove_suffix(1);
  if (word.ends_with("%p")) word.remove_suffix(1);  // 퍼센트포인트 ends as 퍼센트 does
  std::size_t start = word.size();
  while (start > 0 && (static_cast<unsigned char>(word[--start]) & 0xC0U) == 0x80U) {
  }
  utf8proc_int32_t letter = 0;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(word.data() + start);
  if (word.empty() || utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(word.size() - start), &letter) < 0) {
    return std::nullopt;
  }
  return ending_of(letter);
}

}  // namespace

std::size_t append_particle(std::string_view rest, std::string_view word, std::string& text) {
  const std::size_t closing = rest.starts_with("\"") || rest.starts_with(")") ? 1 : 0;
  const auto ending = ending_of(word);
  if (!ending) return 0;
  for (const auto& pair : pairs) {
    if (!rest.substr(closing).starts_with(pair.written)) continue;
    const bool as_vowel = *ending == Ending::vowel || (pair.rieul_as_vowel && *ending == Ending::rieul);
    text += rest.substr(0, closing);
    text += as_vowel ? pair.after_vowel : pair.after_consonant;
    return closing + pair.written.size();
  }
  return 0;
}

}  // namespace jobcast::app
