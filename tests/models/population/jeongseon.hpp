#pragma once

#include <string>

#include "models/plan/plan.hpp"

namespace jobcast::population::test {

/// Which of the county's facts a test plan holds.
struct Content {
  bool residents = true;      ///< five-year groups by sex, end of 2022 and 2023
  bool register_2020 = true;  ///< five-year groups by sex, register, end of 2020
  bool by_sex_2023 = true;    ///< plan table 3
  bool mortality = true;
};

/// A plan with Jeongseon's population facts, its own mortality and the engine's other assumptions, made without a file.
/// Sources: plan document, tables 2 to 4; Ministry of the Interior and Safety, resident registration; United Nations,
/// World Population Prospects 2024 (CC BY 3.0 IGO); Statistics Korea, vital statistics.
plan::Plan jeongseon(const Content& content = {});

/// A plan with the given table alone.
plan::Plan plan_with(std::vector<plan::Fact> facts);

/// One fact in use, in persons unless said otherwise.
plan::Fact fact(std::string item, std::string period, std::string sex, std::string age, double value,
                std::string unit = "persons");

}  // namespace jobcast::population::test
