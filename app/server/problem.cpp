#include "app/server/problem.hpp"

#include "app/command_line/usage_error.hpp"
#include "engine/store/store_error.hpp"

namespace jobcast::app::server {
namespace {

using Json = nlohmann::ordered_json;

Json fault_json(const input::Diagnostic& fault, const Words& words) {
  const auto said = [&](const input::Message& message) { return message.id.empty() ? Json() : words.both(message); };
  return {{"line", fault.where.line},
          {"column", fault.where.column},
          {"found", said(fault.problem)},
          {"expected", said(fault.expected)},
          {"mend", said(fault.mend)}};
}

Answer problem_with(int status, const std::string& code, Json message, Json faults) {
  auto answer = json_answer(
      {{"error", {{"code", code}, {"message", std::move(message)}, {"faults", std::move(faults)}}}}, status);
  if (status == 429 || status == 503) answer.headers.emplace_back("Retry-After", "1");
  return answer;
}

Answer bad_input(const input::InputError& error, const Words& words) {
  Json faults = Json::array();
  for (const auto& fault : error.faults()) faults.push_back(fault_json(fault, words));
  const auto first = error.faults().empty() ? input::Message{} : error.faults().front().problem;
  return problem_with(422, "bad_input", words.both(first), std::move(faults));
}

Answer store_trouble(const store::StoreError& error, const Words& words) {
  const bool passes = error.trouble() == store::StoreTrouble::locked;
  return problem_with(passes ? 503 : 500, passes ? "store_busy" : "store_failed", words.both(error.fault().problem),
                      Json::array());
}

}  // namespace

const Catalogue& Words::in(const Question& question) const {
  const auto lang = question.query.find("lang");
  if (lang == question.query.end() || lang->second == "ko") return korean;
  if (lang->second == "en") return english;
  throw Refused(400, "bad_query", {"serve.bad_query", {"lang", lang->second}});
}

Json Words::both(const input::Message& message) const {
  return {{"ko", korean.text(message)}, {"en", english.text(message)}};
}

Answer problem(const Refused& refused, const Words& words) {
  return problem_with(refused.status(), refused.code(), words.both(refused.message()), Json::array());
}

Answer answer_of(const Words& words, const std::function<Answer()>& work) {
  try {
    return work();
  } catch (const Refused& refused) {
    return problem(refused, words);
  } catch (const input::InputError& error) {
    return bad_input(error, words);
  } catch (const store::StoreError& error) {
    return store_trouble(error, words);
  } catch (const UsageError& error) {
    return problem_with(400, "bad_request", words.both(error.fault().problem), Json::array());
  } catch (const std::bad_alloc&) {
    return problem_with(503, "no_memory", words.both({"app.no_memory", {}}), Json::array());
  } catch (const std::exception& error) {
    return problem_with(500, "failed", words.both({"app.failed", {error.what()}}), Json::array());
  }
}

Answer json_answer(const Json& document, int status) {
  return {.status = status, .body = document.dump(-1, ' ', false, Json::error_handler_t::replace)};
}

}  // namespace jobcast::app::server
