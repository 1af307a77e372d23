#include "app/command_line/arguments.hpp"

#include <charconv>

#include "app/command_line/usage_error.hpp"

namespace jobcast::app {
namespace {

std::optional<std::uint64_t> whole_number(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = fault == std::errc{} && end == text.data() + text.size();
  return whole ? std::optional(number) : std::nullopt;
}

}  // namespace

std::optional<std::string> Arguments::find(std::string_view name) const {
  const auto word = words.find(name);
  return word == words.end() ? std::nullopt : std::optional(word->second);
}

std::string Arguments::get(std::string_view name, std::string_view otherwise) const {
  return find(name).value_or(std::string(otherwise));
}

std::uint64_t Arguments::number(std::string_view option, std::uint64_t otherwise, std::uint64_t least,
                                std::uint64_t greatest) const {
  const auto word = find(option);
  if (!word) return otherwise;
  const auto value = whole_number(*word);
  if (!value || *value < least || *value > greatest) {
    throw UsageError({"app.bad_number", {std::string(option), *word}},
                     {"app.expected_number", {std::to_string(least), std::to_string(greatest)}});
  }
  return *value;
}

std::optional<time::Date> Arguments::date(std::string_view option) const {
  const auto word = find(option);
  if (!word) return std::nullopt;
  if (const auto date = time::parse_date(*word)) return date;
  constexpr std::size_t year_letters = 4;
  const auto year = whole_number(*word);
  if (year && word->size() == year_letters) return time::make_date(static_cast<int>(*year), 12, 31);
  throw UsageError({"app.bad_date", {std::string(option), *word}}, {"app.expected_date", {}});
}

std::string language_word(const std::vector<std::string>& words) {
  constexpr std::string_view option = "--lang";
  constexpr std::string_view assigned = "--lang=";
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].starts_with(assigned)) return words[i].substr(assigned.size());
    if (words[i] == option && i + 1 < words.size()) return words[i + 1];
  }
  return "";
}

}  // namespace jobcast::app
