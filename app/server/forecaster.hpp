#pragma once

#include <list>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/server/problem.hpp"
#include "app/server/served_plan.hpp"
#include "engine/store/run.hpp"
#include "models/forecast/futures.hpp"

namespace jobcast::app::server {

/// What a client asks of a plan's future.
struct ForecastOrder {
  scenario::Scenario scenario;
  std::string toml;  ///< the scenario as a file; empty: the plan as written
  forecast::Request request;
};

/// A forecast with what it is compared with.
struct Forecasted {
  forecast::Result result;
  store::Run run;                                ///< as `jobcast compare` reads it
  std::shared_ptr<const store::Run> as_written;  ///< the plan as written in the same futures
};

/// Reads {"scenario" or "scenario_toml", "name", "draws", "seed", "until"}. Throws Refused and input::InputError.
ForecastOrder read_order(const plan::Plan& plan, const nlohmann::json& body);
/// The last day of a text as --until takes it: a year or a date. Throws Refused.
time::Date read_until(const plan::Plan& plan, const std::string& text);

/// Standard error of an indicator's published figure at a survey, against what a count of everyone would find: over the
/// draws of a run. Nothing where the run has none.
std::optional<double> survey_error(const store::Run& run, plan::Indicator::Id indicator, time::Date reference_week);

/// Forecasts plans and keeps the futures it has played, so that another budget in the same county costs what its
/// programmes and the survey cost. For one thread at a time; uses all cores.
class Forecaster {
 public:
  [[nodiscard]] forecast::Result forecast(const ServedPlan& plan, const ForecastOrder& order);
  [[nodiscard]] Forecasted forecast_and_compare(const ServedPlan& plan, const ForecastOrder& order);
  /// The plan as written, as `jobcast compare` reads it.
  [[nodiscard]] std::shared_ptr<const store::Run> as_written(const ServedPlan& plan, const forecast::Request& request);
  /// The plan as written: what every forecast of it is asked for unless it says otherwise.
  [[nodiscard]] static ForecastOrder usual_order(const plan::Plan& plan);

 private:
  struct Kept {
    std::string key;
    forecast::Request request;
    std::shared_ptr<const forecast::Futures> futures;
    std::shared_ptr<const store::Run> as_written;  ///< null until it is asked for
  };

  Kept& kept(const ServedPlan& plan, const scenario::Scenario& scenario, const forecast::Request& request);
  [[nodiscard]] forecast::Drawn draw(const ServedPlan& plan, const ForecastOrder& order);

  std::list<Kept> kept_;  ///< the last used first
};

}  // namespace jobcast::app::server
