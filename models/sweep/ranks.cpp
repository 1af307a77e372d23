#include "models/sweep/ranks.hpp"

#include <atomic>
#include <charconv>
#include <chrono>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>

#include "models/sweep/group_runner.hpp"
#include "models/sweep/parts.hpp"

namespace jobcast::sweep {
namespace {

/// What ranks say to each other.
enum class Say {
  ready,   ///< follower: its inputs are read
  failed,  ///< follower: it cannot go on; words for people
  part,    ///< leader: a part of the agenda to work on
  result,  ///< follower: what it made of an answer
  done,    ///< follower: the part is finished, or, with a byte, it was told to stop in the middle of it
  stop,    ///< leader: finish what is in hand
  leave    ///< leader: end, with this exit code
};

void say(ranks::Team& team, int to, Say what, std::string_view bytes = {}) {
  team.send(to, static_cast<int>(what), bytes);
}

/// Asks for the next message now and then rather than all the time, which MPI's own waiting would do: where ranks share
/// cores, those that wait must not slow those that work.
ranks::Message wait_for_message(ranks::Team& team) {
  constexpr std::chrono::microseconds pause{500};
  while (true) {
    if (auto message = team.receive()) return std::move(*message);
    std::this_thread::sleep_for(pause);
  }
}

int code_from(const std::string& bytes) {
  int code = 0;
  std::from_chars(bytes.data(), bytes.data() + bytes.size(), code);
  return code;
}

int wait_to_leave(ranks::Team& team) {
  while (true) {
    const auto message = wait_for_message(team);
    if (message.kind == static_cast<int>(Say::leave)) return code_from(message.bytes);
  }
}

}  // namespace

void Leader::gather(ranks::Team& team) {
  std::optional<FollowerFailed> failed;
  for (int waiting = team.size() - 1; waiting > 0; --waiting) {
    const auto message = wait_for_message(team);
    if (message.kind == static_cast<int>(Say::failed)) failed.emplace(message.from, message.bytes);
  }
  if (failed) throw *failed;
}

void Leader::dismiss(ranks::Team& team, int code) {
  for (int rank = 1; rank < team.size(); ++rank) say(team, rank, Say::leave, std::to_string(code));
}

/// One run of the leader: its own hands work in a thread of their own while it listens to the others.
struct Leader::Work {
  ranks::Team& team;
  const Audience& audience;
  const std::function<void(std::string_view)>& receive;
  Parts parts;
  std::mutex telling;  ///< of parts and of the audience
  std::uint64_t received = 0;
  std::atomic<bool> stop{false};
  std::exception_ptr fault;  ///< of the leader's own hands

  [[nodiscard]] bool stopped() const { return stop || (audience.stopped && audience.stopped()); }

  std::optional<Group> next_part(int rank) {
    const std::lock_guard lock(telling);
    return stopped() ? std::nullopt : parts.next(rank);
  }

  void work(GroupRunner& own) {
    try {
      while (auto part = next_part(ranks::Team::leader)) own.run(std::move(*part));
    } catch (...) {
      fault = std::current_exception();
      stop = true;
    }
  }

  /// Gives a follower its next part. Returns whether there was one.
  bool employ(int rank) {
    const auto part = next_part(rank);
    if (part) say(team, rank, Say::part, to_bytes(*part));
    return part.has_value();
  }

  /// Listens until no follower is at work.
  void listen() {
    int at_work = 0;
    for (int rank = 1; rank < team.size(); ++rank) at_work += employ(rank) ? 1 : 0;
    bool told = false;
    constexpr std::chrono::microseconds pause{500};
    while (at_work > 0) {
      if (stopped() && !told) {
        for (int rank = 1; rank < team.size(); ++rank) say(team, rank, Say::stop);
        told = true;
      }
      const auto message = team.receive();
      if (!message) {
        std::this_thread::sleep_for(pause);
      } else if (message->kind == static_cast<int>(Say::result)) {
        const std::lock_guard lock(telling);
        receive(message->bytes);
        ++received;
      } else if (message->kind == static_cast<int>(Say::done)) {
        if (!message->bytes.empty()) stop = true;
        if (!employ(message->from)) --at_work;
      } else {
        throw FollowerFailed(message->from, message->bytes);
      }
    }
  }
};

Ending Leader::run(const Audience& audience, const std::function<void(std::string_view)>& receive) {
  auto agenda = make_agenda(sweep_, [&](const Swept& swept) { return audience.known && audience.known(swept); });
  if (audience.begin) audience.begin(agenda.count, agenda.known);
  const auto to_do = agenda.count - agenda.known;
  Work work{.team = team_,
            .audience = audience,
            .receive = receive,
            .parts = Parts(std::move(agenda), team_.size()),
            .telling = {},
            .fault = {}};
  const Audience own_audience{.known = {},
                              .begin = {},
                              .take =
                                  [&](const Swept& swept, const forecast::Drawn& drawn) {
                                    const std::lock_guard lock(work.telling);
                                    if (audience.take) audience.take(swept, drawn);
                                  },
                              .stopped = [&] { return work.stopped(); }};
  GroupRunner own(sweep_, effort_, own_audience);
  std::thread hands([&] { work.work(own); });
  try {
    work.listen();
  } catch (...) {
    work.stop = true;
    hands.join();
    throw;
  }
  hands.join();
  if (work.fault) std::rethrow_exception(work.fault);
  return work.received + own.taken() == to_do ? Ending::complete : Ending::stopped;
}

int follow(ranks::Team& team, const Sweep& sweep, const Effort& effort, const Pack& pack,
           const std::function<bool()>& stopped) {
  std::atomic<bool> told{false};  // to stop, by the leader
  std::optional<int> end;         // how it let us go, if it did
  const auto listen = [&](const ranks::Message& message) {
    if (message.kind == static_cast<int>(Say::stop)) told = true;
    if (message.kind == static_cast<int>(Say::leave)) end = code_from(message.bytes);
  };
  const Audience audience{
      .known = {},
      .begin = {},
      .take = [&](const Swept& swept,
                  const forecast::Drawn& drawn) { say(team, ranks::Team::leader, Say::result, pack(swept, drawn)); },
      .stopped =
          [&] {
            // In the middle of a part nothing else can come than the word to stop.
            if (const auto message = team.receive()) listen(*message);
            return told || stopped();
          }};
  GroupRunner runner(sweep, effort, audience);
  say(team, ranks::Team::leader, Say::ready);
  while (!end) {
    const auto message = wait_for_message(team);
    listen(message);
    if (message.kind != static_cast<int>(Say::part)) continue;
    runner.run(part_from(message.bytes));
    say(team, ranks::Team::leader, Say::done, runner.stopped() ? "!" : "");
  }
  return *end;
}

int give_up(ranks::Team& team, const std::string& words) {
  say(team, ranks::Team::leader, Say::failed, words);
  return wait_to_leave(team);
}

}  // namespace jobcast::sweep
