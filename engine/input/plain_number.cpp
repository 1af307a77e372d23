#include "engine/input/plain_number.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace jobcast::input {
namespace {

std::string_view without_blanks(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::optional<double> decimal(std::string_view text) {
  double value = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::string without(std::string_view text, char unwanted) {
  std::string rest(text);
  std::erase(rest, unwanted);
  return rest;
}

/// The Korean office's marks for a negative number.
std::string with_minus(std::string_view text) {
  for (const std::string_view mark : {"△", "▲", "▽", "▼", "−", "–"}) {
    if (text.starts_with(mark)) return "-" + std::string(without_blanks(text.substr(mark.size())));
  }
  return std::string(text);
}

}  // namespace

PlainNumber plain_number(std::string_view text) {
  const auto bare = without_blanks(text);
  if (const auto value = decimal(bare)) return {value, {}};
  if (bare == "-" || bare == "–" || bare == "−") return {std::nullopt, {"csv.mend_dash", {}}};
  std::string plain = with_minus(without(bare, ','));
  if (plain.starts_with('+')) plain.erase(0, 1);
  if (plain.ends_with('%')) plain.pop_back();
  if (!decimal(plain)) return {};
  return {std::nullopt, {"csv.mend_plain_number", {plain}}};
}

}  // namespace jobcast::input
