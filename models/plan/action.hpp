#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/time/date.hpp"
#include "models/plan/programme.hpp"

namespace jobcast::plan {

/// A dated step of an action sheet.
struct Milestone {
  std::string id;  ///< "1-1-1/land-split": action and name
  Text name;
  time::Date date;                 ///< planned end
  std::vector<std::string> after;  ///< full ids of the milestones that must come first
  Value duration_days;
  double jobs = 0.0;  ///< permanent jobs that start when it is reached
  Provenance provenance;
};

struct Strategy {
  std::string id;
  Text name;
  std::optional<int> printed_programmes;
  std::optional<double> printed_jobs;
  std::optional<units::Won> printed_budget;
  Provenance provenance;
};

struct Task {
  std::string id;
  std::string strategy;
  Text name;
};

/// One of the plan's action sheets.
struct Action {
  std::string id;
  std::string task;
  Text name;
  std::optional<time::Date> from;
  std::optional<time::Date> to;
  std::vector<std::string> covers;  ///< programme ids
  std::optional<double> jobs;
  std::optional<Budget> budget;
  std::optional<units::Won> stated_total;
  std::vector<int> quarters;
  Provenance quarters_provenance;
  std::vector<Milestone> milestones;
  std::vector<std::string> notes;
  Provenance provenance;
};

}  // namespace jobcast::plan
