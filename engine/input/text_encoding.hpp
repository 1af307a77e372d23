#pragma once

#include <string>

#include "engine/input/diagnostic.hpp"
#include "engine/input/text_position.hpp"
#include "engine/input/utf8.hpp"

namespace jobcast::input {

enum class Encoding { utf8, utf8_with_mark, cp949 };

struct DecodedText {
  std::string text;  ///< UTF-8 without a byte-order mark; line ends as they were
  Encoding encoding = Encoding::utf8;
};

/// Turns a file's bytes into UTF-8: UTF-8 with or without byte-order mark as it is, otherwise CP949, which contains
/// EUC-KR and is what Excel saves in Korea. Hangul in decomposed form (NFD) is kept as it is. A few Korean words, such
/// as one whose only syllable is "째", have CP949 bytes that are UTF-8 too; they are read as UTF-8. Throws InputError
/// for bytes that are neither, for UTF-16, for an Excel workbook and for NUL bytes, with the place of the first bad
/// one.
DecodedText decode(std::string bytes, const std::string& file);

}  // namespace jobcast::input
