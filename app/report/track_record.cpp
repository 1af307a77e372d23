#include "app/report/track_record.hpp"

#include <cmath>

#include "app/report/forecast_json.hpp"
#include "app/report/numbers.hpp"

namespace jobcast::app {
namespace {

constexpr int half_years_ahead = 2;

const nlohmann::ordered_json* score_of(const nlohmann::ordered_json& backtest, const char* method) {
  for (const auto& row : backtest.at("scores")) {
    if (row.at("subject") == "employment_rate" && row.at("ages") == "15-64" && row.at("ahead") == half_years_ahead &&
        row.at("method") == method) {
      return &row;
    }
  }
  return nullptr;
}

}  // namespace

std::optional<TrackRecord> track_record_of(const nlohmann::ordered_json& backtest) {
  const auto* own = score_of(backtest, "jobcast");
  const auto* last_value = score_of(backtest, "last_value");
  if (own == nullptr || last_value == nullptr) return std::nullopt;
  return TrackRecord{.hindcasts = own->at("n").get<int>(),
                     .coverage_80 = own->at("coverage_80").get<double>(),
                     .crps = own->at("crps").get<double>(),
                     .last_value_crps = last_value->at("crps").get<double>()};
}

std::string track_record_words(const TrackRecord& record, const Catalogue& words) {
  const double better = 100.0 * (1.0 - record.crps / record.last_value_crps);
  return words.text(better >= 0.0 ? "backtest.track_record" : "backtest.track_record_worse", grouped(record.hindcasts),
                    grouped(100.0 * record.coverage_80) + "%", grouped(std::abs(better)));
}

std::string track_record_text(const TrackRecord& record, const Page& page) {
  return page.paragraph(track_record_words(record, page.catalogue));
}

nlohmann::ordered_json track_record_json(const TrackRecord& record) {
  return {{"figure", "employment_rate_15_64"}, {"half_years_ahead", half_years_ahead},
          {"hindcasts", record.hindcasts},     {"coverage_80", json_number(record.coverage_80)},
          {"crps", json_number(record.crps)},  {"last_value_crps", json_number(record.last_value_crps)}};
}

}  // namespace jobcast::app
