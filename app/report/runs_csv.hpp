#pragma once

#include <string>
#include <vector>

#include "app/report/csv.hpp"
#include "app/report/runs_report.hpp"
#include "engine/store/run.hpp"

namespace jobcast::app {

/// A store's runs without their figures, a run a row.
std::string runs_csv(const std::vector<ListedRun>& rows);

/// Runs with their figures, a figure a row; an empty cell where a number does not apply (docs/run-store.md).
class OutcomeCsv {
 public:
  void add(const store::Run& run);
  [[nodiscard]] const std::string& text() const { return csv_.text(); }

 private:
  Csv csv_{{"key", "plan", "scenario", "seed", "draws", "name", "date", "group", "sex", "mean", "sd", "p05", "p25",
            "p50", "p75", "p95", "probability", "monte_carlo_error"}};
};

}  // namespace jobcast::app
