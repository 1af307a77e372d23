#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/store/run.hpp"
#include "models/sweep/run.hpp"

namespace jobcast::app {

/// Makes of a sweep's answers the runs that a store keeps. For one thread at a time. Throws input::InputError where a
/// pack's files are not what they were when the sweep began.
class RunMaker {
 public:
  RunMaker(const sweep::Sweep& sweep, const sweep::Effort& effort, bool keep_draws);

  [[nodiscard]] std::string key(const sweep::Swept& swept) const;
  [[nodiscard]] store::Run run(const sweep::Swept& swept, const forecast::Drawn& drawn) const;

 private:
  const sweep::Sweep& sweep_;
  bool keep_draws_;
  sweep::Effort effort_;
  /// A plan's files as they are, and as it was read from them.
  struct Pack {
    std::string print;
    std::weak_ptr<const sweep::SweptPlan> of;
  };
  const std::string& print_of(std::size_t plan, const sweep::Plans::Held& swept) const;
  mutable std::vector<Pack> packs_;
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
