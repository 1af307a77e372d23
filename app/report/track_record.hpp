#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "app/report/page.hpp"

namespace jobcast::app {

/// How forecasts of the kind a reader looks at have done: the employment rate of 15-64, one year ahead.
struct TrackRecord {
  int hindcasts = 0;
  double coverage_80 = 0.0;  ///< share
  double crps = 0.0;         ///< points
  double last_value_crps = 0.0;
};

/// From a backtest as it was kept (schema "jobcast.backtest/1"); nothing where it scored no such forecast.
std::optional<TrackRecord> track_record_of(const nlohmann::ordered_json& backtest);

/// One sentence for people.
std::string track_record_words(const TrackRecord& record, const Catalogue& words);
/// The same on a page.
std::string track_record_text(const TrackRecord& record, const Page& page);
nlohmann::ordered_json track_record_json(const TrackRecord& record);

}  // namespace jobcast::app
