#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/input/diagnostic.hpp"

namespace jobcast::input {

/// A number as a table may hold it, or what to do about the text that stands there instead.
struct PlainNumber {
  std::optional<double> value;
  Message mend;  ///< how to write it, where that is plain; empty id otherwise
};

/// Reads a finite decimal number, "-12.5" or "3e-5"; blanks around it are allowed. Thousands separators, "△3" for a
/// negative number, "-" for nothing and "12%" are refused with how to write them.
PlainNumber plain_number(std::string_view text);

/// The shortest decimal text that reads back as the same number.
std::string number_text(double value);

/// An ASCII digit.
bool is_digit(char letter);

/// A text without the blanks (space, tab) at its ends.
std::string_view without_blanks(std::string_view text);

}  // namespace jobcast::input
