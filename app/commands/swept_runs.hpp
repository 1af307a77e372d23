#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "app/report/sweep_report.hpp"
#include "engine/store/run_store.hpp"
#include "models/sweep/run.hpp"

namespace jobcast::app {

/// The runs of a sweep in a store, and the row of each in the sweep's table.
class SweptRuns {
 public:
  SweptRuns(const sweep::Sweep& sweep, const sweep::Effort& effort, store::RunStore& store, bool keep_draws);

  /// Whether the store has the answer already, with as many draws and as precise as the sweep asks. If so its row is in
  /// the table.
  bool known(const sweep::Swept& swept);
  /// Writes an answer to the store and its row into the table.
  void take(const sweep::Swept& swept, const forecast::Drawn& drawn);

  /// The rows so far, by plan and number.
  [[nodiscard]] SweepTable table() const;
  [[nodiscard]] std::size_t size() const { return rows_.size(); }

 private:
  [[nodiscard]] std::string key(const sweep::Swept& swept) const;
  void add_row(const sweep::Swept& swept, int draws, const std::vector<forecast::IndicatorForecast>& indicators);

  const sweep::Sweep& sweep_;
  store::RunStore& store_;
  bool keep_draws_;
  std::vector<std::string> packs_;  ///< fingerprint of each plan's files
  std::vector<forecast::Request> requests_;
  std::map<std::pair<std::size_t, std::uint64_t>, SweepRow> rows_;
  time::Date reference_week_;
};

}  // namespace jobcast::app
