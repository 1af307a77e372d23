#include "app/report/audit_names.hpp"

#include "app/report/names.hpp"

namespace jobcast::app {

AuditNames::AuditNames(const plan::Plan& plan, const Catalogue& catalogue) : catalogue_(catalogue) {
  if (catalogue.korean()) return;
  const auto add = [&](const plan::Text& text) { english_.emplace(text.ko, text.en); };
  for (const auto& programme : plan.programmes) add(programme.name);
  for (const auto& type : plan.types) add(type.name);
  for (const auto& indicator : plan.indicators) add(indicator.name);
  for (const auto& strategy : plan.strategies) add(strategy.name);
  for (const auto& control : plan.controls) add(control.statement);
  for (const auto& action : plan.actions) {
    add(action.name);
    english_.emplace(action.id + " " + action.name.ko, action.id + " " + action.name.en);
    for (const auto& milestone : action.milestones) add(milestone.name);
  }
}

std::string AuditNames::name(const std::string& words) const {
  for (const auto sector : plan::sectors) {
    if (words == "sector " + std::string(id_of(sector))) return label(sector, catalogue_);
  }
  if (const auto found = english_.find(words); found != english_.end()) return found->second;
  constexpr std::string_view link = " + ";
  const auto place = english_.empty() ? std::string::npos : words.find(link);
  if (place != std::string::npos) {
    return name(words.substr(0, place)) + std::string(link) + name(words.substr(place + link.size()));
  }
  // "a strategy (10)": how many of it.
  const auto bracket = words.rfind(" (");
  const auto found = bracket == std::string::npos ? english_.end() : english_.find(words.substr(0, bracket));
  return found == english_.end() ? words : found->second + words.substr(bracket);
}

std::string AuditNames::text(const input::Message& message) const {
  auto named = message;
  for (auto& argument : named.arguments) argument = name(argument);
  if (named.id == "audit.ages") {
    for (std::size_t i = 1; i < named.arguments.size(); ++i) {
      named.arguments[i] = age_label(named.arguments[i], catalogue_);
    }
  }
  return catalogue_.text(named);
}

}  // namespace jobcast::app
