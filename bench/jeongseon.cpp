#include "bench/jeongseon.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <chrono>
#include <stdexcept>

extern char** environ;

namespace jobcast::bench {
namespace {

double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
}

bool same(const forecast::Summary& one, const forecast::Summary& other) {
  return one.mean == other.mean && one.sd == other.sd && one.p05 == other.p05 && one.p25 == other.p25 &&
         one.p50 == other.p50 && one.p75 == other.p75 && one.p95 == other.p95;
}

}  // namespace

const plan::Plan& jeongseon() {
  static const plan::Plan plan = plan::load_plan(JOBCAST_SOURCE_DIR "/scenarios/jeongseon-2024");
  return plan;
}

scenario::Scenario with_county_money(double share) {
  auto scenario = scenario::as_written(jeongseon());
  scenario::Selection county;
  county.fundings = {plan::Funding::county};
  scenario.changes.push_back({.select = county,
                              .budget = scenario::Adjustment{scenario::Adjustment::Kind::relative, share},
                              .jobs = {},
                              .start_delay_days = {},
                              .programmes = {},
                              .where = {}});
  return scenario;
}

bool same(const forecast::Result& one, const forecast::Result& other) {
  if (one.indicators.size() != other.indicators.size() || one.indicators.empty()) return false;
  for (std::size_t index = 0; index < one.indicators.size(); ++index) {
    const auto& a = one.indicators[index];
    const auto& b = other.indicators[index];
    if (!same(a.published, b.published) || !same(a.truth, b.truth)) return false;
    if (a.probability_published_meets_target != b.probability_published_meets_target) return false;
  }
  return true;
}

ProcessCost run_jobcast(const std::vector<std::string>& words) {
  std::vector<std::string> own{JOBCAST_BINARY};
  own.insert(own.end(), words.begin(), words.end());
  std::vector<char*> arguments;
  for (auto& word : own) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  const auto begun = std::chrono::steady_clock::now();
  pid_t process = 0;
  const int started = posix_spawn(&process, JOBCAST_BINARY, &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (started != 0) throw std::runtime_error("jobcast could not be started");
  int status = 0;
  rusage usage{};
  wait4(process, &status, 0, &usage);
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begun;
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) throw std::runtime_error("jobcast failed: " + words.front());
  return {.seconds = taken.count(),
          .processor_seconds = seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime),
          .bytes = 1024.0 * static_cast<double>(usage.ru_maxrss)};
}

}  // namespace jobcast::bench
