#pragma once

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <exception>
#include <functional>
#include <stdexcept>
#include <string>

namespace jobcast::store::testing {

/// A process that does `work`, and what it says meanwhile.
class Child {
 public:
  /// `work` may say things to its parent through the given file descriptor.
  explicit Child(const std::function<void(int)>& work) {
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) throw std::runtime_error("no pipe");
    process_ = fork();
    if (process_ < 0) throw std::runtime_error("no process");
    if (process_ == 0) {
      close(ends[0]);
      try {
        work(ends[1]);
      } catch (const std::exception& error) {
        say(ends[1], error.what());
      }
      _exit(0);  // the parent's objects are the parent's
    }
    close(ends[1]);
    ear_ = ends[0];
  }
  ~Child() {
    kill_now();
    close(ear_);
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  static void say(int mouth, const std::string& words) {
    if (write(mouth, words.data(), words.size()) < 0) _exit(1);
  }

  /// Waits for so many letters, or fewer if it ends before.
  std::string hear(std::size_t letters) {
    std::string words;
    std::array<char, 256> part{};
    while (words.size() < letters) {
      const auto count = read(ear_, part.data(), std::min(part.size(), letters - words.size()));
      if (count <= 0) break;
      words.append(part.data(), static_cast<std::size_t>(count));
    }
    return words;
  }
  /// Everything it says until it ends.
  std::string hear_out() { return hear(std::string::npos); }

  /// kill -9, if it still runs.
  void kill_now() {
    if (process_ <= 0) return;
    kill(process_, SIGKILL);
    wait_for_it();
  }
  void wait_for_it() {
    if (process_ <= 0) return;
    waitpid(process_, nullptr, 0);
    process_ = 0;
  }

 private:
  pid_t process_ = 0;
  int ear_ = -1;
};

/// Does `work` in a process of its own and gives back what it returns; what it throws, in words.
inline std::string in_child(const std::function<std::string()>& work) {
  Child child([&](int mouth) { Child::say(mouth, work()); });
  return child.hear_out();
}

}  // namespace jobcast::store::testing
