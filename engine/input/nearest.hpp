#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace jobcast::input {

/// The candidate nearest to `text` by edit distance, the first of equals; empty when none is near enough to be meant (a
/// third of the letters of `text`, at least one). A Hangul syllable counts as its letters, so that "복지가" is one away
/// from "복지과" but "세무과" is two away from "재무과"; composed and decomposed Hangul are the same.
std::string nearest(std::string_view text, const std::vector<std::string>& candidates);

}  // namespace jobcast::input
