#include "models/discovery/failure.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "engine/input/text_position.hpp"

namespace jobcast::discovery {
namespace {

using Comparison = Failure::Comparison;

constexpr std::string_view probability_word = "probability";

bool is_letter(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
         letter == '_';
}

class Reader {
 public:
  Reader(const std::string& text, const std::string& file) : text_(text), file_(file) {}

  Failure read() {
    Failure failure{.text = text_};
    const std::size_t start = here();
    const auto name = word();
    if (name == probability_word && follows("(")) {
      failure.probability = true;
      const std::size_t inner = here();
      failure.indicator = indicator(word(), inner);
      if (!follows(")")) fault(here(), "discover.expected_bracket");
    } else {
      failure.indicator = indicator(name, start);
    }
    failure.comparison = comparison();
    failure.number = number(failure);
    if (here() < text_.size()) fault(here(), "discover.expected_end");
    return failure;
  }

 private:
  /// The next place that is no blank.
  std::size_t here() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
    return at_;
  }
  bool follows(std::string_view words) {
    if (std::string_view(text_).substr(here()).starts_with(words)) {
      at_ += words.size();
      return true;
    }
    return false;
  }
  std::string word() {
    const std::size_t from = here();
    while (at_ < text_.size() && is_letter(text_[at_])) ++at_;
    return text_.substr(from, at_ - from);
  }
  plan::Indicator::Id indicator(const std::string& name, std::size_t from) {
    const auto& names = plan::indicator_names;
    const auto place = std::find(names.begin(), names.end(), name);
    if (place != names.end()) return static_cast<plan::Indicator::Id>(place - names.begin());
    const std::vector<std::string> candidates(names.begin(), names.end());
    fault(from, "discover.expected_indicator", {input::listed(candidates)}, input::did_you_mean(name, candidates));
  }
  Comparison comparison() {
    if (follows("<=")) return Comparison::at_most;
    if (follows(">=")) return Comparison::at_least;
    if (follows("<")) return Comparison::less;
    if (follows(">")) return Comparison::greater;
    fault(here(), "discover.expected_comparison");
  }
  double number(const Failure& failure) {
    constexpr double percent = 100.0;
    const std::size_t from = here();
    double value = 0.0;
    const auto [end, error] = std::from_chars(text_.data() + from, text_.data() + text_.size(), value);
    if (error != std::errc() || !std::isfinite(value)) fault(from, "discover.expected_number");
    at_ = static_cast<std::size_t>(end - text_.data());
    if (follows("%") && failure.probability) value /= percent;
    if (failure.probability && (value < 0.0 || value > 1.0)) fault(from, "discover.expected_probability");
    return value;
  }
  [[noreturn]] void fault(std::size_t at, const char* expected, std::vector<std::string> words = {},
                          input::Message mend = {}) {
    const auto rest = text_.substr(std::min(at, text_.size()));
    const input::Message problem = rest.empty() ? input::Message{"discover.expression_ends", {}}
                                                : input::Message{"discover.expression_found", {rest}};
    throw input::InputError(input::Diagnostic{
        input::position_at(text_, at, file_), problem, {expected, std::move(words)}, std::move(mend)});
  }

  const std::string& text_;
  const std::string& file_;
  std::size_t at_ = 0;
};

}  // namespace

bool Failure::holds(double value) const {
  switch (comparison) {
    case Comparison::less:
      return value < number;
    case Comparison::at_most:
      return value <= number;
    case Comparison::greater:
      return value > number;
    case Comparison::at_least:
      return value >= number;
  }
  return false;
}

Failure read_failure(const std::string& text, const std::string& file) { return Reader(text, file).read(); }

}  // namespace jobcast::discovery
