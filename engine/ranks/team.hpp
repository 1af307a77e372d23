#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "engine/ranks/launch.hpp"

namespace jobcast::ranks {

/// Whether this program was built to work in several processes (MPI).
bool can_team_up();

/// Thrown where several processes were started that cannot reach each other: the program was built without MPI, or with
/// another MPI than the one that started it.
class NotTogether : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What one rank sends another: a kind, whose meaning is the users', and bytes.
struct Message {
  int from = 0;
  int kind = 0;
  std::string bytes;
};

/// The processes that were started together, and this one's place among them. Messages from one rank to another arrive
/// whole and in the order in which they were sent. One team a process; any thread may call any function.
class Team {
 public:
  static constexpr int leader = 0;

  /// Joins the others. Throws NotTogether.
  explicit Team(const Launch& launch);
  /// Leaves; waits for the others to leave as well.
  ~Team();
  Team(const Team&) = delete;
  Team& operator=(const Team&) = delete;

  [[nodiscard]] int rank() const { return rank_; }
  [[nodiscard]] int size() const { return size_; }
  [[nodiscard]] bool leads() const { return rank_ == leader; }
  /// This rank's part of its machine: each core is divided among the ranks that may run on it. At least 1.
  [[nodiscard]] int cores() const { return cores_; }

  /// Returns when the bytes may be forgotten; may wait for the other to receive.
  void send(int to, int kind, std::string_view bytes);
  /// The next message, if one has come.
  [[nodiscard]] std::optional<Message> receive();

  /// Ends every process of the team at once, with this exit code.
  [[noreturn]] void abort(int code);

 private:
  int rank_ = 0;
  int size_ = 1;
  int cores_ = 1;
  std::mutex calls_;  ///< MPI is asked by one thread at a time
};

}  // namespace jobcast::ranks
