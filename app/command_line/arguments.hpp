#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/time/date.hpp"

namespace jobcast::app {

/// A parsed command line: the command's name and the words given for its positionals ("PLAN") and options ("--draws").
struct Arguments {
  std::string command;  ///< empty: none was given
  bool help = false;
  bool version = false;
  std::map<std::string, std::string, std::less<>> words;
  std::vector<std::string> several;  ///< the words of a positional that takes several

  [[nodiscard]] std::optional<std::string> find(std::string_view name) const;
  [[nodiscard]] std::string get(std::string_view name, std::string_view otherwise = "") const;
  /// Whether a flag was given.
  [[nodiscard]] bool flag(std::string_view option) const { return words.contains(option); }
  /// The whole number given for an option, within [least, greatest]. Throws UsageError.
  [[nodiscard]] std::uint64_t number(std::string_view option, std::uint64_t otherwise, std::uint64_t least,
                                     std::uint64_t greatest) const;
  /// A date, or a year for its last day; nothing when the option was not given. Throws UsageError.
  [[nodiscard]] std::optional<time::Date> date(std::string_view option) const;
};

/// Reads the words after the program's name. Throws UsageError: unknown commands, options and choices (with the nearest
/// one), missing and surplus words.
Arguments parse(const std::vector<std::string>& words);

/// The value of --lang wherever it stands, before anything else is read, so that even a faulty command line is answered
/// in the user's language; empty when there is none.
std::string language_word(const std::vector<std::string>& words);

}  // namespace jobcast::app
