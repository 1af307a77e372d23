#pragma once

#include <string>
#include <vector>

#include "app/report/page.hpp"
#include "models/attribution/attribution.hpp"

namespace jobcast::app {

/// What people call a part: a sector, a source of money, a department, a programme.
std::string part_name(attribution::Grouping grouping, const attribution::Part& part, const Catalogue& words);

/// Some parts of a group: jobs, money, people at work, points of the employment rate of 15-64, money for one. With
/// `total` the whole under them.
std::string group_text(const attribution::GroupEffect& group, const std::vector<const attribution::PartEffect*>& parts,
                       bool total, const Page& page);

/// The effect on each indicator, a part a row.
std::string indicators_text(const attribution::GroupEffect& group, const Page& page);

}  // namespace jobcast::app
