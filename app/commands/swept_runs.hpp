#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/report/sweep_report.hpp"
#include "engine/store/run_store.hpp"
#include "models/sweep/run.hpp"

namespace jobcast::app {

/// Which runs keep the indicators of every draw. Each plan as written does always.
enum class KeepDraws {
  all,
  none,
  if_small  ///< all, while they take no more than most_bytes_kept
};
inline constexpr double most_bytes_kept = 256e6;

/// The runs of a sweep in a store, and the row of each in the sweep's table.
class SweptRuns {
 public:
  /// `scenarios`: how many the sweep has.
  SweptRuns(const sweep::Sweep& sweep, std::uint64_t scenarios, const sweep::Effort& effort, store::RunStore& store,
            KeepDraws keep);

  /// Whether the store has the answer already, with as many draws and as precise as the sweep asks. If so its row is in
  /// the table.
  bool known(const sweep::Swept& swept);
  /// Writes an answer to the store, held against the plan as written, and its row into the table.
  void take(const sweep::Swept& swept, const forecast::Drawn& drawn);

  /// The rows so far, by plan and number.
  [[nodiscard]] SweepTable table() const;
  [[nodiscard]] std::size_t size() const { return rows_.size(); }

 private:
  [[nodiscard]] std::string key(const sweep::Swept& swept) const;
  [[nodiscard]] bool must_have_draws(const sweep::Swept& swept) const;
  void add_row(const sweep::Swept& swept, const store::Run& run);

  const sweep::Sweep& sweep_;
  store::RunStore& store_;
  KeepDraws keep_;
  std::vector<std::string> packs_;  ///< fingerprint of each plan's files
  std::vector<forecast::Request> requests_;
  std::vector<std::optional<store::Run>> as_written_;  ///< of each plan, with its draws, once it is there
  std::map<std::pair<std::size_t, std::uint64_t>, SweepRow> rows_;
  time::Date reference_week_;
};

}  // namespace jobcast::app
