#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "models/forecast/forecast.hpp"
#include "tests/app/server/running_server.hpp"
#include "tests/support/http_client.hpp"

namespace jobcast::app::server::testing {

using jobcast::testing::ask;
using jobcast::testing::HttpAnswer;

/// Draws of a forecast that is quick.
inline constexpr int few = 64;
inline const std::string of_plan = "/api/v1/plans/jeongseon-2024";
inline const std::string county_cut =
    "schema = \"jobcast.scenario/1\"\ntitle = { ko = \"군비\", en = \"cut\" }\nextends = \"../plan.toml\"\n"
    "[[change]]\nselect = { funding = \"county\" }\nbudget = \"-10%\"\n";

inline nlohmann::ordered_json json_of(const HttpAnswer& answer) { return nlohmann::ordered_json::parse(answer.body); }

/// A forecast of few draws, with what else it is to be.
inline std::string order(nlohmann::ordered_json more = {}) {
  more["draws"] = few;
  return more.dump();
}

inline forecast::Request request() {
  forecast::Request request;
  request.draws = few;
  request.until = jeongseon().plan->forecast_until;
  return request;
}

/// One server for the tests that leave nothing behind.
inline const RunningServer& shared_server() {
  static const RunningServer server;
  return server;
}

inline HttpAnswer get(const std::string& target) { return ask(shared_server().port(), "GET", target); }
inline HttpAnswer post(const std::string& target, const std::string& body) {
  return ask(shared_server().port(), "POST", target, body);
}
inline std::string code_of(const HttpAnswer& answer) { return json_of(answer)["error"]["code"].get<std::string>(); }

}  // namespace jobcast::app::server::testing
