#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "app/report/page.hpp"
#include "models/plan/plan.hpp"

namespace jobcast::app {

/// Programmes of a plan that were asked for.
struct ProgrammeList {
  struct Row {
    const plan::Programme* programme = nullptr;
    double at_work = 0.0;  ///< planned persons at work on `at`
  };

  std::vector<Row> rows;
  std::optional<time::Date> at;
};

/// Sums over a list, money in won by source as the model has it and in total as the plan prints it.
struct ProgrammeTotals {
  std::size_t count = 0;
  double jobs = 0.0;
  double at_work = 0.0;
  plan::Budget budget;
  units::Won stated_total{};
};
ProgrammeTotals totals_of(const ProgrammeList& list);

std::string programme_text(const plan::Plan& plan, const ProgrammeList& list, const Page& page);
/// Schema "jobcast.programmes/1" (docs/output.md).
nlohmann::ordered_json programme_json(const ProgrammeList& list);
/// id,name,department,sector,jobs,national_thousand_won,…,total_thousand_won[,at_work]
std::string programme_csv(const ProgrammeList& list);

}  // namespace jobcast::app
