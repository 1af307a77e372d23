#include "models/plan/defaults.hpp"

namespace jobcast::plan {

// How actual figures of the year speak of its end: docs/models/tracking.md, section 3.
std::vector<Value> default_tracking_values() {
  const auto assumed = [](std::string key, double value, const char* reason) {
    return engine_default(std::move(key), random::Distribution::fixed(value), "share", Provenance::Kind::assumption,
                          reason);
  };
  return {
      assumed(
          "tracking.posts_halfway", 0.05,
          "standard deviation, halfway through a direct job programme's calendar, of the slot-days filled, as a share "
          "of the year's, around half of what the year comes to: posts that are filled stay filled for the most part"),
      assumed(
          "tracking.placements_halfway", 0.1,
          "the same of other programmes' places, which come in courses, calls and seasons; no county publishes it by "
          "programme"),
      assumed("tracking.spending_halfway", 0.15,
              "the same of money: transfers come in instalments and bills late, so it strays more than placements"),
  };
}

}  // namespace jobcast::plan
