#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/messages/embedded_file.hpp"
#include "engine/input/diagnostic.hpp"

namespace jobcast::app {

enum class Language { korean, english };

/// Every sentence of the program in one language. The sentences stand in app/messages/*.toml, a table per id:
///     [csv.bad_number]
///     en = "found \"{0}\" where a number was expected"
///     ko = "숫자가 와야 할 자리에 \"{0}\"이(가) 있습니다"
/// {0}, {1}, … take the arguments. In Korean a particle written with both forms, as 이(가), takes the one that fits the
/// word before it.
class Catalogue {
 public:
  /// The catalogue that was embedded when the program was built.
  explicit Catalogue(Language language) : Catalogue(language, message_files()) {}
  /// Throws std::runtime_error for a file that is not TOML, an id given twice and an id without one of the languages.
  Catalogue(Language language, const std::vector<EmbeddedFile>& files);

  [[nodiscard]] Language language() const { return language_; }
  [[nodiscard]] bool korean() const { return language_ == Language::korean; }

  /// The sentence with its arguments in place. An id that the catalogue lacks comes back as it is, with the arguments,
  /// so that a fault is never hidden by a missing sentence (the tests see to it that there is none).
  [[nodiscard]] std::string text(const input::Message& message) const;
  template <class... Words>
  [[nodiscard]] std::string text(std::string_view id, const Words&... words) const {
    return text(input::Message{std::string(id), {std::string(words)...}});
  }

  [[nodiscard]] bool contains(std::string_view id) const { return sentences_.contains(std::string(id)); }
  [[nodiscard]] std::vector<std::string> ids() const;
  /// The sentence as it stands in the file, without its arguments. Precondition: the catalogue has it.
  [[nodiscard]] const std::string& sentence(std::string_view id) const { return sentences_.at(std::string(id)); }

 private:
  Language language_;
  std::map<std::string, std::string> sentences_;
};

/// Korean for a locale name that starts with "ko", English otherwise.
Language language_of_locale(std::string_view locale);

}  // namespace jobcast::app
