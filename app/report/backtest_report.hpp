#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "app/report/page.hpp"
#include "models/backtest/backtest.hpp"
#include "models/plan/plan.hpp"

namespace jobcast::app {

/// How good forecasts from earlier years were, for people: scores by method, by distance, by ages. A method that beats
/// jobcast is named.
std::string backtest_text(const plan::Plan& plan, const backtest::Backtest& backtest, const Page& page);

/// Schema "jobcast.backtest/1" (docs/models/calibration.md).
nlohmann::ordered_json backtest_json(const plan::Plan& plan, const backtest::Backtest& backtest,
                                     const backtest::Settings& settings);

/// record,subject,ages,origin,target,ahead,method,measure,value: a number a row.
std::string backtest_csv(const backtest::Backtest& backtest);

}  // namespace jobcast::app
