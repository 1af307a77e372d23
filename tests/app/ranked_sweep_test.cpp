// `jobcast sweep` in several processes. With MPI they are really started by mpirun.
#include <gmock/gmock.h>
#include <signal.h>

#include <chrono>
#include <optional>
#include <thread>

#include "engine/store/database.hpp"
#include "engine/store/run_store.hpp"
#include "tests/app/process.hpp"

namespace jobcast::app {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::Outcome;

namespace fs = std::filesystem;

const std::string sweep_text = R"(schema = "jobcast.sweep/1"
title = { ko = "군비", en = "County money" }
plan = "../plan.toml"
draws = 64
seed = 5
[[lever]]
name = "money"
select = { funding = "county" }
change = "budget"
range = { from = "-30%", to = "+20%", step = "10%" }
[[lever]]
name = "coverage"
key = "survey.design_effect"
values = [1.2, 1.5, 1.8]
)";
constexpr std::size_t scenarios = 19;

/// A folder with a fresh pack "county" and a sweep of it.
class InASweptPlan : public ::testing::Test {
 protected:
  InASweptPlan() {
    run(JOBCAST_BINARY, {"new-plan", "county"});
    testing::write_file(folder_ / "county/sweeps/money.toml", sweep_text);
  }

  Outcome run(const std::string& program, const std::vector<std::string>& words,
              std::map<std::string, std::string> environment = {}) const {
    environment.insert({{"LANG", "C.UTF-8"}, {"HOME", folder_.path().string()}});
    return testing::program(program, {.words = words, .environment = environment, .folder = folder_.path()});
  }
  static std::vector<std::string> sweep_words(const std::string& store, const std::vector<std::string>& more) {
    std::vector<std::string> words{"sweep", "county/sweeps/money.toml", "--store", store};
    words.insert(words.end(), more.begin(), more.end());
    return words;
  }
  Outcome alone(const std::string& store, const std::vector<std::string>& more = {}) const {
    return run(JOBCAST_BINARY, sweep_words(store, more));
  }
  std::string exported(const std::string& store) const {
    const auto outcome = run(JOBCAST_BINARY, {"runs", store, "export", "--format", "csv"});
    EXPECT_EQ(outcome.code, 0) << outcome.error;
    return outcome.out;
  }

  testing::TemporaryFolder folder_;
};

using ARankThatCannotReachTheOthers = InASweptPlan;

TEST_F(ARankThatCannotReachTheOthers, IsRefusedBeforeItTouchesTheStore) {
  struct Case {
    std::string program, rank, size, words;
  };
  for (const auto& each : std::vector<Case>{
           {JOBCAST_ALONE_BINARY, "OMPI_COMM_WORLD_RANK", "OMPI_COMM_WORLD_SIZE", "was built without MPI"},
           {JOBCAST_ALONE_BINARY, "SLURM_PROCID", "SLURM_STEP_NUM_TASKS", "was built without MPI"},
           {JOBCAST_BINARY, "PMI_RANK", "PMI_SIZE", "unawares|cannot reach each other"}}) {
    const auto started_as = [&](const char* rank) {
      return run(each.program, sweep_words("runs.sqlite", {}),
                 {{each.rank, rank}, {each.size, "3"}, {"ASAN_OPTIONS", "detect_leaks=0"}});  // Open MPI's own
    };
    const auto first = started_as("0");
    EXPECT_EQ(first.code, 2) << each.rank;
    EXPECT_THAT(first.error, HasSubstr("jobcast: error: 3 processes of jobcast were started together"));
    EXPECT_THAT(first.error, ::testing::ContainsRegex(each.words));
    const auto other = started_as("1");
    EXPECT_EQ(other.code, 2) << each.rank;
    EXPECT_THAT(other.error, IsEmpty()) << "one says it for all";
    EXPECT_FALSE(fs::exists(folder_.path() / "runs.sqlite"));
  }
}

TEST_F(ARankThatCannotReachTheOthers, IsNoneWhereThereIsOneProcess) {
  const auto outcome = run(JOBCAST_ALONE_BINARY, sweep_words("runs.sqlite", {"--draws", "16"}),
                           {{"OMPI_COMM_WORLD_RANK", "0"}, {"OMPI_COMM_WORLD_SIZE", "1"}});
  EXPECT_EQ(outcome.code, 0) << outcome.error;
}

#ifdef JOBCAST_MPIRUN

