#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "app/server/problem.hpp"

namespace jobcast::app::server {

/// Where a server listens, and what it asks of who comes.
struct Place {
  std::string address = "127.0.0.1";
  std::uint16_t port = 0;  ///< 0: one that is free
  std::string token = {};  ///< empty: none is asked for
};

/// What the gate looks at.
struct Head {
  std::string method;
  std::string path;  ///< of the target, without its query
  std::string query_token;
  std::optional<std::string> host, origin, fetch_site, content_type, authorization, cookie;
};

/// Lets in whom a server is for. A page of another site can make a browser send requests here (CSRF), and can give its
/// own name this machine's address (DNS rebinding); neither can set Host, Origin, Content-Type or a cookie freely.
class Gate {
 public:
  /// `session`: a secret of this run, which a browser gets for the token.
  Gate(Place place, std::string session);

  /// Nothing: come in. Else the refusal; for a token in the address of the page, the way in without it.
  [[nodiscard]] std::optional<Answer> stop(const Head& head, const Words& words) const;

 private:
  [[nodiscard]] bool is_own_host(const std::string& host) const;
  [[nodiscard]] bool has_token(const Head& head) const;

  Place place_;
  std::string session_;
};

/// Takes as long whatever the texts hold; only their lengths can be told from it.
bool equal_in_constant_time(std::string_view one, std::string_view other);
/// 64 hexadecimal digits that nobody can foresee.
std::string new_secret();

}  // namespace jobcast::app::server
