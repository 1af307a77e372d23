#include "app/commands/posterior.hpp"

#include "app/commands/findings.hpp"
#include "app/report/calibration_report.hpp"
#include "app/report/numbers.hpp"
#include "models/survey/survey_id.hpp"

namespace jobcast::app {

std::optional<calibration::Calibration> kept_calibration(const plan::Plan& plan) {
  const auto kept = Findings(plan).find(calibration_finding);
  return kept ? std::optional(calibration_of(*kept)) : std::nullopt;
}

std::optional<TrackRecord> kept_track_record(const plan::Plan& plan) {
  const auto backtest = Findings(plan).find(backtest_finding);
  return backtest ? track_record_of(*backtest) : std::nullopt;
}

std::optional<input::Message> take_calibration(plan::Plan& plan) {
  const Findings findings(plan);
  const auto kept = findings.find(calibration_finding);
  if (!kept) {
    return findings.has_former(calibration_finding) ? std::optional(input::Message{"calibration.outdated", {}})
                                                    : std::nullopt;
  }
  auto calibration = calibration_of(*kept);
  plan.posterior = std::make_shared<const plan::Posterior>(Findings::seal_of(*kept), std::move(calibration.columns));
  const auto members = grouped(calibration.members);
  if (calibration.until.empty()) return input::Message{"calibration.used_population", {members}};
  const auto last = survey::parse_survey(calibration.until);
  const bool is_later = last && last->reference_week() > plan.as_of;
  return input::Message{is_later ? "calibration.used_later" : "calibration.used", {calibration.until, members}};
}

std::string use_calibration(plan::Plan& plan, const Catalogue& words) {
  const auto said = take_calibration(plan);
  return said ? words.text(*said) : std::string();
}

}  // namespace jobcast::app
