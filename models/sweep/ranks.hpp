#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "engine/ranks/team.hpp"
#include "models/sweep/run.hpp"

namespace jobcast::sweep {

/// Thrown on the leader when a follower failed. what() is what it said, in words for people.
class FollowerFailed : public std::runtime_error {
 public:
  FollowerFailed(int rank, const std::string& words) : std::runtime_error(words), rank_(rank) {}
  [[nodiscard]] int rank() const { return rank_; }

 private:
  int rank_;
};

/// The leader of a sweep that a team of ranks runs together. It alone knows what there is to do and what was done: it
/// hands out parts of the agenda, works on some itself, and is sent what the others find. Every answer has the bits
/// that run() gives it. docs/sweep.md describes what is said.
class Leader {
 public:
  Leader(ranks::Team& team, const Sweep& sweep, const Effort& effort) : team_(team), sweep_(sweep), effort_(effort) {}

  /// Waits until every follower is ready. Throws FollowerFailed for one that is not.
  static void gather(ranks::Team& team);

  /// As sweep::run(). `receive` gets the bytes that a follower made of an answer; it and `take` are told one at a time,
  /// by several threads, in no order. Throws what they throw and FollowerFailed; the followers are then at work still,
  /// and the team must be ended with Team::abort.
  Ending run(const Audience& audience, const std::function<void(std::string_view)>& receive);

  /// Lets the followers go, to end with this exit code. They must not be at work.
  static void dismiss(ranks::Team& team, int code);

 private:
  struct Work;

  ranks::Team& team_;
  const Sweep& sweep_;
  const Effort& effort_;
};

/// What a follower makes of an answer for the leader.
using Pack = std::function<std::string(const Swept&, const forecast::Drawn&)>;

/// Tells the leader that this rank is ready, and does what it is given until it is let go. Returns the exit code.
int follow(ranks::Team& team, const Sweep& sweep, const Effort& effort, const Pack& pack,
           const std::function<bool()>& stopped);

/// Tells the leader that this rank cannot go on, and waits to be let go. Returns the exit code.
int give_up(ranks::Team& team, const std::string& words);

}  // namespace jobcast::sweep
