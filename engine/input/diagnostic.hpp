#pragma once

#include <exception>
#include <string>
#include <string_view>
#include <vector>

namespace jobcast::input {

/// Where in a file something stands. Lines and columns count from 1; 0 means "the file as a whole".
struct Position {
  std::string file;
  int line = 0;
  int column = 0;
};

/// A sentence by its id in the message catalogue and the words to put into it ({0}, {1}, …). The catalogue turns it
/// into Korean or English; code below the programs never holds a sentence for users.
struct Message {
  std::string id;
  std::vector<std::string> arguments;
};

/// One fault of an input: what was found, what was expected, how to mend it.
struct Diagnostic {
  Position where;
  Message problem;
  Message expected;  ///< empty id: nothing to add
  Message mend;      ///< empty id: nothing to add
};

/// Thrown when an input cannot be used. Carries every fault that was found, in the order of the file.
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
  /// Throws InputError with everything gathered, if anything was.
  void throw_if_any() const;

 private:
  std::vector<Diagnostic> faults_;
};

/// The candidate nearest to `text` by edit distance, or empty when none is near enough to be meant (a third of the
/// letters).
std::string nearest(std::string_view text, const std::vector<std::string>& candidates);

}  // namespace jobcast::input
