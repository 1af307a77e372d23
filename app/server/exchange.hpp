#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace jobcast::app::server {

/// A request that was read whole and let in, free of HTTP's wire format.
struct Question {
  std::string method;                        ///< "GET" (also for HEAD), "POST", "PUT", "DELETE"
  std::vector<std::string> path;             ///< decoded, without empty parts: {"api", "v1", "plans"}
  std::map<std::string, std::string> query;  ///< decoded
  std::string body;
  std::string client;                     ///< X-Jobcast-Client, else the connection's own name
  std::optional<std::uint64_t> sequence;  ///< X-Jobcast-Sequence: overtakes lower ones of the client that still wait
  std::optional<std::uint64_t> expected;  ///< If-Match: the version that the client changes
  bool wants_events = false;              ///< Accept: text/event-stream
};

struct Answer {
  int status = 200;
  std::string type = "application/json";
  std::string body = {};
  std::vector<std::pair<std::string, std::string>> headers = {};
};

/// Where an answer goes. Exactly one of send() and start_events() is called, from any thread; calls after the client
/// has gone do nothing.
class Reply {
 public:
  Reply() = default;
  Reply(const Reply&) = delete;
  Reply& operator=(const Reply&) = delete;
  virtual ~Reply() = default;

  virtual void send(Answer answer) = 0;
  /// Begins a stream of server-sent events, which finish() ends.
  virtual void start_events() = 0;
  virtual void event(std::string name, std::string data) = 0;
  virtual void finish() = 0;
  /// Whether somebody still listens, as far as is known.
  [[nodiscard]] virtual bool listening() const = 0;
};

}  // namespace jobcast::app::server
