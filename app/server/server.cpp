#include "app/server/server.hpp"

#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <vector>

#include "app/command_line/usage_error.hpp"
#include "app/server/session.hpp"

namespace jobcast::app::server {

namespace asio = boost::asio;
using Tcp = asio::ip::tcp;
using Error = boost::system::error_code;

class Server::Listener : public std::enable_shared_from_this<Listener> {
 public:
  Listener(Place place, const Limits& limits, const Words& words, Handler handler)
      : acceptor_(context_), pulse_(context_), house_{Gate({}, {}), limits, words, std::move(handler)} {
    open(place);
    place.port = acceptor_.local_endpoint().port();
    house_.gate = Gate(place, new_secret());
  }

  [[nodiscard]] std::uint16_t port() const { return acceptor_.local_endpoint().port(); }

  void run(const std::function<bool()>& stopped) {
    accept();
    beat(stopped);
    context_.run();
  }

  void stop() {
    asio::post(context_, [this] { end(); });
  }

  /// After run(): nothing of a session may outlive what it refers to.
  ~Listener() { close_sessions(); }

 private:
  void open(const Place& place) {
    Error error;
    const auto address = asio::ip::make_address(place.address, error);
    if (error) throw UsageError({"serve.bad_address", {place.address}}, {"serve.expected_address", {}});
    const Tcp::endpoint endpoint(address, place.port);
    acceptor_.open(endpoint.protocol(), error);
    if (!error) acceptor_.set_option(asio::socket_base::reuse_address(true), error);
    if (!error) acceptor_.bind(endpoint, error);
    if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
    if (error) {
      throw WorkFailed({"serve.cannot_listen", {place.address, std::to_string(place.port), error.message()}}, {},
                       {"serve.mend_port", {}});
    }
  }

  void accept() {
    acceptor_.async_accept([this](Error error, Tcp::socket socket) {
      if (!acceptor_.is_open()) return;
      if (!error) take(std::move(socket));
      // Without descriptors every accept fails at once; the pulse then tries again.
      if (error) return void(waiting_ = true);
      accept();
    });
  }

  void take(Tcp::socket socket) {
    sessions_.erase(
        std::remove_if(sessions_.begin(), sessions_.end(), [](const auto& session) { return session.expired(); }),
        sessions_.end());
    Error ignored;
    socket.set_option(Tcp::no_delay(true), ignored);
    if (sessions_.size() >= house_.limits.connections) return turn_away(socket);
    const auto session = std::make_shared<Session>(std::move(socket), house_, "connection " + std::to_string(count_++));
    sessions_.push_back(session);
    session->start();
  }

  static void turn_away(Tcp::socket& socket) {
    constexpr std::string_view full =
        "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    Error ignored;
    socket.non_blocking(true, ignored);
    socket.write_some(asio::buffer(full), ignored);
    socket.shutdown(Tcp::socket::shutdown_both, ignored);
  }

  void beat(const std::function<bool()>& stopped) {
    constexpr std::chrono::milliseconds interval{100};
    if (stopped()) return end();
    pulse_.expires_after(interval);
    pulse_.async_wait([this, stopped](Error error) {
      if (error || !acceptor_.is_open()) return;
      if (std::exchange(waiting_, false)) accept();
      beat(stopped);
    });
  }

  void end() {
    Error ignored;
    acceptor_.close(ignored);
    pulse_.cancel();
    close_sessions();
    context_.stop();
  }

  void close_sessions() {
    for (const auto& weak : sessions_) {
      if (const auto session = weak.lock()) session->close();
    }
    sessions_.clear();
  }

  asio::io_context context_{1};
  Tcp::acceptor acceptor_;
  asio::steady_timer pulse_;
  House house_;
  std::vector<std::weak_ptr<Session>> sessions_;
  std::uint64_t count_ = 0;
  bool waiting_ = false;
};

Server::Server(const Place& place, const Limits& limits, const Words& words, Handler handler)
    : listener_(std::make_shared<Listener>(place, limits, words, std::move(handler))) {}
Server::~Server() = default;

std::uint16_t Server::port() const { return listener_->port(); }
void Server::run(const std::function<bool()>& stopped) { listener_->run(stopped); }
void Server::stop() { listener_->stop(); }

}  // namespace jobcast::app::server
