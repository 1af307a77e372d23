#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "app/report/page.hpp"
#include "models/schedule/timetable.hpp"

namespace jobcast::app {

/// Milestones by sheet, critical paths, programmes that wait, persons at work in the reference weeks and by month.
std::string schedule_text(const plan::Plan& plan, const schedule::Timetable& table, const Page& page);
/// How many milestones are still ahead, and how many of them are likely to hold their dates.
std::string schedule_headline(const schedule::Timetable& table, const Catalogue& words);
/// Schema "jobcast.schedule/1" (docs/output.md).
nlohmann::ordered_json schedule_json(const plan::Plan& plan, const schedule::Timetable& table);
/// kind,id,when,measure,value: a number or date a row.
std::string schedule_csv(const plan::Plan& plan, const schedule::Timetable& table);

}  // namespace jobcast::app
