#pragma once

#include <memory>
#include <optional>
#include <string>

#include "models/forecast/futures.hpp"
#include "models/sweep/agenda.hpp"
#include "models/sweep/run.hpp"

namespace jobcast::sweep {

/// Runs groups of an agenda, or parts of them, one after another. Keeps the futures of the county it was last in, so
/// that parts of one group that follow each other play them once. Refers to what it is made of.
class GroupRunner {
 public:
  GroupRunner(const Sweep& sweep, const Effort& effort, const Audience& audience);

  /// Runs a group with the sweep's draws; those that are not precise enough then are run again with twice as many.
  void run(Group group);

  [[nodiscard]] std::uint64_t taken() const { return taken_; }
  [[nodiscard]] bool stopped() const { return audience_.stopped && audience_.stopped(); }

 private:
  /// Futures of one county, and what they answer.
  struct Kept {
    std::size_t plan = 0;
    std::string county;
    int draws = 0;
    forecast::Futures futures;
  };

  [[nodiscard]] int most_draws() const;
  [[nodiscard]] int more(int draws) const;
  const Scenarios& scenarios_of(std::size_t plan);
  /// The futures of a group, played unless they are those kept; none where every scenario plays its own.
  const forecast::Futures* futures_of(const Group& group, const forecast::Request& request);
  std::vector<std::uint64_t> answer(const Group& group, int draws);

  const Sweep& sweep_;
  const Effort& effort_;
  const Audience& audience_;
  std::optional<std::size_t> plan_;
  std::unique_ptr<const Scenarios> scenarios_;  ///< of plan_
  std::unique_ptr<const Kept> kept_;
  std::uint64_t taken_ = 0;
};

}  // namespace jobcast::sweep
