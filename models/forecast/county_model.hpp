#pragma once

#include <memory>
#include <string>
#include <vector>

#include "models/forecast/calendar.hpp"
#include "models/labour/labour_model.hpp"
#include "models/labour/labour_step.hpp"
#include "models/population/population_model.hpp"
#include "models/programmes/planned_programmes.hpp"
#include "models/survey/insured.hpp"
#include "models/survey/survey_model.hpp"

namespace jobcast::forecast {

/// The plan as a scenario has it: its settings replaced by the scenario's, and reaching to `until`.
plan::Plan with_settings(const plan::Plan& plan, const scenario::Scenario& scenario, time::Date until);

/// Jobs that begin or end outside programmes: the scenario's shocks, and the permanent jobs of the plan's milestones
/// unless the scenario has another year's programmes or none.
std::vector<scenario::DemandShock> demand_shocks(const plan::Plan& plan, const scenario::Scenario& scenario);

/// Whether two scenarios of a plan differ in programmes alone, so that they share a county and its futures.
bool same_county(const plan::Plan& plan, const scenario::Scenario& one, const scenario::Scenario& other);

/// A text for finding the scenarios of one county: same_county() holds for two scenarios with the same text.
std::string county_key(const plan::Plan& plan, const scenario::Scenario& scenario);

/// A county and its programmes as planned, before a scenario changes them: what every block of a forecast reads and
/// nobody writes.
class CountyModel {
 public:
  CountyModel(const plan::Plan& plan, const scenario::Scenario& scenario, time::Date until);

  plan::Plan plan;
  population::PopulationModel population;
  labour::LabourModel labour;
  survey::SurveyModel survey;
  survey::InsuredModel insured;
  std::vector<labour::LabourShock> shocks;  ///< demand_shocks
  Calendar calendar;
  std::shared_ptr<const programmes::PlannedProgrammes> programmes;
  std::vector<programmes::WeekCalendar> weeks;  ///< of each survey of the calendar
  state::AgePyramid october;  ///< registered persons on the base year's October week, by age on 31 December
};

}  // namespace jobcast::forecast
