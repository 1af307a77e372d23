#include <algorithm>
#include <charconv>
#include <chrono>
#include <limits>

#include "app/explanation/explanation.hpp"
#include "app/report/attribution_report.hpp"
#include "app/report/audit_report.hpp"
#include "app/report/comparison_report.hpp"
#include "app/report/forecast_csv.hpp"
#include "app/report/forecast_document.hpp"
#include "app/report/forecast_json.hpp"
#include "app/report/forecast_text.hpp"
#include "app/report/sensitivity_report.hpp"
#include "app/server/api.hpp"
#include "app/server/plan_detail.hpp"
#include "app/server/scenario_text.hpp"
#include "engine/input/text_file.hpp"
#include "models/runs/comparison.hpp"
#include "models/sensitivity/sensitivity.hpp"

namespace jobcast::app::server {
namespace {

using Json = nlohmann::ordered_json;

std::string query(const Question& question, const char* key, const std::string& otherwise = {}) {
  const auto found = question.query.find(key);
  return found == question.query.end() ? otherwise : found->second;
}

std::uint64_t number(const Question& question, const char* key, std::uint64_t otherwise, std::uint64_t least,
                     std::uint64_t greatest) {
  const auto text = query(question, key);
  if (text.empty()) return otherwise;
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < least || value > greatest) {
    throw Refused(400, "bad_query", {"serve.bad_number", {key, std::to_string(least), std::to_string(greatest)}});
  }
  return value;
}

/// Two sentences that say what a forecast answers.
std::string sentence(const forecast::Result& result, const Catalogue& words) {
  std::string text;
  for (const auto& each : headline_words(result, words)) text += (text.empty() ? "" : " ") + each;
  return text;
}

/// The comparison with the plan as written, and whether the survey could see it.
Json difference_json(const Forecasted& found) {
  if (found.run.columns.empty()) return nullptr;
  const auto comparison = runs::compare(*found.as_written, found.run);
  Json json = comparison_pair_json(comparison);
  for (std::size_t row = 0; row < comparison.indicators.size(); ++row) {
    const auto& each = comparison.indicators[row];
    const auto error = survey_error(*found.as_written, each.id, each.reference_week);
    json["indicators"][row]["survey_error"] = error ? json_number(*error) : Json();
    json["indicators"][row]["too_small_to_see"] = error && std::abs(each.truth.mean) < *error;
  }
  return json;
}

Answer csv_answer(std::string csv, const std::string& name) {
  return {.type = "text/csv",
          .body = std::move(csv),
          .headers = {{"Content-Disposition", "attachment; filename=\"" + name + ".csv\""}}};
}

}  // namespace

void Api::plans(const Question&, const Replied& reply) { reply->send(json_answer(plan_list(plans_))); }

void Api::plan(const Question& question, const Replied& reply) {
  const auto& plan = plan_of(question);
  answer_at(forecasts_, question, reply, [this, &plan] {
    return remembered("plan " + plan.plan->id, [&] {
      auto request = Forecaster::usual_order(*plan.plan).request;
      request.draws = usual_draws_;
      return json_answer(plan_detail(plan, *forecaster_.as_written(plan, request)));
    });
  });
}

void Api::forecast(const Question& question, const Replied& reply) {
  const auto& plan = plan_of(question);
  auto order = read_order(*plan.plan, parse_json(question.body));
  answer_at(forecasts_, question, reply, [this, &plan, order = std::move(order)] {
    const auto began = std::chrono::steady_clock::now();
    const auto found = forecaster_.forecast_and_compare(plan, order);
    Json json{
        {"forecast", forecast_document(*plan.plan, found.result, plan.record)},
        {"difference", difference_json(found)},
        {"scenario_toml", order.toml.empty() ? Json() : Json(order.toml)},
        {"sentence", {{"ko", sentence(found.result, words_.korean)}, {"en", sentence(found.result, words_.english)}}},
        {"run", found.run.record.key}};
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
    json["elapsed_ms"] = took.count();
    return json_answer(json);
  });
}

void Api::forecast_csv(const Question& question, const Replied& reply) {
  const auto& plan = plan_of(question);
  ForecastOrder order = Forecaster::usual_order(*plan.plan);
  if (question.method == "POST") {
    order = read_order(*plan.plan, parse_json(question.body));
  } else {
    const auto name = query(question, "scenario");
    const auto names = scenario::scenario_names(*plan.plan);
    const auto known = std::find(names.begin(), names.end(), name);
    if (!name.empty() && known == names.end()) throw Refused(404, "no_scenario", {"serve.no_scenario", {name}});
    if (!name.empty()) order.scenario = scenario::load_scenario(*plan.plan, *known);
    constexpr std::uint64_t most_draws = 50'000;
    order.request.draws =
        static_cast<int>(number(question, "draws", static_cast<std::uint64_t>(order.request.draws), 1, most_draws));
    order.request.seed = number(question, "seed", order.request.seed, 0, std::numeric_limits<std::uint64_t>::max());
  }
  answer_at(forecasts_, question, reply, [this, &plan, order = std::move(order)] {
    return csv_answer(app::forecast_csv(forecaster_.forecast(plan, order)), plan.plan->id);
  });
}

