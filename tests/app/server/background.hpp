#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>

#include "tests/app/process.hpp"

namespace jobcast::app::testing {

/// A `jobcast serve` of its own, on a free port, until the end of its life.
class ServeProcess {
 public:
  /// `words`: after "serve --port 0". Throws std::runtime_error where it ends without an address.
  explicit ServeProcess(std::vector<std::string> words, std::map<std::string, std::string> environment = {});
  ~ServeProcess();
  ServeProcess(const ServeProcess&) = delete;
  ServeProcess& operator=(const ServeProcess&) = delete;

  [[nodiscard]] std::uint16_t port() const { return port_; }
  /// What it printed up to its address.
  [[nodiscard]] const std::string& said() const { return said_; }
  /// Sends a signal and waits: its exit code, 128 + the signal that ended it.
  int stop(int signal);

 private:
  pid_t child_ = 0;
  int output_ = -1;
  std::uint16_t port_ = 0;
  std::string said_;
};

}  // namespace jobcast::app::testing
