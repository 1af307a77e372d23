#pragma once

#include <string>

#include "app/messages/catalogue.hpp"
#include "models/panel/skill.hpp"

namespace jobcast::charts {

/// A file (SVG 1.1): mean CRPS by origin, and the share of figures within the 50, 80 and 90 % intervals.
std::string skill_plot(const panel::Skill& skill, const app::Catalogue& words);

}  // namespace jobcast::charts
