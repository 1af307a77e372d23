#pragma once

#include <string>

#include "models/labour/labour_model.hpp"
#include "models/plan/plan.hpp"
#include "models/state/age_pyramid.hpp"

namespace jobcast::labour::test {

/// Which of the county's facts a test plan holds.
struct Content {
  bool history = true;       ///< employment rates by band, 2013H1 to 2023H2
  bool surveys = true;       ///< everything published of 2022H2 and 2023H2
  bool totals_only = false;  ///< of 2023H2 the employed and the employment rate of 15 and over, nothing else
};

/// A plan with Jeongseon's labour facts and the engine's assumptions, made without a file. Sources: plan document,
/// tables 5 to 14; Statistics Korea, Local Area Labour Force Survey; Bank of Korea (2019) for the nation's flows.
plan::Plan jeongseon(const Content& content = {});

/// Registered persons by single age: resident five-year groups at the end of a year (2022 or 2023), spread evenly
/// within a group and raised to the registered total.
state::AgePyramid registered(int year = 2023);

/// The labour model of that plan, with the registered persons of 2023.
const LabourModel& model();

/// A plan with these facts alone.
plan::Plan plan_with(std::vector<plan::Fact> facts);

plan::Fact fact(std::string item, std::string period, std::string sex, std::string age, std::string category,
                double value, std::string unit);

}  // namespace jobcast::labour::test
