#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

#include "models/sweep/lever.hpp"

namespace jobcast::sweep {

/// A plan of a sweep, with the levers as they act on it.
struct SweptPlan {
  plan::Plan plan;
  scenario::Scenario base;  ///< what all scenarios of the sweep extend
  std::vector<Lever> levers;
};

/// The plans of a sweep. Of plans that can be read again only those in use and a few more are in memory, so that a
/// sweep of a nation takes no more than one of a county. Copies share what is in memory. Any thread may ask.
class Plans {
 public:
  using Reader = std::function<SweptPlan()>;
  using Held = std::shared_ptr<const SweptPlan>;

  Plans();

  /// Adds a plan that stays in memory.
  void push_back(SweptPlan plan);
  /// Adds one that `reader` reads again when it is asked for later; what it throws then, operator[] throws.
  void push_back(SweptPlan plan, Reader reader);

  [[nodiscard]] std::size_t size() const { return plans_.size(); }
  /// The plan, which stays in memory for as long as it is held.
  [[nodiscard]] Held operator[](std::size_t plan) const;

 private:
  struct Kept;
  struct Entry {
    Held always;  ///< null where there is a reader
    Reader reader;
  };

  std::vector<Entry> plans_;
  std::shared_ptr<Kept> kept_;
};

}  // namespace jobcast::sweep
