#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

namespace jobcast::testing {

struct HttpAnswer {
  int status = 0;                              ///< 0: the connection ended without an answer
  std::map<std::string, std::string> headers;  ///< names in small letters
  std::string body;
};

/// A connection to a server of this machine that sends any bytes, right or wrong.
class HttpConnection {
 public:
  explicit HttpConnection(std::uint16_t port) : descriptor_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    const timeval patience{120, 0};
    setsockopt(descriptor_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    setsockopt(descriptor_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(descriptor_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
      close(descriptor_);
      throw std::runtime_error("nobody listens at port " + std::to_string(port));
    }
  }
  ~HttpConnection() { close(descriptor_); }
  HttpConnection(const HttpConnection&) = delete;
  HttpConnection& operator=(const HttpConnection&) = delete;

  /// Whether all of it was taken.
  bool send(std::string_view text) {
    while (!text.empty()) {
      const auto sent = ::send(descriptor_, text.data(), text.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      text.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }
  /// Says that nothing more will come.
  void end() { shutdown(descriptor_, SHUT_WR); }

  /// One answer; `without_body`: to HEAD.
  HttpAnswer receive(bool without_body = false) {
    HttpAnswer answer;
    while (unread_.find("\r\n\r\n") == std::string::npos) {
      if (!read_more()) return answer;
    }
    const auto end = unread_.find("\r\n\r\n");
    read_header(unread_.substr(0, end), answer);
    unread_.erase(0, end + 4);
    if (without_body) return answer;
    if (answer.headers["transfer-encoding"] == "chunked") {
      read_chunks(answer);
    } else if (const auto length = answer.headers.find("content-length"); length != answer.headers.end()) {
      const auto size = static_cast<std::size_t>(std::stoul(length->second));
      while (unread_.size() < size && read_more()) {
      }
      answer.body = unread_.substr(0, size);
      unread_.erase(0, size);
    }
    return answer;
  }
  /// Everything until the server ends the connection.
  std::string receive_all() {
    while (read_more()) {
    }
    return std::exchange(unread_, {});
  }

 private:
  bool read_more() {
    char bytes[16384];
    const auto count = recv(descriptor_, bytes, sizeof bytes, 0);
    if (count <= 0) return false;
    unread_.append(bytes, static_cast<std::size_t>(count));
    return true;
  }

  static void read_header(const std::string& header, HttpAnswer& answer) {
    if (header.size() > 12) answer.status = std::stoi(header.substr(9, 3));
    for (auto start = header.find("\r\n"); start != std::string::npos; start = header.find("\r\n", start + 2)) {
      const auto line = header.substr(start + 2, header.find("\r\n", start + 2) - start - 2);
      const auto colon = line.find(": ");
      auto name = line.substr(0, colon);
      std::transform(name.begin(), name.end(), name.begin(), [](unsigned char letter) { return std::tolower(letter); });
      answer.headers[name] = line.substr(colon + 2);
    }
  }

  void read_chunks(HttpAnswer& answer) {
    for (;;) {
      while (unread_.find("\r\n") == std::string::npos) {
        if (!read_more()) return;
      }
      const auto size = static_cast<std::size_t>(std::stoul(unread_, nullptr, 16));
      unread_.erase(0, unread_.find("\r\n") + 2);
      while (unread_.size() < size + 2 && read_more()) {
      }
      answer.body += unread_.substr(0, size);
      unread_.erase(0, size + 2);
      if (size == 0) return;
    }
  }

  int descriptor_;
  std::string unread_;
};

/// A request as a browser's page of this server sends it; further headers each end in CRLF.
inline std::string http_request(std::uint16_t port, const std::string& method, const std::string& target,
                                const std::string& body = {}, const std::string& headers = {}) {
  auto text = method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) + "\r\n" + headers;
  if (method == "POST" || method == "PUT") {
    text += "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n";
  }
  return text + "\r\n" + body;
}

inline HttpAnswer ask(std::uint16_t port, const std::string& method, const std::string& target,
                      const std::string& body = {}, const std::string& headers = {}) {
  HttpConnection connection(port);
  connection.send(http_request(port, method, target, body, headers));
  return connection.receive(method == "HEAD");
}

}  // namespace jobcast::testing
