#include "app/commands/stop_signal.hpp"

#include <atomic>
#include <csignal>

namespace jobcast::app {
namespace {

// A handler may touch no more than this.
std::atomic<int> received{0};
static_assert(std::atomic<int>::is_always_lock_free);

void note(int signal) { received.store(signal, std::memory_order_relaxed); }

void listen(void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;
  sigemptyset(&action.sa_mask);
  // The second signal finds the usual way out again; a system call that waits goes on waiting.
  action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_RESTART;
  for (const int signal : {SIGINT, SIGTERM, SIGUSR1}) sigaction(signal, &action, nullptr);
}

}  // namespace

StopSignal::StopSignal() {
  received.store(0);
  listen(note);
}

StopSignal::~StopSignal() { listen(SIG_DFL); }

bool StopSignal::came() const { return received.load(std::memory_order_relaxed) != 0; }

int StopSignal::exit_code() const {
  constexpr int by_signal = 128;
  const int signal = received.load(std::memory_order_relaxed);
  return by_signal + (signal != 0 ? signal : SIGTERM);
}

}  // namespace jobcast::app
