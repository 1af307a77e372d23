#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "app/report/runs_report.hpp"
#include "engine/store/run.hpp"

namespace jobcast::app {

/// What a run is, as an object: key, plan, scenario, titles, levers, seed, draws, engine, until, pack.
nlohmann::ordered_json record_json(const store::RunRecord& record);

/// A store's runs without their figures: schema "jobcast.runs/1" (docs/run-store.md).
std::string runs_json(const std::vector<ListedRun>& rows);

/// Runs with their figures, in the same schema; run by run, so that a store of thousands needs no more than its text.
class OutcomeJson {
 public:
  void add(const store::Run& run);
  [[nodiscard]] std::string text() const;

 private:
  std::string runs_;
};

}  // namespace jobcast::app
