#pragma once

#include <cstddef>
#include <string>

namespace jobcast::input {

inline constexpr std::size_t largest_file = std::size_t{64} << 20;  ///< bytes; more is refused as a mistake

/// The bytes of a file. Throws InputError when it is missing (with the nearest name in its folder), a folder, not a
/// plain file, not readable or larger than `largest_file`.
std::string read_bytes(const std::string& path);

/// The text of a file, decoded (engine/input/text_encoding.hpp).
std::string read_text(const std::string& path);

}  // namespace jobcast::input
