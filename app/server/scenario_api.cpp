#include <charconv>
#include <limits>

#include "app/report/comparison_report.hpp"
#include "app/report/runs_json.hpp"
#include "app/server/api.hpp"
#include "app/server/scenario_text.hpp"
#include "models/runs/comparison.hpp"

namespace jobcast::app::server {
namespace {

using Json = nlohmann::ordered_json;

std::int64_t id_of(const Question& question) {
  const auto& text = question.path[3];
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  if (error != std::errc() || end != text.data() + text.size() || id < 1) {
    throw Refused(404, "no_scenario", {"serve.no_scenario", {text}});
  }
  return id;
}

const ServedPlan& plan_named(const std::vector<ServedPlan>& plans, const std::string& id) {
  for (const auto& plan : plans) {
    if (plan.plan->id == id) return plan;
  }
  throw Refused(404, "no_plan", {"serve.no_plan", {id}});
}

std::string text_member(nlohmann::json& body, const char* key) {
  const auto found = body.find(key);
  if (found == body.end() || !found->is_string()) throw Refused(422, "bad_value", {"serve.bad_value", {key}});
  return found->get<std::string>();
}

/// {"name", "toml" or "scenario", "draws", "seed", "until"} as a forecast's order has it.
ForecastOrder order_of(const plan::Plan& plan, nlohmann::json body) {
  if (body.contains("toml")) {
    body["scenario_toml"] = body["toml"];
    body.erase("toml");
  }
  body.erase("plan");
  auto order = read_order(plan, body);
  if (order.toml.empty()) throw Refused(422, "bad_value", {"serve.bad_value", {"toml"}});
  // In a store this is the plan as written, which every scenario is compared with.
  if (order.scenario.id == "plan") throw Refused(409, "name_taken", {"serve.name_taken", {"plan"}});
  return order;
}

Answer document_answer(const store::Document& document, int status = 200) {
  auto answer = json_answer(document_json(document), status);
  answer.headers.emplace_back("ETag", "\"" + std::to_string(document.version) + "\"");
  return answer;
}

/// A name of a file in a header: what is not plain goes in percent escapes (RFC 8187).
std::string escaped(const std::string& name) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string text;
  for (const char letter : name) {
    const auto byte = static_cast<unsigned char>(letter);
    const bool plain = byte < 0x80 && (std::isalnum(byte) != 0 || letter == '-' || letter == '_' || letter == '.');
    if (plain) {
      text += letter;
    } else {
      text += '%';
      text += digits[byte / 16];
      text += digits[byte % 16];
    }
  }
  return text;
}

}  // namespace

void Api::scenarios(const Question& question, const Replied& reply) {
  const auto plan = question.query.find("plan");
  const auto id = plan == question.query.end() ? std::string() : plan->second;
  answer_at(store_, question, reply, [this, id] {
    Json list = Json::array();
    for (const auto& document : shelf_.list(id)) list.push_back(document_json(document));
    return json_answer({{"schema", "jobcast.scenarios/1"}, {"scenarios", std::move(list)}});
  });
}

void Api::scenario(const Question& question, const Replied& reply) {
  const auto id = id_of(question);
  answer_at(store_, question, reply, [this, id] { return document_answer(shelf_.get(id)); });
}

void Api::scenario_file(const Question& question, const Replied& reply) {
  const auto id = id_of(question);
  answer_at(store_, question, reply, [this, id] {
    const auto document = shelf_.get(id);
    return Answer{
        .type = "application/toml",
        .body = document.text,
        .headers = {{"Content-Disposition", "attachment; filename*=UTF-8''" + escaped(document.name) + ".toml"}}};
  });
}

void Api::keep_scenario(const Question& question, const Replied& reply) {
  auto body = parse_json(question.body);
  const auto& plan = plan_named(plans_, text_member(body, "plan"));
  text_member(body, "name");
  const auto order = order_of(*plan.plan, body);
  at(forecasts_, question, reply, [this, &plan, order, question, reply] {
    forecast_and_store(plan, order, question, reply, [this, order, id = plan.plan->id](const Forecasted& found) {
      return document_answer(
          shelf_.keep({.collection = id, .name = order.scenario.id, .text = order.toml, .run = {}, .changed = {}},
                      found.run, *found.as_written),
          201);
    });
  });
}

void Api::change_scenario(const Question& question, const Replied& reply) {
  const auto id = id_of(question);
  auto body = parse_json(question.body);
  const auto& plan = plan_named(plans_, text_member(body, "plan"));
  text_member(body, "name");
  const auto order = order_of(*plan.plan, body);
  at(forecasts_, question, reply, [this, &plan, order, question, reply, id] {
    forecast_and_store(plan, order, question, reply,
                       [this, order, id, &plan, expected = question.expected](const Forecasted& found) {
                         return document_answer(shelf_.change({.id = id,
                                                               .collection = plan.plan->id,
                                                               .name = order.scenario.id,
                                                               .text = order.toml,
                                                               .run = {},
                                                               .changed = {}},
                                                              expected, found.run, *found.as_written));
                       });
  });
}

void Api::forecast_and_store(const ServedPlan& plan, const ForecastOrder& order, const Question& question,
                             const Replied& reply, const std::function<Answer(const Forecasted&)>& store) {
  try {
    const auto found = std::make_shared<const Forecasted>(forecaster_.forecast_and_compare(plan, order));
    answer_at(store_, question, reply, [found, store] { return store(*found); });
  } catch (...) {
    reply->send(answer_of(words_, []() -> Answer { throw; }));
  }
}

void Api::delete_scenario(const Question& question, const Replied& reply) {
  const auto id = id_of(question);
  answer_at(store_, question, reply, [this, id] { return document_answer(shelf_.erase(id)); });
}

void Api::runs(const Question& question, const Replied& reply) {
  answer_at(store_, question, reply, [this] {
    std::vector<ListedRun> rows;
    for (auto& record : shelf_.runs().list()) {
      const bool draws_kept = shelf_.runs().has_columns(record.key);
      rows.push_back({std::move(record), draws_kept});
    }
    return Answer{.body = runs_json(rows)};
  });
}

void Api::compare(const Question& question, const Replied& reply) {
  const auto key_of = [&](const char* name) {
    const auto found = question.query.find(name);
    return found == question.query.end() ? std::string() : found->second;
  };
  answer_at(store_, question, reply, [this, first = key_of("first"), second = key_of("second")] {
    const auto run = [&](const std::string& key) {
      if (!shelf_.runs().find(key)) throw Refused(404, "no_run", {"runs.unknown_run", {key}});
      return shelf_.runs().read(key);
    };
    const auto one = run(first);
    const auto other = run(second);
    if (runs::why_not(one, other)) {
      throw Refused(422, "not_comparable", {"serve.not_comparable", {one.record.scenario, other.record.scenario}});
    }
    Comparisons comparisons;
    comparisons.pairs.push_back(runs::compare(one, other));
    return Answer{.body = comparison_json(comparisons)};
  });
}

}  // namespace jobcast::app::server
