#pragma once

#include <exception>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/commands/run_maker.hpp"
#include "app/report/sweep_report.hpp"
#include "engine/store/run_store.hpp"
#include "models/sweep/scenarios.hpp"

namespace jobcast::app {

/// Thrown for a run that a rank made of another pack, sweep or program than this rank's.
class OtherInputs : public std::exception {};

/// The runs of a sweep in a store, and the row of each in the sweep's table.
class SweptRuns {
 public:
  SweptRuns(const sweep::Sweep& sweep, const sweep::Effort& effort, store::RunStore& store, bool keep_draws);

  /// Whether the store has the answer already, with as many draws and as precise as the sweep asks. If so its row is in
  /// the table.
  bool known(const sweep::Swept& swept);
  /// Writes an answer to the store and its row into the table.
  void take(const sweep::Swept& swept, const forecast::Drawn& drawn);

  /// The same with what another rank made of one. Throws OtherInputs where that rank answered another question than
  /// this one would have asked.
  void take(const PlacedRun& placed);

  /// The rows so far, by plan and number.
  [[nodiscard]] SweepTable table() const;
  [[nodiscard]] std::size_t size() const { return rows_.size(); }

 private:
  void add_row(const sweep::Swept& swept, int draws, const std::vector<forecast::IndicatorForecast>& indicators);

  const sweep::Sweep& sweep_;
  store::RunStore& store_;
  bool keep_draws_;
  RunMaker maker_;
  std::optional<sweep::Scenarios> scenarios_;  ///< of the plan that a rank last sent a run of
  std::size_t scenarios_of_ = 0;
  std::map<std::pair<std::size_t, std::uint64_t>, SweepRow> rows_;
  time::Date reference_week_;
};

}  // namespace jobcast::app