class InARankedSweep : public InASweptPlan {
 protected:
  /// Under mpirun, which does not like to be root or to share cores.
  Outcome ranks(int count, std::vector<std::string> words) const {
    std::vector<std::string> all{"-n", std::to_string(count), "--oversubscribe", JOBCAST_BINARY};
    all.insert(all.end(), words.begin(), words.end());
    return run(JOBCAST_MPIRUN, all,
               {{"OMPI_ALLOW_RUN_AS_ROOT", "1"},
                {"OMPI_ALLOW_RUN_AS_ROOT_CONFIRM", "1"},
                {"TMPDIR", "/tmp"},
                {"ASAN_OPTIONS", "detect_leaks=0"}});  // Open MPI's own
  }
  Outcome ranked(int count, const std::string& store, const std::vector<std::string>& more = {}) const {
    return ranks(count, sweep_words(store, more));
  }

  std::size_t runs_in(const std::string& store) const {
    if (!fs::exists(folder_.path() / store)) return 0;
    try {
      return store::RunStore(folder_ / store, store::Access::read).list().size();
    } catch (const store::StoreError&) {
      return 0;  // it is being made
    }
  }
  /// The process of a rank that works in our folder.
  std::optional<pid_t> process_of(const std::string& rank) const {
    std::error_code gone;
    for (const auto& entry : fs::directory_iterator("/proc", gone)) {
      const auto name = entry.path().filename().string();
      if (name.find_first_not_of("0123456789") != std::string::npos) continue;
      const auto variables = testing::read_file(entry.path() / "environ");
      if (variables.find("OMPI_COMM_WORLD_RANK=" + rank + '\0') == std::string::npos) continue;
      if (variables.find("HOME=" + folder_.path().string() + '\0') == std::string::npos) continue;
      return std::stoi(name);
    }
    return std::nullopt;
  }
  /// Runs a long sweep in three ranks and sends one of them a signal when some runs are in the store.
  Outcome disturbed(const std::string& store, const std::string& rank, int signal) const {
    Outcome outcome;
    std::thread job([&] { outcome = ranked(3, store, {"--draws", testing::many_draws, "--threads", "1"}); });
    const auto before = runs_in(store);
    const auto give_up = std::chrono::steady_clock::now() + std::chrono::minutes(3);
    while (runs_in(store) < before + 2 && std::chrono::steady_clock::now() < give_up) {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    if (const auto process = process_of(rank)) kill(*process, signal);
    job.join();
    return outcome;
  }
};

TEST_F(InARankedSweep, OneAndThreeRanksFindWhatOneProcessFinds) {
  const auto one = alone("alone.sqlite", {"--format", "csv", "--keep-draws"});
  ASSERT_EQ(one.code, 0) << one.error;
  const auto all = exported("alone.sqlite");
  struct Case {
    int count;
    std::string threads;
  };
  for (const auto& each : {Case{1, "2"}, Case{3, "1"}, Case{3, "3"}, Case{2, "0"}}) {
    const auto store = std::to_string(each.count) + "-" + each.threads + ".sqlite";
    const auto outcome = ranked(each.count, store, {"--format", "csv", "--keep-draws", "--threads", each.threads});
    ASSERT_EQ(outcome.code, 0) << outcome.error;
    EXPECT_EQ(outcome.out, one.out) << store;
    EXPECT_EQ(exported(store), all) << store;
    const store::RunStore here(folder_ / store, store::Access::read);
    const store::RunStore there(folder_ / "alone.sqlite", store::Access::read);
    for (const auto& record : there.list()) EXPECT_EQ(here.read(record.key), there.read(record.key)) << store;
  }
}

TEST_F(InARankedSweep, PrecisionAndSeveralCountiesChangeNothing) {
  run(JOBCAST_BINARY, {"new-plan", "other"});
  auto text = sweep_text;
  text.replace(text.find("plan = \"../plan.toml\""), 21, "plans = [\"..\", \"../../other\"]");
  text.replace(text.find("[[lever]]"), 0,
               "[precision]\nindicator = \"employed_persons\"\nerror = 0.03\nmost_draws = 1000\n");
  testing::write_file(folder_ / "county/sweeps/money.toml", text);
  const auto one = alone("alone.sqlite", {"--format", "csv"});
  ASSERT_EQ(one.code, 0) << one.error;
  const auto three = ranked(3, "three.sqlite", {"--format", "csv"});
  ASSERT_EQ(three.code, 0) << three.error;
  EXPECT_EQ(three.out, one.out);
  EXPECT_EQ(exported("three.sqlite"), exported("alone.sqlite"));
}

TEST_F(InARankedSweep, WhatIsThereIsNotRunAgain) {
  ASSERT_EQ(alone("runs.sqlite").code, 0);
  const auto before = exported("runs.sqlite");
  const auto again = ranked(3, "runs.sqlite", {"--resume"});
  EXPECT_EQ(again.code, 0) << again.error;
  EXPECT_EQ(exported("runs.sqlite"), before);
}

TEST_F(InARankedSweep, FaultsAreSaidOnceAndTheJobEndsWithTwo) {
  const auto said_once = [](const Outcome& outcome, const std::string& words) {
    EXPECT_EQ(outcome.code, 2) << outcome.error;
    const auto first = outcome.error.find(words);
    ASSERT_NE(first, std::string::npos) << outcome.error;
    EXPECT_EQ(outcome.error.find(words, first + 1), std::string::npos) << outcome.error;
  };
  said_once(ranks(3, {"sweep", "county/sweeps/honey.toml", "--store", "runs.sqlite"}), "honey.toml: error");
  said_once(ranks(3, {"sweep", "county/sweeps/money.toml"}), "--store is missing");
  said_once(ranked(3, "runs.sqlite", {"--resume"}), "error: there is no run store");
  auto text = sweep_text;
  text.replace(text.find("\"budget\""), 8, "\"budgit\"");
  testing::write_file(folder_ / "county/sweeps/money.toml", text);
  said_once(ranked(3, "runs.sqlite"), "county/sweeps/money.toml:9:10: error");
  EXPECT_FALSE(fs::exists(folder_.path() / "runs.sqlite"));
}

TEST_F(InARankedSweep, AFileThatIsNoStoreEndsAllRanks) {
  testing::write_file(folder_ / "not-a-store", "a text");
  const auto outcome = ranked(3, "not-a-store");
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.error, HasSubstr("is not a run store"));
}

