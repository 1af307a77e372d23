#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <thread>

#include "app/server/api.hpp"
#include "app/server/server.hpp"

namespace jobcast::app::server::testing {

/// The repository's plan, read once.
const ServedPlan& jeongseon();

/// A server with its API on a free port, until the end of its life.
class RunningServer {
 public:
  explicit RunningServer(const Limits& limits = {}, ApiSettings settings = {}, const std::string& token = {});
  ~RunningServer();
  RunningServer(const RunningServer&) = delete;
  RunningServer& operator=(const RunningServer&) = delete;

  [[nodiscard]] std::uint16_t port() const { return server_->port(); }
  [[nodiscard]] std::string store() const { return (folder_ / "runs.sqlite").string(); }

 private:
  std::filesystem::path folder_;
  Words words_;
  std::unique_ptr<Api> api_;
  std::unique_ptr<Server> server_;
  std::thread thread_;
};

}  // namespace jobcast::app::server::testing
