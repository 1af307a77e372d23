#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <mutex>

#include "app/messages/embedded_file.hpp"
#include "app/server/desk.hpp"
#include "app/server/forecaster.hpp"
#include "app/server/scenario_shelf.hpp"

namespace jobcast::app::server {

struct ApiSettings {
  std::string store;               ///< file of a run store, which is made where it is missing
  int usual_draws = 10'000;        ///< of the plan as written, for what a plan's page shows before anything is asked
  std::size_t most_waiting = 128;  ///< at each desk
  std::size_t most_of_client = 8;
};

/// Answers what docs/api/openapi.json describes. Short answers come at once, in the caller's thread; forecasts, long
/// work and the store have a desk each, so that none waits for another.
class Api {
 public:
  Api(const Words& words, std::vector<ServedPlan> plans, const ApiSettings& settings);
  ~Api();

  void answer(const Question& question, const std::shared_ptr<Reply>& reply);
  /// Ends what is under way and forgets what waits; afterwards nothing more is replied.
  void close();

 private:
  using Path = std::vector<std::string>;
  using Work = std::function<Answer()>;
  using Replied = std::shared_ptr<Reply>;
  /// Called by long work after each step, with how many are done and how many there are.
  using Told = std::function<void(std::size_t done, std::size_t of)>;
  struct Route {
    const char* method;
    Path path;  ///< "*": any part
    void (Api::*answer)(const Question&, const Replied&);
  };
  static const std::vector<Route>& routes();

  void dispatch(const Question& question, const Replied& reply);
  [[nodiscard]] const ServedPlan& plan_of(const Question& question) const;
  void at(Desk& desk, const Question& question, const Replied& reply, std::function<void()> work);
  void answer_at(Desk& desk, const Question& question, const Replied& reply, Work work);

  // Of the plan.
  void plans(const Question& question, const Replied& reply);
  void plan(const Question& question, const Replied& reply);
  void forecast(const Question& question, const Replied& reply);
  void forecast_csv(const Question& question, const Replied& reply);
  void whatif(const Question& question, const Replied& reply);
  void explain(const Question& question, const Replied& reply);
  void audit(const Question& question, const Replied& reply);
  void attribution(const Question& question, const Replied& reply);
  void sensitivity(const Question& question, const Replied& reply);
  void report(const Question& question, const Replied& reply);
  // Of the store.
  void scenarios(const Question& question, const Replied& reply);
  void scenario(const Question& question, const Replied& reply);
  void scenario_file(const Question& question, const Replied& reply);
  void keep_scenario(const Question& question, const Replied& reply);
  void change_scenario(const Question& question, const Replied& reply);
  void delete_scenario(const Question& question, const Replied& reply);
  void runs(const Question& question, const Replied& reply);
  void compare(const Question& question, const Replied& reply);
  // Of the page.
  void messages(const Question& question, const Replied& reply);
  void description(const Question& question, const Replied& reply);
  void asset(const Question& question, const Replied& reply);

  /// At the forecasts' desk: forecasts, then has the store's desk write and answer.
  void forecast_and_store(const ServedPlan& plan, const ForecastOrder& order, const Question& question,
                          const Replied& reply, const std::function<Answer(const Forecasted&)>& store);
  /// Ends long work whose client has gone, when it is called.
  Told while_listening(const Replied& reply);
  /// At the long work's desk: an answer, or where the client wants events its progress and then the answer. Work ends
  /// within Told where its client has gone.
  void answer_in_time(const Question& question, const Replied& reply, std::function<Answer(const Told&)> work);
  Answer remembered(const std::string& key, const Work& work);

  const Words& words_;
  std::vector<ServedPlan> plans_;
  std::vector<EmbeddedFile> page_;
  std::string description_;
  int usual_draws_;
  Forecaster forecaster_;  ///< of the forecasts' desk
  ScenarioShelf shelf_;    ///< of the store's desk
  std::mutex remembered_mutex_;
  std::map<std::string, Answer> remembered_;  ///< of work that gives the same every time
  std::atomic<bool> closing_ = false;
  Desk forecasts_, long_work_, store_;
};

}  // namespace jobcast::app::server
