#pragma once

#include <string>
#include <string_view>

#include "engine/input/diagnostic.hpp"

namespace jobcast::input {

enum class Encoding { utf8, utf8_with_mark, cp949 };

struct DecodedText {
  std::string text;  ///< UTF-8 without a byte-order mark; line ends as they were
  Encoding encoding = Encoding::utf8;
};

/// Turns a file's bytes into UTF-8: UTF-8 with or without byte-order mark as it is, otherwise CP949, which contains
/// EUC-KR and is what Excel saves in Korea. Hangul in decomposed form (NFD) is kept as it is.
/// Throws InputError for bytes that are neither, for UTF-16 and for NUL bytes, with the place of the first bad one.
DecodedText decode(std::string bytes, const std::string& file);

/// Offset of the first byte that is not UTF-8 (RFC 3629: no overlong forms, no surrogates); npos when there is none.
std::size_t first_invalid_utf8(std::string_view text);

/// Line and column of a byte offset. Columns count characters (code points), lines end with LF.
Position position_at(std::string_view text, std::size_t offset, const std::string& file);

/// Number of code points of UTF-8 text.
std::size_t character_count(std::string_view text);

}  // namespace jobcast::input
