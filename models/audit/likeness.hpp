#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace jobcast::audit {

/// Hangul syllables, Latin letters and digits of UTF-8 text; blanks, brackets and signs left out, capitals made small.
std::u32string letters_of(std::string_view text);

/// Letters of the longest stretch that both have.
std::size_t longest_common(const std::u32string& a, const std::u32string& b);

/// Whether two names may be those of one thing: a common stretch of `least` letters or more that makes up `share` of
/// the shorter name.
bool alike(std::string_view a, std::string_view b, std::size_t least, double share);

}  // namespace jobcast::audit
