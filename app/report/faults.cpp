#include "app/report/faults.hpp"

#include <algorithm>

#include "app/report/display_width.hpp"

namespace jobcast::app {
namespace {

std::string place_of(const input::Position& where) {
  if (where.file.empty()) return "jobcast: ";
  std::string place = where.file + ":";
  if (where.line > 0) place += std::to_string(where.line) + ":";
  if (where.line > 0 && where.column > 0) place += std::to_string(where.column) + ":";
  return place + " ";
}

}  // namespace

std::string fault_text(const input::Diagnostic& fault, const Catalogue& catalogue, const Paint& paint) {
  const auto expected = catalogue.text("app.expected");
  const auto mend = catalogue.text("app.mend");
  const int width = std::max(display_width(expected), display_width(mend)) + 2;
  const auto line = [&](const std::string& title, const input::Message& message) {
    if (message.id.empty()) return std::string();
    return "  " + paint(Style::dim, padded(title, width, Align::left)) + catalogue.text(message) + "\n";
  };
  return paint(Style::bold, place_of(fault.where)) + paint(Style::bad, catalogue.text("app.error")) + " " +
         catalogue.text(fault.problem) + "\n" + line(expected, fault.expected) + line(mend, fault.mend);
}

std::string fault_text(const std::vector<input::Diagnostic>& faults, const Catalogue& catalogue, const Paint& paint) {
  std::string text;
  for (const auto& fault : faults) text += fault_text(fault, catalogue, paint);
  return text;
}

}  // namespace jobcast::app
