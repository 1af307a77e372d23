#include "app/server/gate.hpp"

#include <fmt/format.h>
#include <boost/asio/ip/address.hpp>
#include <random>

namespace jobcast::app::server {
namespace {

constexpr std::string_view cookie_name = "jobcast_session";

/// The name in "name:port", and whether the port is this one.
std::optional<std::string> name_of(const std::string& host, std::uint16_t port) {
  const auto ending = ":" + std::to_string(port);
  if (host.ends_with(ending)) return host.substr(0, host.size() - ending.size());
  constexpr std::uint16_t usual = 80;  // which browsers leave out
  if (port == usual && host.find(':') == std::string::npos) return host;
  return std::nullopt;
}

std::optional<boost::asio::ip::address> address_of(std::string name) {
  if (name.size() > 2 && name.front() == '[' && name.back() == ']') name = name.substr(1, name.size() - 2);
  boost::system::error_code error;
  const auto address = boost::asio::ip::make_address(name, error);
  return error ? std::nullopt : std::optional(address);
}

bool is_change(const std::string& method) { return method != "GET" && method != "HEAD"; }

bool is_json(const std::string& type) {
  constexpr std::string_view json = "application/json";
  return type.starts_with(json) && (type.size() == json.size() || type[json.size()] == ';');
}

std::string cookie_value(const std::string& cookies) {
  const auto start = cookies.find(fmt::format("{}=", cookie_name));
  if (start == std::string::npos || (start > 0 && cookies[start - 1] != ' ' && cookies[start - 1] != ';')) return {};
  const auto value = start + cookie_name.size() + 1;
  return cookies.substr(value, cookies.find(';', value) - value);
}

Answer refuse(int status, const char* code, const char* message, const Words& words) {
  return problem({status, code, {message, {}}}, words);
}

}  // namespace

bool equal_in_constant_time(std::string_view one, std::string_view other) {
  if (one.size() != other.size()) return false;
  volatile unsigned char difference = 0;
  for (std::size_t index = 0; index < one.size(); ++index) {
    difference = static_cast<unsigned char>(difference | (one[index] ^ other[index]));
  }
  return difference == 0;
}

std::string new_secret() {
  std::random_device device;  // the system's own source of secrets on Linux
  constexpr std::string_view digits = "0123456789abcdef";
  std::string secret;
  for (int index = 0; index < 64; ++index) secret += digits[device() % digits.size()];
  return secret;
}

Gate::Gate(Place place, std::string session) : place_(std::move(place)), session_(std::move(session)) {}

bool Gate::is_own_host(const std::string& host) const {
  const auto name = name_of(host, place_.port);
  if (!name) return false;
  if (*name == "localhost") return true;
  // A name that somebody else owns can be made to lead here; an address cannot.
  const auto asked = address_of(*name);
  const auto own = address_of(place_.address);
  if (!asked || !own) return false;
  return asked->is_loopback() || own->is_unspecified() || *asked == *own;
}

bool Gate::has_token(const Head& head) const {
  constexpr std::string_view bearer = "Bearer ";
  if (head.authorization && head.authorization->starts_with(bearer)) {
    return equal_in_constant_time(std::string_view(*head.authorization).substr(bearer.size()), place_.token);
  }
  return head.cookie && equal_in_constant_time(cookie_value(*head.cookie), session_);
}

std::optional<Answer> Gate::stop(const Head& head, const Words& words) const {
  if (!head.host || !is_own_host(*head.host)) return refuse(421, "wrong_host", "serve.wrong_host", words);
  const bool foreign_origin = head.origin && *head.origin != "http://" + *head.host;
  const bool foreign_site = head.fetch_site && *head.fetch_site != "same-origin" && *head.fetch_site != "none";
  const bool of_api = head.path.starts_with("/api/");
  if (foreign_origin || (foreign_site && (of_api || is_change(head.method)))) {
    return refuse(403, "wrong_origin", "serve.wrong_origin", words);
  }
  if (!place_.token.empty() && !has_token(head)) {
    if (head.path == "/" && equal_in_constant_time(head.query_token, place_.token)) {
      return Answer{
          .status = 303,
          .type = "text/plain",
          .headers = {{"Location", "/"},
                      {"Set-Cookie", fmt::format("{}={}; HttpOnly; SameSite=Strict; Path=/", cookie_name, session_)}}};
    }
    auto answer = refuse(401, "no_token", "serve.no_token", words);
    answer.headers.emplace_back("WWW-Authenticate", "Bearer");
    return answer;
  }
  // A form of another site cannot send this type without asking first, and is not answered when it asks.
  if ((head.method == "POST" || head.method == "PUT") && !(head.content_type && is_json(*head.content_type))) {
    return refuse(415, "not_json", "serve.not_json", words);
  }
  return std::nullopt;
}

}  // namespace jobcast::app::server
