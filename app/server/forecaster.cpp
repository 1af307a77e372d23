#include "app/server/forecaster.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "app/server/scenario_text.hpp"
#include "models/runs/comparison.hpp"
#include "models/runs/engine_version.hpp"
#include "models/runs/names.hpp"
#include "models/runs/run_key.hpp"
#include "models/runs/run_of.hpp"

namespace jobcast::app::server {
namespace {

constexpr std::uint64_t most_draws = 50'000;
/// Draws of all futures that are kept: some 8 kB each.
constexpr int most_kept_draws = 40'000;
constexpr int longest_years = 30;

std::string until_range(const plan::Plan& plan) {
  return time::to_string(time::add_days(plan.as_of, 1)) + " .. " +
         std::to_string(time::year_of(plan.as_of) + longest_years);
}

std::uint64_t whole_number(const nlohmann::json& body, const char* key, std::uint64_t otherwise, std::uint64_t least,
                           std::uint64_t greatest) {
  const auto found = body.find(key);
  if (found == body.end() || found->is_null()) return otherwise;
  if (found->is_number_unsigned()) {
    const auto number = found->get<std::uint64_t>();
    if (number >= least && number <= greatest) return number;
  }
  throw Refused(422, "bad_number", {"serve.bad_number", {key, std::to_string(least), std::to_string(greatest)}});
}

std::string text_of(const nlohmann::json& body, const char* key, const std::string& otherwise) {
  const auto found = body.find(key);
  if (found == body.end() || found->is_null()) return otherwise;
  if (!found->is_string()) throw Refused(422, "bad_value", {"serve.bad_value", {key}});
  return found->get<std::string>();
}

void refuse_other_keys(const nlohmann::json& body) {
  static const std::vector<std::string> known{"scenario", "scenario_toml", "name", "draws", "seed", "until", "lang"};
  for (const auto& [key, value] : body.items()) {
    if (std::find(known.begin(), known.end(), key) == known.end()) {
      throw Refused(422, "unknown_key", {"serve.unknown_key", {key, input::listed(known)}});
    }
  }
}

std::string futures_key(const ServedPlan& plan, const scenario::Scenario& scenario, const forecast::Request& request) {
  return plan.pack + "\n" + std::to_string(request.draws) + " " + std::to_string(request.seed) + " " +
         time::to_string(request.until) + "\n" + forecast::county_key(*plan.plan, scenario);
}

store::Run run_of(const ServedPlan& plan, const forecast::Drawn& drawn, const scenario::Scenario& scenario,
                  const forecast::Request& request) {
  const auto& posterior = plan.plan->posterior;
  const std::string engine(runs::engine_version());
  const auto calibration = posterior != nullptr ? posterior->fingerprint() : std::string();
  return runs::run_of(*plan.plan, drawn,
                      {.key = runs::run_key(plan.pack, scenario, request, engine, calibration),
                       .pack = plan.pack,
                       .engine = engine,
                       .until = request.until},
                      runs::Keep::outcomes_and_draws);
}

}  // namespace

time::Date read_until(const plan::Plan& plan, const std::string& text) {
  auto date = time::parse_date(text);
  int year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  if (!date && error == std::errc() && end == text.data() + text.size() && year > 0 && year < 10'000) {
    date = time::make_date(year, 12, 31);
  }
  const auto greatest = time::make_date(time::year_of(plan.as_of) + longest_years, 12, 31);
  if (date && *date > plan.as_of && *date <= greatest) return *date;
  throw Refused(422, "bad_until", {"serve.bad_until", {text, until_range(plan)}});
}

ForecastOrder read_order(const plan::Plan& plan, const nlohmann::json& body) {
  if (!body.is_object()) throw Refused(422, "bad_value", {"serve.bad_value", {"{}"}});
  refuse_other_keys(body);
  ForecastOrder order = Forecaster::usual_order(plan);
  const auto name = text_of(body, "name", "scenario");
  require_name(name);
  const bool as_json = body.contains("scenario") && !body["scenario"].is_null();
  order.toml = text_of(body, "scenario_toml", "");
  if (as_json && !order.toml.empty()) throw Refused(422, "two_scenarios", {"serve.two_scenarios", {}});
  if (as_json) order.toml = scenario_toml(body["scenario"], name);
  if (!order.toml.empty()) order.scenario = scenario::parse_scenario(plan, name, order.toml);
  order.request.draws =
      static_cast<int>(whole_number(body, "draws", static_cast<std::uint64_t>(order.request.draws), 1, most_draws));
  order.request.seed = whole_number(body, "seed", order.request.seed, 0, std::numeric_limits<std::uint64_t>::max());
  if (const auto until = text_of(body, "until", ""); !until.empty()) order.request.until = read_until(plan, until);
  return order;
}

ForecastOrder Forecaster::usual_order(const plan::Plan& plan) {
  ForecastOrder order{.scenario = scenario::as_written(plan), .toml = {}, .request = {}};
  order.request.until = plan.forecast_until;
  return order;
}

Forecaster::Kept& Forecaster::kept(const ServedPlan& plan, const scenario::Scenario& scenario,
                                   const forecast::Request& request) {
  auto key = futures_key(plan, scenario, request);
  const auto found = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& each) { return each.key == key; });
  if (found != kept_.end()) {
    kept_.splice(kept_.begin(), kept_, found);
    return kept_.front();
  }
  int draws = request.draws;
  for (auto each = kept_.begin(); each != kept_.end();) {
    draws += each->request.draws;
    each = draws > most_kept_draws ? kept_.erase(each) : std::next(each);
  }
  auto futures = std::make_shared<const forecast::Futures>(*plan.plan, scenario, request);
  kept_.push_front({std::move(key), request, std::move(futures), nullptr});
  return kept_.front();
}

