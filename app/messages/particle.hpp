#pragma once

#include <string>
#include <string_view>

namespace jobcast::app {

/// Korean particles have a form after a consonant and one after a vowel: 이/가, 을/를, 은/는, 과/와, 으로/로. Sentences
/// write both, as 이(가). When `rest`, the text after `word`, begins with such a pair (a closing quote or bracket may
/// stand before it), appends what stands before the pair and the form that fits the word to `text`, and returns how
/// much of `rest` that was; 0 when there is no pair or the word ends in a letter whose sound is not known (Latin
/// letters).
std::size_t append_particle(std::string_view rest, std::string_view word, std::string& text);

}  // namespace jobcast::app
