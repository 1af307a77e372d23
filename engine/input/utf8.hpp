#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace jobcast::input {

/// Length in bytes of the well-formed UTF-8 sequence that begins at `at`; 0 when there is none, and for a surrogate or
/// an overlong form. Source: Unicode standard, table 3-7; RFC 3629.
std::size_t utf8_sequence_length(std::string_view text, std::size_t at);

/// Offset of the first byte that is not UTF-8; npos when there is none.
std::size_t first_invalid_utf8(std::string_view text);

/// Number of code points of UTF-8 text.
std::size_t character_count(std::string_view text);

/// The code points of a text; a byte that is not UTF-8 stands for itself.
std::u32string code_points(std::string_view text);

}  // namespace jobcast::input
