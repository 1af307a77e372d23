#include "app/server/session.hpp"

#include <atomic>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/bind_handler.hpp>
#include <boost/beast/http/chunk_encode.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>
#include <charconv>

#include "app/server/target.hpp"

namespace jobcast::app::server {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;

template <class Message>
void set_common_headers(Message& message) {
  // What a page of this server may do: show its own files and ask this server, nothing else.
  message.set("Content-Security-Policy",
              "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
              "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
  message.set("X-Content-Type-Options", "nosniff");
  message.set(http::field::x_frame_options, "DENY");
  message.set("Referrer-Policy", "no-referrer");
  message.set("Cross-Origin-Opener-Policy", "same-origin");
  message.set("Cross-Origin-Resource-Policy", "same-origin");
  message.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
}

std::optional<std::uint64_t> number_of(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::string event_text(const std::string& name, const std::string& data) {
  std::string text = "event: " + name + "\ndata: ";
  for (const char letter : data) text += letter == '\n' ? std::string("\ndata: ") : std::string(1, letter);
  return text + "\n\n";
}

}  // namespace

/// A reply to the request that the session has in hand. Its session waits for it; it may come from any thread.
class Session::PendingReply : public Reply {
 public:
  explicit PendingReply(const std::shared_ptr<Session>& session)
      : session_(session), executor_(session->stream_.get_executor()) {}
  /// A handler that lost its reply, by whatever fault, must not leave the client waiting.
  ~PendingReply() override {
    if (begun_) return;
    post([](Session& session) { session.close(); });
  }

  void send(Answer answer) override {
    begun_ = true;
    post([answer = std::move(answer)](Session& session) { session.write(answer); });
  }
  void start_events() override {
    begun_ = true;
    post([](Session& session) { session.start_events(); });
  }
  void event(std::string name, std::string data) override {
    post([text = event_text(name, data)](Session& session) mutable { session.push_event(std::move(text)); });
  }
  void finish() override {
    post([](Session& session) { session.finish_events(); });
  }
  [[nodiscard]] bool listening() const override { return !session_.expired(); }

 private:
  template <class Work>
  void post(Work work) {
    asio::post(executor_, [weak = session_, work = std::move(work)]() mutable {
      if (const auto session = weak.lock()) work(*session);
    });
  }

  std::weak_ptr<Session> session_;
  asio::any_io_executor executor_;
  std::atomic<bool> begun_ = false;
};

Session::Session(asio::ip::tcp::socket socket, const House& house, std::string name)
    : stream_(std::move(socket)), timer_(stream_.get_executor()), house_(house), name_(std::move(name)) {}

void Session::start() { wait_for_request(); }

void Session::close() {
  if (closed_) return;
  closed_ = true;
  timer_.cancel();
  Error ignored;
  stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_both, ignored);
  stream_.socket().close(ignored);
  keeper_.reset();
}

void Session::allow(std::chrono::milliseconds time) {
  timed_out_ = false;
  timer_.expires_after(time);
  timer_.async_wait([self = shared_from_this()](Error error) {
    if (error || self->closed_) return;
    self->timed_out_ = true;
    self->stream_.cancel();
  });
}

void Session::stage_done() { timer_.cancel(); }

void Session::wait_for_request() {
  parser_.reset();
  question_.reset();
  if (buffer_.size() > 0) return read_header();
  allow(house_.limits.idle);
  constexpr std::size_t first_bytes = 4096;
  stream_.async_read_some(buffer_.prepare(first_bytes), [self = shared_from_this()](Error error, std::size_t bytes) {
    self->stage_done();
    if (error) return self->close();
    self->buffer_.commit(bytes);
    self->read_header();
  });
}

void Session::read_header() {
  parser_.emplace();
  parser_->header_limit(static_cast<std::uint32_t>(house_.limits.header_bytes));
  parser_->body_limit(house_.limits.body_bytes);
  allow(house_.limits.header);
  http::async_read_header(stream_, buffer_, *parser_, [self = shared_from_this()](Error error, std::size_t) {
    self->stage_done();
    self->on_header(error);
  });
}

void Session::refuse_unread(Error error) {
  const auto refused = [&](int status, const char* code, const char* message) {
    refuse(problem({status, code, {message, {}}}, house_.words));
  };
  if (timed_out_) return refused(408, "too_slow", "serve.too_slow");
  if (error == http::error::header_limit) return refused(431, "header_too_large", "serve.header_too_large");
  if (error == http::error::body_limit) return refused(413, "body_too_large", "serve.body_too_large");
  if (error.category() == http::make_error_code(http::error::bad_method).category() &&
      error != http::error::end_of_stream && error != http::error::partial_message) {
    return refused(400, "not_http", "serve.not_http");
  }
  close();
}

Head Session::head() const {
  const auto& message = parser_->get();
  const auto text = [&](auto name) -> std::optional<std::string> {
    const auto found = message.find(name);
    if (found == message.end()) return std::nullopt;
    return std::string(found->value());
  };
  const std::string target(message.target());
  auto parsed = parse_target(target);
  return {.method = std::string(message.method_string()),
          .path = target.substr(0, target.find('?')),
          .query_token = parsed ? parsed->query["token"] : std::string(),
          .host = message.count(http::field::host) == 1 ? text(http::field::host) : std::nullopt,
          .origin = text(http::field::origin),
          .fetch_site = text("Sec-Fetch-Site"),
          .content_type = text(http::field::content_type),
          .authorization = text(http::field::authorization),
          .cookie = text(http::field::cookie)};
}

void Session::on_header(Error error) {
  if (error) return refuse_unread(error);
  const auto& message = parser_->get();
  const auto method = message.method();
  head_only_ = method == http::verb::head;
  keep_alive_ = message.keep_alive();
  if (auto stopped = house_.gate.stop(head(), house_.words)) return refuse(*stopped);
  const bool known = head_only_ || method == http::verb::get || method == http::verb::post ||
                     method == http::verb::put || method == http::verb::delete_;
  if (!known) {
    auto answer = problem({405, "unknown_method", {"serve.unknown_method", {}}}, house_.words);
    answer.headers.emplace_back("Allow", "GET, HEAD, POST, PUT, DELETE");
    return refuse(answer);
  }
  if (!parse_target(std::string_view(message.target().data(), message.target().size()))) {
    return refuse(problem({400, "bad_target", {"serve.bad_target", {}}}, house_.words));
  }
  read_body();
}

void Session::read_body() {
  allow(house_.limits.body);
  http::async_read(stream_, buffer_, *parser_, [self = shared_from_this()](Error error, std::size_t) {
    self->stage_done();
    self->on_body(error);
  });
}

void Session::on_body(Error error) {
  if (error) return refuse_unread(error);
  hand_over();
}

void Session::hand_over() {
  auto& message = parser_->get();
  const auto field = [&](auto name) { return std::string(message[name]); };
  auto target = parse_target(std::string_view(message.target().data(), message.target().size())).value();
  Question question{
      .method = head_only_ ? "GET" : std::string(message.method_string()),
      .path = std::move(target.path),
      .query = std::move(target.query),
      .body = std::move(message.body()),
      .client = field("X-Jobcast-Client"),
      .sequence = number_of(field("X-Jobcast-Sequence")),
      .expected = {},
      .wants_events = !head_only_ && field(http::field::accept).find("text/event-stream") != std::string::npos};
  auto match = field(http::field::if_match);
  if (match.size() > 2 && match.front() == '"' && match.back() == '"') match = match.substr(1, match.size() - 2);
  question.expected = number_of(match);
  constexpr std::size_t longest_name = 64;
  if (question.client.empty() || question.client.size() > longest_name) question.client = name_;
  keeper_ = shared_from_this();
  watch();
  house_.handler(std::move(question), std::make_shared<PendingReply>(keeper_));
}

void Session::watch() {
  stream_.socket().async_wait(asio::ip::tcp::socket::wait_read, [weak = weak_from_this()](Error error) {
    const auto self = weak.lock();
    if (error || !self || self->closed_) return;
    // Something to read and nothing in it: the client has gone. Else it is the next request, which can wait.
    Error trouble;
    if (self->stream_.socket().available(trouble) == 0) self->close();
  });
}

void Session::stop_watching() {
  Error ignored;
  stream_.socket().cancel(ignored);
}

void Session::refuse(const Answer& answer) {
  // What of the request was not read may be anything: the connection ends.
  keep_alive_ = false;
  write(answer);
}

void Session::write(const Answer& answer) {
  if (closed_) return;
  keeper_ = shared_from_this();
  stop_watching();
  auto response = std::make_shared<http::response<http::string_body>>();
  response->version(11);
  response->result(static_cast<unsigned>(answer.status));
  set_common_headers(*response);
  response->set(http::field::content_type, answer.type.starts_with("text/") || answer.type == "application/json"
                                               ? answer.type + "; charset=utf-8"
                                               : answer.type);
  response->set(http::field::cache_control, "no-store");
  for (const auto& [name, value] : answer.headers) response->set(name, value);
  response->keep_alive(keep_alive_);
  response->body() = answer.body;
  response->prepare_payload();
  if (head_only_) response->body().clear();
  stream_.expires_after(house_.limits.writing);
  const auto done = [self = keeper_, response](Error error, std::size_t) {
    self->stream_.expires_never();
    self->on_written(!error && self->keep_alive_);
  };
  if (!head_only_) return http::async_write(stream_, *response, done);
  auto serializer = std::make_shared<http::response_serializer<http::string_body>>(*response);
  http::async_write_header(stream_, *serializer,
                           [done, serializer](Error error, std::size_t bytes) { done(error, bytes); });
}

void Session::on_written(bool keep) {
  if (keep && !closed_) {
    keeper_.reset();
    return wait_for_request();
  }
  if (closed_) return;
  // Closing while the client still sends would take our answer from it: say that all is said, and read what comes.
  Error ignored;
  stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
  drain();
}

void Session::drain() {
  if (closed_) return;
  constexpr std::size_t at_a_time = 4096;
  constexpr std::size_t most = 1024 * 1024;
  buffer_.consume(buffer_.size());
  stream_.expires_after(std::chrono::seconds(2));
  stream_.async_read_some(buffer_.prepare(at_a_time), [self = shared_from_this()](Error error, std::size_t bytes) {
    self->drained_ += bytes;
    if (error || self->drained_ > most) return self->close();
    self->drain();
  });
}

void Session::start_events() {
  if (closed_) return;
  keep_alive_ = false;
  events_head_ = std::make_shared<EventsHead>(http::status::ok, 11);
  set_common_headers(*events_head_);
  events_head_->set(http::field::content_type, "text/event-stream; charset=utf-8");
  events_head_->set(http::field::cache_control, "no-store");
  events_head_->keep_alive(false);
  events_head_->chunked(true);
  auto serializer = std::make_shared<http::response_serializer<http::empty_body>>(*events_head_);
  writing_event_ = true;
  stream_.expires_after(house_.limits.writing);
  http::async_write_header(stream_, *serializer, [self = shared_from_this(), serializer](Error error, std::size_t) {
    self->writing_event_ = false;
    if (error) return self->close();
    self->write_next_event();
  });
}

void Session::push_event(std::string text) {
  if (closed_ || events_.size() >= house_.limits.unread_events) return;
  events_.push_back(std::move(text));
  if (!writing_event_) write_next_event();
}

void Session::finish_events() {
  if (closed_) return;
  events_end_ = true;
  if (!writing_event_) write_next_event();
}

void Session::write_next_event() {
  if (closed_) return;
  stream_.expires_never();
  if (events_.empty() && !events_end_) return;
  const bool last = events_.empty();
  writing_event_ = true;
  stream_.expires_after(house_.limits.writing);
  const auto done = [self = shared_from_this(), last](Error error, std::size_t) {
    self->writing_event_ = false;
    if (!last && !self->events_.empty()) self->events_.pop_front();
    if (error) return self->close();
    if (last) return self->on_written(false);
    self->write_next_event();
  };
  if (last) return asio::async_write(stream_, http::make_chunk_last(), done);
  // The queue keeps the text where it is until it has been written.
  asio::async_write(stream_, http::make_chunk(asio::buffer(events_.front())), done);
}

}  // namespace jobcast::app::server
