#pragma once

#include <string>
#include <vector>

#include "engine/store/run_store.hpp"
#include "tests/app/process.hpp"
#include "tests/models/runs/hand_made.hpp"

namespace jobcast::app::testing {

/// A folder with a store "runs.sqlite" of three runs made by hand: the plan, a cut and a rise, with six draws.
class StoredRuns {
 public:
  StoredRuns() {
    add({.truth = {58.0, 59.0, 60.0, 61.0, 62.0, 63.0}});
    add({.scenario = "money: -10%", .truth = {57.5, 58.6, 59.4, 60.7, 61.5, 62.6}});
    add({.scenario = "money: +10%", .truth = {58.3, 59.2, 60.4, 61.1, 62.3, 63.2}});
  }

  void add(const runs::testing::HandMade& made) {
    store::RunStore store(path(), store::Access::create);
    const auto run = runs::testing::run(made);
    keys_.push_back(run.record.key);
    store.write(run);
  }

  [[nodiscard]] std::string path() const { return folder_ / "runs.sqlite"; }
  [[nodiscard]] const TemporaryFolder& folder() const { return folder_; }
  /// Of the runs in the order in which they were added.
  [[nodiscard]] const std::string& key(std::size_t run) const { return keys_.at(run); }

  [[nodiscard]] Outcome jobcast(std::vector<std::string> words, const std::string& language = "en") const {
    words.insert(words.end(), {"--lang", language});
    return testing::jobcast({.words = words, .folder = folder_.path()});
  }

 private:
  TemporaryFolder folder_;
  std::vector<std::string> keys_;
};

}  // namespace jobcast::app::testing
