#include <algorithm>
#include <array>

#include "app/server/api.hpp"

namespace jobcast::app::server {
namespace {

struct Type {
  std::string_view ending;
  std::string_view type;
};
constexpr std::array types{Type{".html", "text/html"},
                           Type{".js", "text/javascript"},
                           Type{".css", "text/css"},
                           Type{".svg", "image/svg+xml"},
                           Type{".json", "application/json"},
                           Type{".txt", "text/plain"},
                           Type{".webmanifest", "application/manifest+json"}};

std::string type_of(std::string_view path) {
  const auto found =
      std::find_if(types.begin(), types.end(), [&](const Type& type) { return path.ends_with(type.ending); });
  return std::string(found == types.end() ? "application/octet-stream" : found->type);
}

std::string without_page(const Words& words) {
  std::string text = "<!doctype html>\n<html lang=\"ko\">\n<meta charset=\"utf-8\">\n<title>jobcast</title>\n";
  for (const auto* catalogue : {&words.korean, &words.english}) {
    text += "<p lang=\"" + std::string(catalogue->korean() ? "ko" : "en") + "\">" + catalogue->text("serve.no_page") +
            "</p>\n";
  }
  return text + "<p><a href=\"/api/v1/openapi.json\">/api/v1/openapi.json</a></p>\n";
}

}  // namespace

void Api::messages(const Question& question, const Replied& reply) {
  const auto& words = words_.in(question);
  nlohmann::ordered_json messages = nlohmann::ordered_json::object();
  for (const auto& id : words.ids()) messages[id] = words.sentence(id);
  reply->send(json_answer({{"lang", words.korean() ? "ko" : "en"}, {"messages", std::move(messages)}}));
}

void Api::description(const Question&, const Replied& reply) { reply->send({.body = description_}); }

void Api::asset(const Question& question, const Replied& reply) {
  std::string name;
  for (const auto& part : question.path) name += (name.empty() ? "" : "/") + part;
  if (name.empty()) name = "index.html";
  // A name of the table, or none: nothing of the request is ever a path.
  const auto file =
      std::find_if(page_.begin(), page_.end(), [&](const EmbeddedFile& each) { return each.path == name; });
  if (file != page_.end()) {
    Answer answer{.type = type_of(name), .body = std::string(file->contents)};
    // Their names change with their contents.
    if (name.starts_with("assets/"))
      answer.headers.emplace_back("Cache-Control", "public, max-age=31536000, immutable");
    return reply->send(std::move(answer));
  }
  if (page_.empty() && name == "index.html") return reply->send({.type = "text/html", .body = without_page(words_)});
  throw Refused(404, "no_such_place", {"serve.no_such_place", {}});
}

}  // namespace jobcast::app::server
