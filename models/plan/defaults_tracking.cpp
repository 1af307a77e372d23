#include "models/plan/defaults.hpp"

namespace jobcast::plan {

// How actual figures of the year speak of its end: docs/models/tracking.md, section 3.
std::vector<Value> default_tracking_values() {
  const auto assumed = [](std::string key, double value, const char* reason) {
    return engine_default(std::move(key), random::Distribution::fixed(value), "share", Provenance::Kind::assumption,
                          reason);
  };
  return {
      assumed("tracking.placements_halfway", 0.1,
              "standard deviation, halfway through a programme's calendar, of the share of its places that are filled, "
              "around half of what is filled by the end; no county publishes it by programme"),
      assumed("tracking.spending_halfway", 0.15,
              "the same of money: transfers come in instalments and bills late, so it strays more than placements"),
  };
}

}  // namespace jobcast::plan
