#include "app/messages/catalogue.hpp"

#include <toml++/toml.h>
#include <stdexcept>

#include "app/messages/particle.hpp"

namespace jobcast::app {
namespace {

class Reader {
 public:
  Reader(Language language, std::map<std::string, std::string>& sentences)
      : language_(language), sentences_(sentences) {}

  void read(const EmbeddedFile& file) {
    try {
      read(toml::parse(file.contents, file.path), {});
    } catch (const toml::parse_error& error) {
      throw std::runtime_error(std::string(file.path) + ":" + std::to_string(error.source().begin.line) + ": " +
                               std::string(error.description()));
    }
  }

 private:
  void read(const toml::table& table, const std::string& id) {
    if (table.contains("en") || table.contains("ko")) return add(table, id);
    for (const auto& [key, node] : table) {
      if (const auto* inner = node.as_table())
        read(*inner, id.empty() ? std::string(key) : id + "." + std::string(key));
    }
  }

  void add(const toml::table& table, const std::string& id) {
    const auto english = table["en"].value<std::string>();
    const auto korean = table["ko"].value<std::string>();
    if (!english || !korean) throw std::runtime_error("message " + id + " lacks a language");
    const auto& sentence = language_ == Language::korean ? *korean : *english;
    if (!sentences_.emplace(id, sentence).second) throw std::runtime_error("message " + id + " is given twice");
  }

  Language language_;
  std::map<std::string, std::string>& sentences_;
};

/// The index in "{12}" at `position` of the sentence, and where the text goes on; npos when it is no placeholder.
std::pair<std::size_t, std::size_t> placeholder_at(std::string_view sentence, std::size_t position) {
  constexpr auto none = std::string_view::npos;
  std::size_t index = 0;
  std::size_t end = position + 1;
  while (end < sentence.size() && sentence[end] >= '0' && sentence[end] <= '9') {
    index = index * 10 + static_cast<std::size_t>(sentence[end++] - '0');
  }
  const bool whole = end > position + 1 && end < sentence.size() && sentence[end] == '}';
  return whole ? std::pair{index, end + 1} : std::pair{none, none};
}

std::string fill_in(std::string_view sentence, const std::vector<std::string>& arguments, bool korean) {
  std::string text;
  for (std::size_t position = 0; position < sentence.size();) {
    const auto [index, next] = sentence[position] == '{' ? placeholder_at(sentence, position)
                                                         : std::pair{std::string_view::npos, std::string_view::npos};
    if (index < arguments.size()) {
      text += arguments[index];
      position = next;
      if (korean) position += append_particle(sentence.substr(position), arguments[index], text);
    } else {
      text += sentence[position++];
    }
  }
  return text;
}

}  // namespace

Catalogue::Catalogue(Language language, const std::vector<EmbeddedFile>& files) : language_(language) {
  Reader reader(language, sentences_);
  for (const auto& file : files) reader.read(file);
}

std::string Catalogue::text(const input::Message& message) const {
  const auto sentence = sentences_.find(message.id);
  if (sentence != sentences_.end()) return fill_in(sentence->second, message.arguments, korean());
  std::string text = message.id;
  for (const auto& argument : message.arguments) text += " \"" + argument + "\"";
  return text;
}

std::vector<std::string> Catalogue::ids() const {
  std::vector<std::string> ids;
  ids.reserve(sentences_.size());
  for (const auto& [id, sentence] : sentences_) ids.push_back(id);
  return ids;
}

Language language_of_locale(std::string_view locale) {
  return locale.starts_with("ko") ? Language::korean : Language::english;
}

}  // namespace jobcast::app
