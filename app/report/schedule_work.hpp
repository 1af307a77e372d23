#pragma once

#include <string>

#include "app/report/page.hpp"
#include "models/schedule/timetable.hpp"

namespace jobcast::app {

// The parts of the schedule's report that are about persons at work.

/// By sector and by department in the two reference weeks.
std::string weeks_section(const plan::Plan& plan, const schedule::Timetable& table, const Page& page);
/// The programmes that no survey sees.
std::string unseen_section(const plan::Plan& plan, const schedule::Timetable& table, const Page& page);
/// Total and sectors, a month a row.
std::string months_section(const schedule::Timetable& table, const Page& page);

}  // namespace jobcast::app
