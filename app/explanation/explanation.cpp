#include "app/explanation/explanation.hpp"

#include <algorithm>
#include <stdexcept>

#include "app/explanation/lookups.hpp"

namespace jobcast::app {

std::vector<Explanation> explain(const plan::Plan& plan, const std::string& key, const Catalogue& catalogue) {
  for (const auto look_up :
       {explain_indicator, explain_programme, explain_programme_value, explain_type_value, explain_type, explain_action,
        explain_control, explain_assumption, explain_cell, explain_item}) {
    if (auto found = look_up(plan, key, catalogue); !found.empty()) return found;
  }
  return {};
}

std::vector<std::string> known_keys(const plan::Plan& plan) {
  std::vector<std::string> keys(plan::indicator_names.begin(), plan::indicator_names.end());
  for (const auto& [name, value] : plan.assumptions) keys.push_back("assumptions." + name);
  for (const auto& programme : plan.programmes) keys.push_back(programme.id);
  for (const auto& type : plan.types) {
    keys.push_back(type.id);
    for (const auto& trait : traits) keys.push_back(std::string(trait.name) + "." + type.id);
  }
  for (const auto& action : plan.actions) {
    keys.push_back(action.id);
    for (const auto& milestone : action.milestones) keys.push_back(milestone.id);
  }
  for (const auto& control : plan.controls) keys.push_back(control.id);
  for (const auto& table : plan.facts.tables()) {
    for (const auto& fact : table.facts) keys.push_back(fact.item);
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

std::string explanation_text(const std::vector<Explanation>& explanations, const Page& page) {
  std::string text;
  for (const auto& entry : explanations) {
    if (!text.empty()) text += "\n";
    text += page.paint(Style::bold, entry.key) + (entry.title.empty() ? "" : "  " + entry.title) + "\n";
    int width = 0;
    for (const auto& [name, words] : entry.lines) width = std::max(width, display_width(name));
    for (const auto& [name, words] : entry.lines) {
      text += page.paragraph(words, Style::plain, "  " + padded(name, width, Align::left) + "  ");
    }
  }
  return text;
}

nlohmann::ordered_json explanation_json(const plan::Plan& plan, const std::vector<Explanation>& explanations) {
  using Json = nlohmann::ordered_json;
  Json list = Json::array();
  for (const auto& entry : explanations) {
    Json lines = Json::array();
    for (const auto& [name, words] : entry.lines) lines.push_back({{"label", name}, {"value", words}});
    list.push_back({{"key", entry.key}, {"title", entry.title}, {"lines", std::move(lines)}});
  }
  return {{"schema", "jobcast.explanation/1"}, {"plan", plan.id}, {"explanations", std::move(list)}};
}

}  // namespace jobcast::app
