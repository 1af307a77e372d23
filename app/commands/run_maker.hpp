#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/store/run.hpp"
#include "models/runs/run_of.hpp"
#include "models/sweep/run.hpp"

namespace jobcast::app {

/// Which runs keep the indicators of every draw.
enum class KeepDraws {
  all,  ///< also those that are in the store without: they are run again
  new_ones,
  none
};

/// Makes of a sweep's answers the runs that a store keeps, each held against its plan as written on the same draws. For
/// one thread at a time. Throws input::InputError where a pack's files are not what they were when the sweep began.
class RunMaker {
 public:
  RunMaker(const sweep::Sweep& sweep, const sweep::Effort& effort, KeepDraws keep);

  [[nodiscard]] std::string key(const sweep::Swept& swept) const;
  /// Runs the plan as written as well where that was not the last of its plan to come with so many draws.
  [[nodiscard]] store::Run run(const sweep::Swept& swept, const forecast::Drawn& drawn);

 private:
  /// A plan as written, with its draws.
  struct AsWritten {
    std::size_t plan = 0;
    store::Run run;
  };
  [[nodiscard]] runs::Origin origin_of(const sweep::Swept& swept) const;
  const store::Run& as_written(std::size_t plan, int draws);

  const sweep::Sweep& sweep_;
  KeepDraws keep_;
  sweep::Effort effort_;
  /// A plan's files as they are, its calibration, and the plan as it was read from them.
  struct Pack {
    std::string print;
    std::string posterior;
    std::weak_ptr<const sweep::SweptPlan> of;
  };
  const std::string& print_of(std::size_t plan, const sweep::Plans::Held& swept) const;
  mutable std::vector<Pack> packs_;
  std::optional<AsWritten> as_written_;  ///< the last one; scenarios come plan by plan
};

/// A run for another rank, with its place in the sweep.
struct PlacedRun {
  std::size_t plan = 0;
  std::uint64_t number = 0;
  store::Run run;
};
std::string to_bytes(const PlacedRun& placed);
/// Throws std::invalid_argument for bytes that to_bytes() did not make.
PlacedRun placed_run_from(std::string_view bytes);

}  // namespace jobcast::app
