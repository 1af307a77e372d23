#include "models/panel/age_system.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace jobcast::panel {
namespace {

constexpr std::array<std::string_view, 4> all_bands{"15-29", "30-49", "50-64", "65+"};

/// Whether the parts of each target are among its first and last bands.
struct Span {
  std::string_view target;
  std::size_t first, count;
};
constexpr std::array spans{Span{"15-29", 0, 1}, Span{"30-49", 1, 1}, Span{"50-64", 2, 1},
                           Span{"65+", 3, 1},   Span{"15-64", 0, 3}, Span{"15+", 0, 4}};

bool has_populations(const Panel& panel, std::size_t group, std::size_t surveys) {
  for (std::size_t area = 0; area < panel.areas.size(); ++area) {
    for (std::size_t survey = 0; survey < surveys; ++survey) {
      if (!std::isnan(survey_population(panel.at(area, survey, group)))) return true;
    }
  }
  return false;
}

}  // namespace

std::vector<std::string> AgeSystem::names(const Panel& panel) const {
  std::vector<std::string> result;
  for (const auto band : bands) result.push_back(panel.groups[band]);
  return result;
}

double survey_population(const Figure& figure) {
  if (!(figure.rate > 0.0) || std::isnan(figure.employed)) return not_published;
  constexpr double percent = 100.0;
  return percent * figure.employed / figure.rate;
}

std::optional<AgeSystem> age_system(const Panel& panel, std::string_view target, std::size_t surveys) {
  const auto* span = std::find_if(spans.begin(), spans.end(), [&](const Span& each) { return each.target == target; });
  AgeSystem system{std::string(target), {}, {}, true};
  std::size_t parts = 0;
  if (span != spans.end()) {
    for (std::size_t i = 0; i < all_bands.size(); ++i) {
      const auto group = panel.group(all_bands[i]);
      if (!group || !has_populations(panel, *group, surveys)) continue;
      const bool part = i >= span->first && i < span->first + span->count;
      parts += part ? 1 : 0;
      system.bands.push_back(*group);
      system.part.push_back(part);
    }
    if (parts == span->count) return system;
  }
  const auto alone = panel.group(target);
  if (!alone) return std::nullopt;
  return AgeSystem{std::string(target), {*alone}, {true}, false};
}

double target_rate(const Panel& panel, const AgeSystem& system, std::size_t area, std::size_t survey) {
  if (const auto group = panel.group(system.target)) {
    const double published = panel.at(area, survey, *group).rate;
    if (!std::isnan(published)) return published;
  }
  if (!system.composed) return not_published;
  double employed = 0.0;
  double persons = 0.0;
  for (std::size_t b = 0; b < system.bands.size(); ++b) {
    if (!system.part[b]) continue;
    const auto& figure = panel.at(area, survey, system.bands[b]);
    const double population = survey_population(figure);
    employed += population * figure.rate;  // the rate has three digits where youth's employed persons have two
    persons += population;
  }
  return employed / persons;
}

}  // namespace jobcast::panel
