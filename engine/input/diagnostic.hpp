#pragma once

#include <exception>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/input/nearest.hpp"

namespace jobcast::input {

/// Where in a file something stands. Lines and columns count from 1; 0 means "the file as a whole".
struct Position {
  std::string file;
  int line = 0;
  int column = 0;

  friend bool operator==(const Position&, const Position&) = default;
};

/// A sentence by its id in the message catalogue and the words to put into it ({0}, {1}, …). The catalogue turns it
/// into Korean or English; code below the programs never holds a sentence for users.
struct Message {
  std::string id;
  std::vector<std::string> arguments;

  friend bool operator==(const Message&, const Message&) = default;
};

/// One fault of an input: what was found, what was expected, how to mend it.
struct Diagnostic {
  Position where;
  Message problem;
  Message expected;  ///< empty id: nothing to add
  Message mend;      ///< empty id: nothing to add

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

/// Thrown when an input cannot be used. Carries every fault that was found.
class InputError : public std::exception {
 public:
  explicit InputError(std::vector<Diagnostic> faults);
  explicit InputError(Diagnostic fault);

  [[nodiscard]] const std::vector<Diagnostic>& faults() const { return faults_; }
  /// File, line, column and message ids; for logs and tests. Users read the catalogue's sentence.
  [[nodiscard]] const char* what() const noexcept override { return text_.c_str(); }

 private:
  std::vector<Diagnostic> faults_;
  std::string text_;
};

/// Gathers faults while reading goes on, so that a user sees all of them in one go.
class Diagnostics {
 public:
  void add(Diagnostic fault) { faults_.push_back(std::move(fault)); }
  [[nodiscard]] bool empty() const { return faults_.empty(); }
  [[nodiscard]] const std::vector<Diagnostic>& faults() const { return faults_; }
  /// Throws InputError with everything gathered, if anything was: the files in the order in which they came up, each
  /// from top to bottom.
  void throw_if_any() const;

 private:
  std::vector<Diagnostic> faults_;
};

/// "a, b, c", for sentences.
std::string listed(const std::vector<std::string>& names);

/// "did you mean …?" with the nearest candidate; an empty message when none is near.
Message did_you_mean(std::string_view text, const std::vector<std::string>& candidates);

}  // namespace jobcast::input
