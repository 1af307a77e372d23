#include "engine/input/diagnostic.hpp"

#include <algorithm>
#include <numeric>

namespace jobcast::input {
namespace {

std::string in_words(const Message& message) {
  std::string text = message.id;
  for (const auto& argument : message.arguments) text += " \"" + argument + "\"";
  return text;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({row[j + 1] + 1, row[j] + 1, replaced});
    }
  }
  return row.back();
}

}  // namespace

InputError::InputError(std::vector<Diagnostic> faults) : faults_(std::move(faults)) {
  for (const auto& fault : faults_) {
    if (!text_.empty()) text_ += '\n';
    text_ += fault.where.file + ":" + std::to_string(fault.where.line) + ":" + std::to_string(fault.where.column) +
             ": " + in_words(fault.problem);
  }
}

InputError::InputError(Diagnostic fault) : InputError(std::vector<Diagnostic>{std::move(fault)}) {}

void Diagnostics::throw_if_any() const {
  if (!faults_.empty()) throw InputError(faults_);
}

std::string nearest(std::string_view text, const std::vector<std::string>& candidates) {
  std::string best;
  std::size_t least = std::max<std::size_t>(1, text.size() / 3) + 1;
  for (const auto& candidate : candidates) {
    const std::size_t distance = edit_distance(text, candidate);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

}  // namespace jobcast::input