void Api::whatif(const Question& question, const Replied& reply) {
  const auto& plan = *plan_of(question).plan;
  const auto names = scenario::scenario_names(plan);
  // The name of the list, not the one that was asked for, makes the path.
  const auto known = std::find(names.begin(), names.end(), question.path[5]);
  if (known == names.end()) throw Refused(404, "no_scenario", {"serve.no_scenario", {question.path[5]}});
  const auto scenario = scenario::load_scenario(plan, *known);
  reply->send(json_answer({{"id", *known},
                           {"title", {{"ko", scenario.title.ko}, {"en", scenario.title.en}}},
                           {"toml", input::read_text(plan.folder + "/whatif/" + *known + ".toml")}}));
}

void Api::explain(const Question& question, const Replied& reply) {
  const auto& plan = *plan_of(question).plan;
  const auto& words = words_.in(question);
  const auto key = query(question, "key");
  const auto found = app::explain(plan, key, words);
  if (found.empty()) throw Refused(404, "no_key", {"app.unknown_key", {key}});
  reply->send(json_answer(explanation_json(plan, found)));
}

void Api::audit(const Question& question, const Replied& reply) {
  const auto& plan = plan_of(question);
  const auto& words = words_.in(question);
  const bool all = query(question, "all") == "true";
  const auto key = "audit " + plan.plan->id + (words.korean() ? " ko" : " en") + (all ? " all" : "");
  answer_at(long_work_, question, reply, [this, &plan, &words, all, key] {
    return remembered(key, [&] {
      return json_answer(audit_json(*plan.plan, audit::audit_plan(*plan.plan), {.rounding = all}, words));
    });
  });
}

void Api::attribution(const Question& question, const Replied& reply) {
  const auto& plan = plan_of(question);
  constexpr std::uint64_t usual_draws = 1000;
  constexpr std::uint64_t most_draws = 10'000;
  constexpr std::uint64_t most_pairs = 100;
  attribution::Question asked;
  asked.request.draws = static_cast<int>(number(question, "draws", usual_draws, 1, most_draws));
  asked.request.seed = number(question, "seed", 1, 0, std::numeric_limits<std::uint64_t>::max());
  asked.orders.pairs = number(question, "pairs", 5, 1, most_pairs);
  if (const auto by = query(question, "by"); !by.empty()) {
    const auto& names = attribution::grouping_names;
    const auto place = std::find(names.begin(), names.end(), by);
    if (place == names.end()) throw Refused(400, "bad_query", {"serve.bad_query", {"by", by}});
    asked.groupings = {attribution::groupings[static_cast<std::size_t>(place - names.begin())]};
  }
  const auto key = "attribution " + plan.plan->id + " " + query(question, "by") + " " +
                   std::to_string(asked.request.draws) + " " + std::to_string(asked.request.seed) + " " +
                   std::to_string(asked.orders.pairs);
  answer_in_time(question, reply, [this, &plan, asked, key](const Told& told) {
    return remembered(key, [&] {
      const auto count = attribution::coalitions_of(*plan.plan, asked);
      std::size_t done = 0;
      return json_answer(
          attribution_json(*plan.plan, attribution::attribute(*plan.plan, asked, [&] { told(++done, count); })));
    });
  });
}

void Api::sensitivity(const Question& question, const Replied& reply) {
  const auto& plan = plan_of(question);
  constexpr std::uint64_t usual_draws = 4096;
  constexpr std::uint64_t fewest_draws = 16;
  constexpr std::uint64_t most_draws = 10'000;
  sensitivity::Question asked;
  asked.request.draws = static_cast<int>(number(question, "draws", usual_draws, fewest_draws, most_draws));
  asked.request.seed = number(question, "seed", asked.request.seed, 0, std::numeric_limits<std::uint64_t>::max());
  asked.bootstrap.seed = asked.request.seed;
  const auto key = "sensitivity " + plan.plan->id + " " + std::to_string(asked.request.draws) + " " +
                   std::to_string(asked.request.seed);
  answer_in_time(question, reply, [this, &plan, asked, key](const Told& told) {
    return remembered(key, [&] {
      const auto scenario = scenario::as_written(*plan.plan);
      const auto count = sensitivity::passes_of(*plan.plan, scenario, asked);
      std::size_t done = 0;
      return json_answer(sensitivity_json(
          *plan.plan, sensitivity::analyse(*plan.plan, scenario, asked, [&] { told(++done, count); })));
    });
  });
}

}  // namespace jobcast::app::server
