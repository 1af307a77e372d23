#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/forecast/result.hpp"

namespace jobcast::app {

/// A forecast's row of a group of people at the end of a year; null where there is none.
const forecast::PopulationForecast* population_of(const forecast::Result& result, int year, std::string_view group,
                                                  std::string_view sex = "both");
/// The years that a forecast has people of, rising.
std::vector<int> population_years(const forecast::Result& result);
/// Its age groups but for all together, in its order.
std::vector<std::string> population_groups(const forecast::Result& result);

}  // namespace jobcast::app
