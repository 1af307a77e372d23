#include "engine/input/plain_number.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace jobcast::input {
namespace {

/// What std::from_chars takes for a finite number, all of it; it takes no plus, no separators and no blanks.
std::optional<double> decimal(std::string_view text) {
  double value = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

/// "1,234,567.8" without its separators; the text itself when its commas are not at the thousands.
std::string without_separators(std::string_view text) {
  const std::string_view whole = text.substr(0, text.find('.'));
  const auto digits = static_cast<std::size_t>(std::count_if(whole.begin(), whole.end(), is_digit));
  std::string plain;
  std::size_t left = digits;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    left -= is_digit(whole[i]) ? 1 : 0;
    if (whole[i] != ',') {
      plain += whole[i];
    } else if (i == 0 || !is_digit(whole[i - 1]) || left == 0 || left % 3 != 0) {
      return std::string(text);
    }
  }
  return plain.append(text.substr(whole.size()));
}

/// The Korean office's marks for a negative number.
std::string with_minus(std::string_view text) {
  for (const std::string_view mark : {"△", "▲", "▽", "▼", "−", "–", "－"}) {
    if (text.starts_with(mark)) return "-" + std::string(without_blanks(text.substr(mark.size())));
  }
  return std::string(text);
}

}  // namespace

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

PlainNumber plain_number(std::string_view text) {
  const auto bare = without_blanks(text);
  if (const auto value = decimal(bare)) return {value, {}};
  if (bare == "-" || bare == "–" || bare == "−") return {std::nullopt, {"csv.mend_dash", {}}};
  std::string plain = without_separators(with_minus(bare));
  if (plain.starts_with('+')) plain.erase(0, 1);
  if (plain.ends_with('%')) plain = without_blanks(std::string_view(plain).substr(0, plain.size() - 1));
  if (!decimal(plain)) return {};
  return {std::nullopt, {"csv.mend_plain_number", {plain}}};
}

std::string number_text(double value) {
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
  return {text.data(), end};
}

std::string_view without_blanks(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

}  // namespace jobcast::input
