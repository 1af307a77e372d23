#include "app/report/forecast_population.hpp"

#include <algorithm>

namespace jobcast::app {

const forecast::PopulationForecast* population_of(const forecast::Result& result, int year, std::string_view group,
                                                  std::string_view sex) {
  for (const auto& each : result.population) {
    if (time::year_of(each.date) == year && each.age_group == group && each.sex == sex) return &each;
  }
  return nullptr;
}

std::vector<int> population_years(const forecast::Result& result) {
  std::vector<int> years;
  for (const auto& each : result.population) years.push_back(time::year_of(each.date));
  std::sort(years.begin(), years.end());
  years.erase(std::unique(years.begin(), years.end()), years.end());
  return years;
}

std::vector<std::string> population_groups(const forecast::Result& result) {
  std::vector<std::string> groups;
  for (const auto& each : result.population) {
    const bool seen = std::find(groups.begin(), groups.end(), each.age_group) != groups.end();
    if (each.sex == "both" && each.age_group != "all" && !seen) groups.push_back(each.age_group);
  }
  return groups;
}

}  // namespace jobcast::app
