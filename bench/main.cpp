// The benchmarks as one table: `jobcast bench` (scripts/bench builds and runs this).
#include <benchmark/benchmark.h>

#include <fstream>
#include <iterator>
#include <ostream>

#include "app/command_line/arguments.hpp"
#include "app/command_line/usage_error.hpp"
#include "app/commands/console.hpp"
#include "bench/bandwidth_peak.hpp"
#include "bench/fma_peak.hpp"
#include "bench/report.hpp"

namespace jobcast::bench {
namespace {

/// Keeps what was measured by the clock, and by the processor's own time, which other work on the machine disturbs
/// less; and says on standard error what is being run.
class Keeper : public benchmark::BenchmarkReporter {
 public:
  explicit Keeper(std::ostream& progress) : progress_(progress) {}

  bool ReportContext(const Context&) override { return true; }
  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) {
      if (run.run_type != Run::RT_Iteration) continue;
      const auto& name = run.run_name;
      const std::string key = name.args.empty() ? name.function_name : name.function_name + "/" + name.args;
      if (!measured_.contains(key)) progress_ << key << std::endl;
      Measured& own = measured_[key];
      if (run.error_occurred) {
        own.error = run.error_message;
        continue;
      }
      for (const auto& [counter, value] : run.counters) own.numbers[counter].push_back(value);
      const auto iterations = static_cast<double>(run.iterations);
      const auto value = run.counters.find("value");
      if (value == run.counters.end()) {
        own.numbers["value"].push_back(run.real_accumulated_time / iterations);
        own.numbers["processor"].push_back(run.cpu_accumulated_time / iterations);
      } else if (run.cpu_accumulated_time > 0.0) {
        own.numbers["by_processor"].push_back(value->second * run.real_accumulated_time / run.cpu_accumulated_time);
      }
    }
  }

  [[nodiscard]] const Measurements& measured() const { return measured_; }

 private:
  std::ostream& progress_;
  Measurements measured_;
};

/// Options of the table; each takes a word.
std::map<std::string, std::string> options_of(const std::vector<std::string>& words) {
  std::map<std::string, std::string> options{
      {"--format", "table"}, {"--lang", ""}, {"--filter", "^[A-G]/"}, {"--repetitions", "3"}};
  for (std::size_t index = 0; index < words.size(); index += 2) {
    const auto found = options.find(words[index]);
    if (found == options.end() || index + 1 == words.size()) {
      throw app::UsageError({"bench.unknown_option", {words[index]}}, {"bench.expected_option", {}});
    }
    found->second = words[index + 1];
  }
  return options;
}

void require_choice(const std::string& option, const std::string& word, const std::vector<std::string>& choices) {
  std::string all;
  for (const auto& choice : choices) {
    if (choice == word) return;
    all += (all.empty() ? "" : ", ") + choice;
  }
  throw app::UsageError({"bench.unknown_choice", {option, word}}, {"bench.expected_choice", {all}});
}

int run(const std::vector<std::string>& words, const app::Console& console) {
  auto options = options_of(words);
  require_choice("--format", options["--format"], {"table", "json", "csv"});
  require_choice("--repetitions", options["--repetitions"], {"1", "2", "3", "5", "7", "9"});
  if (!options["--lang"].empty()) require_choice("--lang", options["--lang"], {"ko", "en"});

  std::vector<std::string> flags{"jobcast_bench", "--benchmark_min_time=0.1",
                                 "--benchmark_repetitions=" + options["--repetitions"],
                                 "--benchmark_filter=" + options["--filter"]};
  std::vector<char*> arguments;
  for (auto& flag : flags) arguments.push_back(flag.data());
  int count = static_cast<int>(arguments.size());
  benchmark::Initialize(&count, arguments.data());

  Peaks peaks{.fma = 1e9 * measured_fma_peak(), .bandwidth = measured_bandwidth_peak()};
  Keeper keeper(console.error);
  benchmark::RunSpecifiedBenchmarks(&keeper);
  // Again at the end: a machine that was busy at the start shows less than it can.
  peaks.fma = std::max(peaks.fma, 1e9 * measured_fma_peak());
  peaks.bandwidth = std::max(peaks.bandwidth, measured_bandwidth_peak());

  const auto lines = lines_of(keeper.measured(), peaks.fma);
  if (lines.empty()) {
    throw app::UsageError({"bench.nothing", {options["--filter"]}}, {"bench.expected_filter", {}});
  }
  const auto& format = options["--format"];
  console.out << (format == "json"  ? bench_json(lines, peaks)
                  : format == "csv" ? bench_csv(lines)
                                    : bench_text(lines, peaks, console.page));
  const bool faulty = std::any_of(lines.begin(), lines.end(), [](const Line& line) { return !line.error.empty(); });
  return faulty ? 1 : 0;
}

}  // namespace
}  // namespace jobcast::bench

int main(int argc, char** argv) {
  using namespace jobcast;
  const std::vector<std::string> words(argv + 1, argv + argc);
  std::ifstream file(JOBCAST_SOURCE_DIR "/bench/messages.toml");
  const std::string sentences{std::istreambuf_iterator<char>(file), {}};
  auto files = app::message_files();
  files.push_back({"bench/messages.toml", sentences});
  const app::Catalogue catalogue(app::language_of_process(app::language_word(words)), files);
  const auto console = app::console_of_process(catalogue);
  return app::exit_code_of(console, [&] { return bench::run(words, console); });
}
