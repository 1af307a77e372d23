#include "tests/app/server/background.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <regex>
#include <stdexcept>

namespace jobcast::app::testing {
namespace {

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (auto& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

}  // namespace

ServeProcess::ServeProcess(std::vector<std::string> words, std::map<std::string, std::string> environment) {
  words.insert(words.begin(), {JOBCAST_BINARY, "serve", "--port", "0"});
  std::vector<std::string> variables{"PATH=/usr/bin:/bin"};
  for (const auto& [name, value] : environment) variables.push_back(name + ("=" + value));
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
  const int fault =
      posix_spawn(&child_, JOBCAST_BINARY, &actions, nullptr, pointers(words).data(), pointers(variables).data());
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  if (fault != 0) throw std::runtime_error("cannot run jobcast");
  static const std::regex address("http://[^ ]*:([0-9]+)/");
  std::smatch found;
  char bytes[512];
  while (!std::regex_search(said_, found, address)) {
    const auto count = read(ends[0], bytes, sizeof bytes);
    if (count <= 0) break;
    said_.append(bytes, static_cast<std::size_t>(count));
  }
  output_ = ends[0];  // open to the end: who writes to a pipe that nobody reads is ended
  if (found.empty()) throw std::runtime_error("jobcast serve printed no address: " + said_);
  port_ = static_cast<std::uint16_t>(std::stoi(found[1].str()));
}

ServeProcess::~ServeProcess() {
  stop(SIGKILL);
  close(output_);
}

int ServeProcess::stop(int signal) {
  if (child_ == 0) return 0;
  kill(child_, signal);
  int status = 0;
  waitpid(child_, &status, 0);
  child_ = 0;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace jobcast::app::testing
