#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/serializer.hpp>
#include <boost/beast/http/string_body.hpp>
#include <deque>
#include <memory>
#include <optional>

#include "app/server/server.hpp"

namespace jobcast::app::server {

/// What the sessions of a server share.
struct House {
  Gate gate;
  Limits limits;
  const Words& words;
  Handler handler;
};

/// A connection: reads a request, has it answered, and so on. Lives as long as something is under way for it. All of it
/// runs on the server's own thread; replies come in from others.
class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(boost::asio::ip::tcp::socket socket, const House& house, std::string name);

  void start();
  /// Ends the connection whatever is under way.
  void close();

 private:
  class PendingReply;
  using Error = boost::system::error_code;
  using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;
  using EventsHead = boost::beast::http::response<boost::beast::http::empty_body>;

  void wait_for_request();
  void read_header();
  void on_header(Error error);
  void read_body();
  void on_body(Error error);
  void hand_over();
  /// Notices a client that leaves while it waits.
  void watch();
  void stop_watching();
  void refuse(const Answer& answer);
  void refuse_unread(Error error);
  void write(const Answer& answer);
  void on_written(bool keep);
  void drain();
  void start_events();
  void push_event(std::string text);
  void finish_events();
  void write_next_event();
  /// Gives a stage so much time; then what it waits for is called off.
  void allow(std::chrono::milliseconds time);
  void stage_done();
  [[nodiscard]] Head head() const;

  boost::beast::tcp_stream stream_;
  boost::asio::steady_timer timer_;
  boost::beast::flat_buffer buffer_;
  const House& house_;
  std::string name_;
  std::optional<Parser> parser_;
  std::optional<Question> question_;
  bool timed_out_ = false;
  bool closed_ = false;
  bool keep_alive_ = false;
  bool head_only_ = false;
  std::size_t drained_ = 0;
  std::shared_ptr<Session> keeper_;  ///< itself, while a reply is awaited or written

  std::shared_ptr<EventsHead> events_head_;
  std::deque<std::string> events_;
  bool writing_event_ = false;
  bool events_end_ = false;
};

}  // namespace jobcast::app::server
