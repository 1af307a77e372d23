#pragma once

#include <exception>
#include <map>

#include "app/commands/run_maker.hpp"
#include "app/report/sweep_report.hpp"
#include "engine/store/run_store.hpp"
#include "models/sweep/scenarios.hpp"

namespace jobcast::app {

/// Thrown for a run that a rank made of another pack, sweep or program than this rank's.
class OtherInputs : public std::exception {};

/// The runs of a sweep in a store. None of them is kept in memory.
class SweptRuns {
 public:
  SweptRuns(const sweep::Sweep& sweep, const sweep::Effort& effort, store::RunStore& store, KeepDraws keep);

  /// Whether the store has the answer already, with as many draws and as precise as the sweep asks.
  bool known(const sweep::Swept& swept);
  /// Writes an answer to the store.
  void take(const sweep::Swept& swept, const forecast::Drawn& drawn);
  /// The same with what another rank made of one. Throws OtherInputs where that rank answered another question than
  /// this one would have asked.
  void take(const PlacedRun& placed);

  /// Of the whole sweep, read from the store as it is shown. Refers to this. Precondition: nothing is left to be run.
  [[nodiscard]] SweepTable table() const;
  /// How many are known or were taken.
  [[nodiscard]] std::uint64_t size() const { return size_; }

 private:
  [[nodiscard]] SweepRow row_of(const sweep::Scenarios& scenarios, const sweep::Swept& swept) const;
  const sweep::Scenarios& scenarios_of(std::size_t plan);

  const sweep::Sweep& sweep_;
  store::RunStore& store_;
  KeepDraws keep_;
  RunMaker maker_;
  std::map<std::size_t, sweep::Scenarios> scenarios_;  ///< of plans that ranks sent runs of
  std::uint64_t size_ = 0;
};

}  // namespace jobcast::app
