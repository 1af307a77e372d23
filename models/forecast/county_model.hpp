#pragma once

#include <vector>

#include "models/forecast/calendar.hpp"
#include "models/labour/labour_model.hpp"
#include "models/labour/labour_step.hpp"
#include "models/population/population_model.hpp"
#include "models/programmes/programme_model.hpp"
#include "models/survey/insured.hpp"
#include "models/survey/survey_model.hpp"

namespace jobcast::forecast {

/// The plan as a scenario has it: its settings replaced by the scenario's, and reaching to `until`.
plan::Plan with_settings(const plan::Plan& plan, const scenario::Scenario& scenario, time::Date until);

/// Where the models of a county meet: what every block of a forecast reads and nobody writes.
class CountyModel {
 public:
  CountyModel(const plan::Plan& plan, const scenario::Scenario& scenario, time::Date until);

  plan::Plan plan;
  population::PopulationModel population;
  labour::LabourModel labour;
  survey::SurveyModel survey;
  survey::InsuredModel insured;
  programmes::ProgrammeModel programmes;
  std::vector<labour::LabourShock> shocks;  ///< the scenario's
  Calendar calendar;
  std::vector<programmes::WeekCalendar> weeks;  ///< of the programmes, for each survey of the calendar
  state::AgePyramid october;  ///< registered persons on the base year's October reference week, by age on 31 December
};

}  // namespace jobcast::forecast
