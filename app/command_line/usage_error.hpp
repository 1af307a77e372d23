#pragma once

#include <exception>

#include "engine/input/diagnostic.hpp"

namespace jobcast::app {

/// The command line cannot be carried out: what was found, what was expected, how to mend it. Exit code 2.
class UsageError : public std::exception {
 public:
  explicit UsageError(input::Message problem, input::Message expected = {}, input::Message mend = {})
      : fault_{{}, std::move(problem), std::move(expected), std::move(mend)} {}

  [[nodiscard]] const input::Diagnostic& fault() const { return fault_; }
  [[nodiscard]] const char* what() const noexcept override { return fault_.problem.id.c_str(); }

 private:
  input::Diagnostic fault_;
};

/// The work was understood but could not be done: a file that cannot be written. Exit code 1.
class WorkFailed : public UsageError {
 public:
  using UsageError::UsageError;
};

}  // namespace jobcast::app
