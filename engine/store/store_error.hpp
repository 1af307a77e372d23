#pragma once

#include <exception>
#include <string>

#include "engine/input/diagnostic.hpp"

namespace jobcast::store {

/// What can be wrong with a run store.
enum class StoreTrouble {
  missing,         ///< no such file, and it was not to be made
  not_a_database,  ///< a file of another kind
  foreign,         ///< a database of another application
  newer,           ///< a schema that a later version of this program wrote
  damaged,         ///< its bytes contradict each other
  locked,          ///< another process kept it busy for longer than was to be waited
  disk_full,
  read_only,   ///< it may be read but not written
  unreachable  ///< cannot be opened, read or written: rights, a folder in its place, a failing disk
};

/// Thrown by RunStore. What was there before is still there: nothing is written by halves.
class StoreError : public std::exception {
 public:
  StoreError(StoreTrouble trouble, const std::string& path, const std::string& detail = {});

  [[nodiscard]] StoreTrouble trouble() const { return trouble_; }
  /// Whether another file or name mends it (bad input), rather than waiting, space or rights (work failed).
  [[nodiscard]] bool is_bad_input() const;
  [[nodiscard]] const input::Diagnostic& fault() const { return fault_; }
  [[nodiscard]] const char* what() const noexcept override { return text_.c_str(); }

 private:
  StoreTrouble trouble_;
  input::Diagnostic fault_;
  std::string text_;
};

}  // namespace jobcast::store