forecast::Drawn Forecaster::draw(const ServedPlan& plan, const ForecastOrder& order) {
  // As many as are never kept are played once and forgotten while they are played, block by block.
  if (order.request.draws > most_kept_draws / 2) return forecast::run_drawn(*plan.plan, order.scenario, order.request);
  return kept(plan, order.scenario, order.request).futures->answer_drawn(order.scenario);
}

std::shared_ptr<const store::Run> Forecaster::as_written(const ServedPlan& plan, const forecast::Request& request) {
  const ForecastOrder order{.scenario = scenario::as_written(*plan.plan), .toml = {}, .request = request};
  const auto make = [&] {
    return std::make_shared<const store::Run>(run_of(plan, draw(plan, order), order.scenario, request));
  };
  if (request.draws > most_kept_draws / 2) return make();
  if (auto known = kept(plan, order.scenario, request).as_written) return known;
  auto made = make();
  kept(plan, order.scenario, request).as_written = made;
  return made;
}

forecast::Result Forecaster::forecast(const ServedPlan& plan, const ForecastOrder& order) {
  return draw(plan, order).result;
}

Forecasted Forecaster::forecast_and_compare(const ServedPlan& plan, const ForecastOrder& order) {
  const auto before = as_written(plan, order.request);
  auto drawn = draw(plan, order);
  auto run = run_of(plan, drawn, order.scenario, order.request);
  return {.result = std::move(drawn.result), .run = std::move(run), .as_written = before};
}

std::optional<double> survey_error(const store::Run& run, plan::Indicator::Id indicator, time::Date reference_week) {
  const auto column = [&](const std::string& name) -> const std::vector<double>* {
    for (const auto& each : run.columns) {
      if (each.date == reference_week && each.name == name) return &each.values;
    }
    return nullptr;
  };
  const auto* published = column(runs::published_name(plan::name_of(indicator)));
  const auto* truth = column(runs::truth_name(plan::name_of(indicator)));
  if (published == nullptr || truth == nullptr || truth->empty()) return std::nullopt;
  double squares = 0.0;
  for (std::size_t draw = 0; draw < truth->size(); ++draw) {
    const double error = (*published)[draw] - (*truth)[draw];
    squares += error * error;
  }
  return std::sqrt(squares / static_cast<double>(truth->size()));
}

}  // namespace jobcast::app::server
