#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jobcast::app::server {

/// A request's target in its parts, decoded.
struct Target {
  std::vector<std::string> path;
  std::map<std::string, std::string> query;
};

/// Reads "/a/b?c=d". Nothing for what does not begin with a slash, for escapes that are none, for parts that are ".",
/// "..", empty, or hold a slash, a backslash or a control character, for bytes that are not UTF-8, and for a query that
/// says a thing twice.
std::optional<Target> parse_target(std::string_view text);

}  // namespace jobcast::app::server
