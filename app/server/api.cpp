#include "app/server/api.hpp"

#include <algorithm>

namespace jobcast::app::server {
namespace {

constexpr std::size_t most_remembered = 32;

/// Thrown through long work whose client has gone.
class Abandoned : public std::exception {};

bool fits(const std::vector<std::string>& pattern, const std::vector<std::string>& path) {
  return std::equal(pattern.begin(), pattern.end(), path.begin(), path.end(),
                    [](const std::string& part, const std::string& word) { return part == "*" || part == word; });
}

}  // namespace

Api::Api(const Words& words, std::vector<ServedPlan> plans, const ApiSettings& settings)
    : words_(words),
      plans_(std::move(plans)),
      page_(page_files()),
      description_(api_files().front().contents),
      usual_draws_(settings.usual_draws),
      shelf_(settings.store),
      forecasts_(settings.most_waiting, settings.most_of_client),
      long_work_(settings.most_waiting, settings.most_of_client),
      store_(settings.most_waiting, settings.most_of_client) {}

Api::~Api() { close(); }

void Api::close() {
  closing_ = true;
  forecasts_.close();
  long_work_.close();
  store_.close();
}

const std::vector<Api::Route>& Api::routes() {
  static const std::vector<Route> all{
      {"GET", {"api", "v1", "plans"}, &Api::plans},
      {"GET", {"api", "v1", "plans", "*"}, &Api::plan},
      {"POST", {"api", "v1", "plans", "*", "forecast"}, &Api::forecast},
      {"GET", {"api", "v1", "plans", "*", "forecast.csv"}, &Api::forecast_csv},
      {"POST", {"api", "v1", "plans", "*", "forecast.csv"}, &Api::forecast_csv},
      {"GET", {"api", "v1", "plans", "*", "scenarios", "*"}, &Api::whatif},
      {"GET", {"api", "v1", "plans", "*", "explain"}, &Api::explain},
      {"GET", {"api", "v1", "plans", "*", "audit"}, &Api::audit},
      {"GET", {"api", "v1", "plans", "*", "attribution"}, &Api::attribution},
      {"GET", {"api", "v1", "plans", "*", "sensitivity"}, &Api::sensitivity},
      {"POST", {"api", "v1", "plans", "*", "report"}, &Api::report},
      {"GET", {"api", "v1", "scenarios"}, &Api::scenarios},
      {"POST", {"api", "v1", "scenarios"}, &Api::keep_scenario},
      {"GET", {"api", "v1", "scenarios", "*"}, &Api::scenario},
      {"PUT", {"api", "v1", "scenarios", "*"}, &Api::change_scenario},
      {"DELETE", {"api", "v1", "scenarios", "*"}, &Api::delete_scenario},
      {"GET", {"api", "v1", "scenarios", "*", "file"}, &Api::scenario_file},
      {"GET", {"api", "v1", "runs"}, &Api::runs},
      {"GET", {"api", "v1", "compare"}, &Api::compare},
      {"GET", {"api", "v1", "messages"}, &Api::messages},
      {"GET", {"api", "v1", "openapi.json"}, &Api::description},
      {"GET", {}, &Api::asset},
      {"GET", {"*"}, &Api::asset},
      {"GET", {"assets", "*"}, &Api::asset},
  };
  return all;
}

void Api::answer(const Question& question, const Replied& reply) {
  try {
    dispatch(question, reply);
  } catch (...) {
    // What a handler throws before it has begun to reply.
    reply->send(answer_of(words_, []() -> Answer { throw; }));
  }
}

void Api::dispatch(const Question& question, const Replied& reply) {
  std::string allowed;
  for (const auto& route : routes()) {
    if (!fits(route.path, question.path)) continue;
    if (route.method == question.method) return (this->*route.answer)(question, reply);
    allowed += (allowed.empty() ? "" : ", ") + std::string(route.method);
  }
  if (allowed.empty()) throw Refused(404, "no_such_place", {"serve.no_such_place", {}});
  auto answer = problem({405, "wrong_method", {"serve.wrong_method", {question.method, allowed}}}, words_);
  answer.headers.emplace_back("Allow", allowed);
  reply->send(std::move(answer));
}

const ServedPlan& Api::plan_of(const Question& question) const {
  const auto& id = question.path[3];
  const auto found =
      std::find_if(plans_.begin(), plans_.end(), [&](const ServedPlan& each) { return each.plan->id == id; });
  if (found == plans_.end()) throw Refused(404, "no_plan", {"serve.no_plan", {id}});
  return *found;
}

void Api::at(Desk& desk, const Question& question, const Replied& reply, std::function<void()> work) {
  const auto overtaken = [this, reply] { reply->send(problem({409, "overtaken", {"serve.overtaken", {}}}, words_)); };
  const auto admission = desk.admit({.client = question.client,
                                     .sequence = question.sequence,
                                     .work =
                                         [reply, work = std::move(work)] {
                                           if (reply->listening()) work();
                                         },
                                     .overtaken = overtaken});
  if (admission == FairQueue::Admission::overtaken) return overtaken();
  if (admission == FairQueue::Admission::full) throw Refused(429, "too_many_requests", {"serve.too_many_requests", {}});
}

void Api::answer_at(Desk& desk, const Question& question, const Replied& reply, Work work) {
  at(desk, question, reply, [this, reply, work = std::move(work)] { reply->send(answer_of(words_, work)); });
}

Api::Told Api::while_listening(const Replied& reply) {
  return [this, reply](std::size_t, std::size_t) {
    if (closing_ || !reply->listening()) throw Abandoned();
  };
}

void Api::answer_in_time(const Question& question, const Replied& reply, std::function<Answer(const Told&)> work) {
  const auto still_wanted = while_listening(reply);
  if (!question.wants_events) {
    return answer_at(long_work_, question, reply,
                     [work = std::move(work), still_wanted] { return work(still_wanted); });
  }
  at(long_work_, question, reply, [this, reply, work = std::move(work), still_wanted] {
    reply->start_events();
    std::size_t told = 0;
    const auto answer = answer_of(words_, [&] {
      return work([&](std::size_t done, std::size_t count) {
        still_wanted(done, count);
        constexpr std::size_t percent = 100;
        if (percent * done / count == told) return;
        told = percent * done / count;
        reply->event("progress", nlohmann::json{{"done", done}, {"of", count}}.dump());
      });
    });
    reply->event(answer.status == 200 ? "result" : "problem", answer.body);
    reply->finish();
  });
}

Answer Api::remembered(const std::string& key, const Work& work) {
  {
    const std::lock_guard lock(remembered_mutex_);
    if (const auto found = remembered_.find(key); found != remembered_.end()) return found->second;
  }
  auto answer = work();
  const std::lock_guard lock(remembered_mutex_);
  if (remembered_.size() >= most_remembered) remembered_.clear();
  return remembered_[key] = std::move(answer);
}

}  // namespace jobcast::app::server
