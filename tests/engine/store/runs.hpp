#pragma once

#include <stdlib.h>

#include <filesystem>
#include <random>
#include <stdexcept>
#include <string>

#include "engine/store/fingerprint.hpp"
#include "engine/store/run.hpp"

namespace jobcast::store::testing {

/// A folder that is removed, with all in it, at the end.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "jobcast-store-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = name;
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  [[nodiscard]] std::string operator/(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

inline std::string key_of(int number) { return Fingerprint().add("run", static_cast<std::uint64_t>(number)).hex(); }

/// A run that its number and draws decide to the last bit: as a sweep would make it again.
inline Run run_of(int number, int draws = 32, bool columns = true, int outcomes = 24) {
  std::mt19937_64 random(static_cast<std::uint64_t>(number) * 1'000'003U + static_cast<std::uint64_t>(draws));
  std::normal_distribution<double> normal(60.0, 5.0);
  Run run{.record = {.key = key_of(number),
                     .pack = Fingerprint().add("pack", "one").hex(),
                     .plan = "county",
                     .scenario = "scenario-" + std::to_string(number),
                     .title_ko = "시나리오 " + std::to_string(number),
                     .title_en = "Scenario " + std::to_string(number),
                     .levers = R"({"money": -0.1})",
                     .seed = 18'446'744'073'709'551'615U,
                     .draws = draws,
                     .engine = "0.1.0",
                     .until = time::make_date(2024, 12, 31)},
          .outcomes = {},
          .columns = {}};
  for (int row = 0; row < outcomes; ++row) {
    run.outcomes.push_back({.name = "figure-" + std::to_string(row),
                            .date = time::make_date(2024, 10, 13),
                            .group = row % 2 == 0 ? "15-64" : "",
                            .subgroup = row % 4 == 0 ? "female" : "",
                            .mean = normal(random),
                            .sd = normal(random),
                            .probability = row % 3 == 0 ? std::optional(0.5) : std::nullopt});
  }
  for (int column = 0; columns && column < 4; ++column) {
    DrawColumn drawn{.name = "figure-" + std::to_string(column), .date = time::make_date(2024, 10, 13), .values = {}};
    for (int draw = 0; draw < draws; ++draw) drawn.values.push_back(normal(random));
    run.columns.push_back(std::move(drawn));
  }
  return run;
}

/// The runs 0, 1, …
inline std::vector<Run> runs_of(int count) {
  std::vector<Run> runs;
  runs.reserve(static_cast<std::size_t>(count));
  for (int number = 0; number < count; ++number) runs.push_back(run_of(number));
  return runs;
}

}  // namespace jobcast::store::testing
