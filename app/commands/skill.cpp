#include "models/panel/skill.hpp"

#include <algorithm>

#include "app/charts/skill_plot.hpp"
#include "app/command_line/usage_error.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/deliver.hpp"
#include "app/report/forecast_json.hpp"
#include "app/report/skill_report.hpp"

namespace jobcast::app {
namespace {

std::vector<std::string> listed_words(const std::string& text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at <= text.size();) {
    const auto end = std::min(text.find(',', at), text.size());
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

/// "2019H2,2020H2" or "2019H2-2022H2", or both mixed.
std::vector<panel::HalfYear> origins_named(const std::string& text) {
  std::vector<panel::HalfYear> origins;
  for (const auto& word : listed_words(text)) {
    const auto dash = word.find('-');
    const auto from = panel::parse_half_year(word.substr(0, dash));
    const auto to = dash == std::string::npos ? from : panel::parse_half_year(word.substr(dash + 1));
    constexpr int longest = 200;
    if (!from || !to || *to < *from || *to - *from > longest) {
      throw UsageError({"skill.bad_origins", {word}}, {"skill.expected_origins", {}});
    }
    for (auto origin = *from; origin <= *to; origin = origin + 1) {
      const bool is_new = std::find(origins.begin(), origins.end(), origin) == origins.end();
      if (is_new) origins.push_back(origin);
    }
  }
  if (origins.empty()) throw UsageError({"skill.bad_origins", {text}}, {"skill.expected_origins", {}});
  std::sort(origins.begin(), origins.end());
  return origins;
}

std::string report_of(const panel::Skill& skill, const std::string& format, const Page& page) {
  if (format == "json") return json_text(skill_json(skill));
  if (format == "csv") return skill_csv(skill);
  return skill_text(skill, page);
}

}  // namespace

int run_skill(const Arguments& arguments, const Console& console) {
  const auto file = arguments.find("--panel");
  if (!file || file->empty()) throw UsageError({"app.missing_word", {"--panel"}}, {}, {"app.see_help", {"skill"}});
  panel::Question question;
  question.age_group = arguments.get("--age-group", question.age_group);
  question.area_endings = listed_words(arguments.get("--area-filter"));
  if (const auto origins = arguments.find("--origins")) question.origins = origins_named(*origins);
  const Delivery delivery(arguments.find("--out"));
  const auto plot_file = arguments.find("--plot");
  const Delivery plot_delivery(plot_file);
  const auto panel = panel::read_panel(*file);
  std::optional<panel::Panel> since;
  if (const auto truth = arguments.find("--truth")) since = panel::read_panel(*truth);
  const auto skill = panel::measure_skill(panel, since ? &*since : nullptr, question);
  if (plot_file) plot_delivery.deliver(charts::skill_plot(skill, console.catalogue()), console);
  delivery.deliver(report_of(skill, arguments.get("--format", "table"), delivery.page(console)), console);
  return 0;
}

}  // namespace jobcast::app
