#include "engine/ranks/launch.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <map>
#include <string>

namespace jobcast::ranks {
namespace {

/// Sets variables for as long as it lives, and no other launcher's words.
class Environment {
 public:
  explicit Environment(const std::map<std::string, std::string>& variables) {
    for (const auto* name : names) unsetenv(name);
    for (const auto& [name, value] : variables) setenv(name.c_str(), value.c_str(), 1);
  }
  ~Environment() {
    for (const auto* name : names) unsetenv(name);
  }
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;

 private:
  static constexpr const char* names[] = {"OMPI_COMM_WORLD_RANK", "OMPI_COMM_WORLD_SIZE", "PMI_RANK", "PMI_SIZE",
                                          "SLURM_PROCID",         "SLURM_STEP_NUM_TASKS"};
};

Launch with(const std::map<std::string, std::string>& variables) {
  const Environment environment(variables);
  return launch_of_process();
}

TEST(Launch, IsAloneWhereNobodySaysOtherwise) {
  EXPECT_EQ(with({}).size, 1);
  EXPECT_EQ(with({}).rank, 0);
}

TEST(Launch, ReadsTheWordsOfEveryLauncher) {
  for (const auto& [rank, size] : std::map<std::string, std::string>{{"OMPI_COMM_WORLD_RANK", "OMPI_COMM_WORLD_SIZE"},
                                                                     {"PMI_RANK", "PMI_SIZE"},
                                                                     {"SLURM_PROCID", "SLURM_STEP_NUM_TASKS"}}) {
    const auto launch = with({{rank, "2"}, {size, "3"}});
    EXPECT_EQ(launch.rank, 2) << rank;
    EXPECT_EQ(launch.size, 3) << size;
  }
}

TEST(Launch, BelievesMpirunBeforeTheSlurmThatStartedItsDaemons) {
  const auto launch = with({{"SLURM_PROCID", "1"},
                            {"SLURM_STEP_NUM_TASKS", "2"},
                            {"OMPI_COMM_WORLD_RANK", "5"},
                            {"OMPI_COMM_WORLD_SIZE", "8"}});
  EXPECT_EQ(launch.rank, 5);
  EXPECT_EQ(launch.size, 8);
}

TEST(Launch, TakesABatchScriptOfManyTasksForOneProcess) {
  EXPECT_EQ(with({{"SLURM_PROCID", "0"}, {"SLURM_NTASKS", "4"}}).size, 1);
}

TEST(Launch, IsAloneWhereTheWordsMakeNoSense) {
  for (const auto* size : {"", "three", "-3", "3x", "2"}) {
    EXPECT_EQ(with({{"OMPI_COMM_WORLD_RANK", "2"}, {"OMPI_COMM_WORLD_SIZE", size}}).size, 1) << size;
  }
}

}  // namespace
}  // namespace jobcast::ranks
