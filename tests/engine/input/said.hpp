#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/input/diagnostic.hpp"

namespace jobcast::input::testing {

inline std::string said(const Message& message) {
  std::string text = message.id;
  for (const auto& argument : message.arguments) text += " <" + argument + ">";
  return text;
}

/// A fault in one line: "a.csv:2:5: csv.bad_number <x>; expected csv.expected_number; mend …", all it carries.
inline std::string said(const Diagnostic& fault) {
  std::string text = fault.where.file;
  if (fault.where.line > 0) text += ":" + std::to_string(fault.where.line) + ":" + std::to_string(fault.where.column);
  text += ": " + said(fault.problem);
  if (!fault.expected.id.empty()) text += "; expected " + said(fault.expected);
  if (!fault.mend.id.empty()) text += "; mend " + said(fault.mend);
  return text;
}

inline std::vector<std::string> said(const std::vector<Diagnostic>& faults) {
  std::vector<std::string> lines;
  lines.reserve(faults.size());
  for (const auto& fault : faults) lines.push_back(said(fault));
  return lines;
}

inline std::vector<std::string> said(const Diagnostics& faults) { return said(faults.faults()); }

/// What the InputError of some work says; nothing when it throws none.
inline std::vector<std::string> said_by(const std::function<void()>& work) {
  try {
    work();
  } catch (const InputError& error) {
    return said(error.faults());
  }
  return {};
}

}  // namespace jobcast::input::testing
