#include "engine/input/diagnostic.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace jobcast::input {
namespace {

std::string in_words(const Message& message) {
  std::string text = message.id;
  for (const auto& argument : message.arguments) text += " \"" + argument + "\"";
  return text;
}

/// Files in the order in which they first had a fault, each from top to bottom.
std::vector<Diagnostic> in_reading_order(std::vector<Diagnostic> faults) {
  std::unordered_map<std::string, std::size_t> turns;
  for (const auto& fault : faults) turns.emplace(fault.where.file, turns.size());
  const auto place = [&](const Diagnostic& fault) {
    return std::tuple(turns.at(fault.where.file), fault.where.line, fault.where.column);
  };
  std::stable_sort(faults.begin(), faults.end(),
                   [&](const auto& one, const auto& other) { return place(one) < place(other); });
  return faults;
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
  if (!faults_.empty()) throw InputError(in_reading_order(faults_));
}

std::string listed(const std::vector<std::string>& names) {
  std::string list;
  for (const auto& name : names) list += (list.empty() ? "" : ", ") + name;
  return list;
}

Message did_you_mean(std::string_view text, const std::vector<std::string>& candidates) {
  auto near = nearest(text, candidates);
  return near.empty() ? Message{} : Message{"input.did_you_mean", {std::move(near)}};
}

}  // namespace jobcast::input
