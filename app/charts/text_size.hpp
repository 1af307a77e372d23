#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace jobcast::charts {

/// Letters' size where nothing else is said, in the drawing's units (pixels at its own size).
inline constexpr double text_size = 13.0;

/// About how wide UTF-8 text is in a sans-serif face: an em for Hangul and other wide letters (Unicode East Asian
/// Width) and the broadest of the Latin ones, 0.6 of it for others. Rather too wide than too narrow, since the reader's
/// face is not known.
double text_width(std::string_view words, double size = text_size);

/// `words`, cut with "…" where they are wider than `room`.
std::string fitted(std::string_view words, double room, double size = text_size);

/// `words` broken at blanks into at most `most` lines no wider than `room`; the last is cut with "…" if need be.
std::vector<std::string> broken(std::string_view words, double room, std::size_t most = 2, double size = text_size);

}  // namespace jobcast::charts
