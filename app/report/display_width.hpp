#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace jobcast::app {

/// Columns that UTF-8 text takes in a terminal: two for Hangul and other wide letters, none for combining marks, one
/// for a byte that is not UTF-8. Source: Unicode East Asian Width (UAX 11), by utf8proc.
int display_width(std::string_view text);

enum class Align { left, right };

/// `text` with blanks to `width` columns; unchanged when it is wider.
std::string padded(std::string_view text, int width, Align align);

/// `text` cut to `width` columns, with ".." where something was left out.
std::string shortened(std::string_view text, int width);

/// `text` broken at blanks into lines of at most `width` columns; a word that is wider stands on a line of its own.
std::vector<std::string> wrapped(std::string_view text, int width);

}  // namespace jobcast::app
