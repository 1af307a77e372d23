#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "app/report/page.hpp"
#include "models/calibration/check.hpp"
#include "models/plan/plan.hpp"

namespace jobcast::app {

/// What calibration found, for people: each number before and after.
std::string calibration_text(const plan::Plan& plan, const calibration::Calibration& calibration, const Page& page);

/// Schema "jobcast.calibration/1" (docs/models/calibration.md), with every member: what is kept as a finding.
nlohmann::ordered_json calibration_json(const plan::Plan& plan, const calibration::Calibration& calibration);
/// What calibration_json wrote. Throws nlohmann::json::exception for anything else.
calibration::Calibration calibration_of(const nlohmann::ordered_json& document);

/// column,measure,value: a number a row.
std::string calibration_csv(const calibration::Calibration& calibration);

/// Whether the calibration is to be trusted, for people: ranks, figures badly explained, sizes, what the data told.
std::string check_text(const plan::Plan& plan, const calibration::Calibration& calibration,
                       const calibration::Check& check, const Page& page);
/// Schema "jobcast.check-calibration/1".
nlohmann::ordered_json check_json(const plan::Plan& plan, const calibration::Calibration& calibration,
                                  const calibration::Check& check);
/// record,name,period,measure,value: a number a row.
std::string check_csv(const calibration::Calibration& calibration, const calibration::Check& check);

}  // namespace jobcast::app
