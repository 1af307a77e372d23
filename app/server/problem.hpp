#pragma once

#include <exception>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>

#include "app/messages/catalogue.hpp"
#include "app/server/exchange.hpp"

namespace jobcast::app::server {

/// The catalogue in both languages: a page shows either without asking again.
struct Words {
  Catalogue korean{Language::korean};
  Catalogue english{Language::english};

  [[nodiscard]] const Catalogue& in(const Question& question) const;
  [[nodiscard]] nlohmann::ordered_json both(const input::Message& message) const;
};

/// A request that cannot be answered: status, a word for programs, a sentence for people.
class Refused : public std::exception {
 public:
  Refused(int status, std::string code, input::Message message)
      : status_(status), code_(std::move(code)), message_(std::move(message)) {}

  [[nodiscard]] int status() const { return status_; }
  [[nodiscard]] const std::string& code() const { return code_; }
  [[nodiscard]] const input::Message& message() const { return message_; }
  [[nodiscard]] const char* what() const noexcept override { return code_.c_str(); }

 private:
  int status_;
  std::string code_;
  input::Message message_;
};

/// {"error": {"code", "message": {"ko", "en"}, "faults": [{"line", "column", "found", "expected", "mend"}]}}.
Answer problem(const Refused& refused, const Words& words);
/// The answer that `work` makes, or the one that says what it threw.
Answer answer_of(const Words& words, const std::function<Answer()>& work);

/// JSON with the command line's numbers and keys, without its blanks.
Answer json_answer(const nlohmann::ordered_json& document, int status = 200);

}  // namespace jobcast::app::server
