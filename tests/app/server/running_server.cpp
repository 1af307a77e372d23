#include "tests/app/server/running_server.hpp"

#include <stdlib.h>

#include "models/runs/run_key.hpp"

namespace jobcast::app::server::testing {

const ServedPlan& jeongseon() {
  static const ServedPlan served = [] {
    auto plan = plan::load_plan(JOBCAST_SOURCE_DIR "/scenarios/jeongseon-2024");
    auto pack = runs::pack_print(plan);
    return ServedPlan{std::make_shared<const plan::Plan>(std::move(plan)), std::move(pack), std::nullopt};
  }();
  return served;
}

RunningServer::RunningServer(const Limits& limits, ApiSettings settings, const std::string& token) {
  auto name = (std::filesystem::temp_directory_path() / "jobcast-server-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  folder_ = name;
  settings.store = store();
  settings.usual_draws = 64;
  api_ = std::make_unique<Api>(words_, std::vector{jeongseon()}, settings);
  server_ = std::make_unique<Server>(
      Place{.address = "127.0.0.1", .port = 0, .token = token}, limits, words_,
      [this](const Question& question, const std::shared_ptr<Reply>& reply) { api_->answer(question, reply); });
  thread_ = std::thread([this] { server_->run([] { return false; }); });
}

RunningServer::~RunningServer() {
  server_->stop();
  thread_.join();
  api_->close();
  server_.reset();
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

}  // namespace jobcast::app::server::testing
