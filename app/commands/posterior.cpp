#include "app/commands/posterior.hpp"

#include "app/commands/findings.hpp"
#include "app/report/calibration_report.hpp"
#include "app/report/numbers.hpp"

namespace jobcast::app {

std::optional<calibration::Calibration> kept_calibration(const plan::Plan& plan) {
  const auto kept = Findings(plan).find("calibration");
  return kept ? std::optional(calibration_of(*kept)) : std::nullopt;
}

std::optional<TrackRecord> kept_track_record(const plan::Plan& plan) {
  const auto backtest = Findings(plan).find("backtest");
  return backtest ? track_record_of(*backtest) : std::nullopt;
}

std::string use_calibration(plan::Plan& plan, const Catalogue& words) {
  const Findings findings(plan);
  const auto kept = findings.find("calibration");
  if (!kept) return findings.has_former("calibration") ? words.text("calibration.outdated") : std::string();
  auto calibration = calibration_of(*kept);
  plan.posterior = std::make_shared<const plan::Posterior>(Findings::seal_of(*kept), std::move(calibration.columns));
  const auto members = grouped(calibration.members);
  return calibration.until.empty() ? words.text("calibration.used_population", members)
                                   : words.text("calibration.used", calibration.until, members);
}

}  // namespace jobcast::app
