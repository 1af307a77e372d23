#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <iosfwd>

#include "app/messages/catalogue.hpp"

namespace jobcast::app {

/// One line on a terminal that says how far long work has come: how many are done, a bar, how many a second, the time
/// left. Written over and over, and wiped away at the end.
class Progress {
 public:
  using Clock = std::function<std::chrono::steady_clock::duration()>;

  /// Writes nothing unless `shown`.
  Progress(std::ostream& out, const Catalogue& catalogue, bool shown, Clock clock = since_epoch);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// Of `count` things `done` are done before the work begins; they do not count as speed.
  void begin(std::uint64_t count, std::uint64_t done);
  void advance();
  /// Wipes the line away.
  void end();

  /// "3s", "2m 05s", "1h 07m", "4d 03h".
  static std::string words_of(std::chrono::seconds left);

 private:
  static std::chrono::steady_clock::duration since_epoch() {
    return std::chrono::steady_clock::now().time_since_epoch();
  }
  void write();
  [[nodiscard]] std::string line() const;

  std::ostream& out_;
  const Catalogue& catalogue_;
  bool shown_;
  Clock clock_;
  std::uint64_t count_ = 0, before_ = 0, done_ = 0;
  std::chrono::steady_clock::duration began_{}, written_{};
};

}  // namespace jobcast::app
