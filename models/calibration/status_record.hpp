#pragma once

#include <string>
#include <vector>

#include "models/calibration/labour_path.hpp"

namespace jobcast::calibration {

/// A share of which surveys published few values, and what these can tell: the first and the last, and how far two
/// samples of one county lie apart by chance.
struct StatusRecord {
  std::string what;  ///< "regular", "temporary", "self_employed" of the employed; "unemployed" of the active
  int surveys = 0;
  std::string first, last;                         ///< periods
  double first_percent = 0.0, last_percent = 0.0;  ///< as the round's figures together have it
  double chance_sd = 0.0;  ///< points: standard deviation of the difference of two samples, nothing having changed
};

/// The four shares, those that some survey published. At the central design effect.
std::vector<StatusRecord> status_records(const LabourPath& path);

}  // namespace jobcast::calibration
