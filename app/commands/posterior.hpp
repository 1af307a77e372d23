#pragma once

#include <optional>
#include <string>

#include "app/commands/console.hpp"
#include "app/report/track_record.hpp"
#include "models/calibration/calibrate.hpp"
#include "models/plan/plan.hpp"

namespace jobcast::app {

/// The calibration that was kept of this pack; nothing where there is none. Throws input::InputError for a finding that
/// was damaged.
std::optional<calibration::Calibration> kept_calibration(const plan::Plan& plan);

/// How good forecasts of this pack have been, where a backtest was kept. Throws as kept_calibration() does.
std::optional<TrackRecord> kept_track_record(const plan::Plan& plan);

/// Gives the plan the members that were kept for its pack, if any, so that its forecasts draw them; returns a sentence
/// that says so, or that the pack has changed since it was calibrated; nothing otherwise.
std::optional<input::Message> take_calibration(plan::Plan& plan);
/// The same, in words; empty for nothing.
std::string use_calibration(plan::Plan& plan, const Catalogue& words);

}  // namespace jobcast::app
