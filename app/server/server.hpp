#pragma once

#include <chrono>
#include <functional>
#include <memory>

#include "app/server/exchange.hpp"
#include "app/server/gate.hpp"

namespace jobcast::app::server {

/// What a server takes from anyone before it says no.
struct Limits {
  std::size_t connections = 256;  ///< at a time; one more is told to come again
  std::size_t header_bytes = 16 * 1024;
  std::size_t body_bytes = 256 * 1024;
  std::size_t unread_events = 256;         ///< of a stream whose client does not read
  std::chrono::milliseconds idle{60'000};  ///< between two requests of a connection
  std::chrono::milliseconds header{10'000};
  std::chrono::milliseconds body{20'000};
  std::chrono::milliseconds writing{30'000};
};

/// Answers a question, now or later, on whatever thread.
using Handler = std::function<void(Question, std::shared_ptr<Reply>)>;

/// An HTTP/1.1 server on one address: reads requests within the limits, lets in whom the gate lets in, and gives what
/// they ask to the handler. All of its reading and writing is done by the thread that calls run().
class Server {
 public:
  /// Listens at once. Throws WorkFailed where the address or the port cannot be had.
  Server(const Place& place, const Limits& limits, const Words& words, Handler handler);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  [[nodiscard]] std::uint16_t port() const;
  /// Serves until `stopped` says so, which is asked some ten times a second, or stop() is called.
  void run(const std::function<bool()>& stopped);
  /// From any thread.
  void stop();

 private:
  class Listener;
  std::shared_ptr<Listener> listener_;
};

}  // namespace jobcast::app::server