TEST_F(InARankedSweep, AStoreThatFailsWhenAllAreAtWorkEndsAllRanks) {
  ASSERT_EQ(alone("runs.sqlite").code, 0);
  Outcome outcome;
  {
    const store::Database busy(folder_ / "runs.sqlite", store::Database::Mode::write, std::chrono::seconds(1));
    const store::Transaction held(busy, store::Transaction::Kind::write);
    outcome = ranked(3, "runs.sqlite", {"--draws", "128"});
  }
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.error, HasSubstr("another process is writing to \"runs.sqlite\""));
  EXPECT_EQ(ranked(3, "runs.sqlite", {"--draws", "128", "--resume"}).code, 0);
}

TEST_F(InARankedSweep, ARankThatDiesCostsAResume) {
  const auto whole = alone("whole.sqlite", {"--draws", testing::many_draws, "--format", "csv"});
  ASSERT_EQ(whole.code, 0) << whole.error;
  int died = 0;
  for (const auto* rank : {"1", "0", "2"}) {
    const auto outcome = disturbed("runs.sqlite", rank, SIGKILL);
    if (outcome.code == 0) break;
    ++died;
    store::RunStore(folder_ / "runs.sqlite", store::Access::read).verify();
  }
  EXPECT_GT(died, 0) << "the sweep is too short for a rank to die in it";
  const auto resumed = ranked(3, "runs.sqlite", {"--draws", testing::many_draws, "--resume", "--format", "csv"});
  EXPECT_EQ(resumed.code, 0) << resumed.error;
  EXPECT_EQ(resumed.out, whole.out);
  EXPECT_EQ(exported("runs.sqlite"), exported("whole.sqlite"));
}

TEST_F(InARankedSweep, ASignalToAnyRankStopsAllOfThemCleanly) {
  for (const auto* rank : {"0", "2"}) {
    const auto store = std::string("stopped-") + rank + ".sqlite";
    const auto outcome = disturbed(store, rank, SIGTERM);
    EXPECT_EQ(outcome.code, 143) << outcome.error;
    EXPECT_THAT(outcome.error, HasSubstr("of 19 scenarios are in " + store));
    EXPECT_LT(runs_in(store), scenarios);
    EXPECT_GE(runs_in(store), 2U);
  }
}

#endif

}  // namespace
}  // namespace jobcast::app
