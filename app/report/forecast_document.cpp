#include "app/report/forecast_document.hpp"

#include "app/report/forecast_json.hpp"

namespace jobcast::app {

nlohmann::ordered_json forecast_document(const plan::Plan& plan, const forecast::Result& result,
                                         const std::optional<TrackRecord>& record) {
  auto document = forecast_json(plan, result);
  if (plan.posterior != nullptr) document["calibration"] = plan.posterior->fingerprint();
  if (record) document["track_record"] = track_record_json(*record);
  return document;
}

}  // namespace jobcast::app
