#pragma once

#include "models/calibration/calibrate.hpp"

namespace jobcast::calibration {

/// Spread of the drift of each band, log-odds a half-year. Calibrated because history tells of it; no draw reads it.
inline constexpr std::array<const char*, band_count> drift_spread_columns{
    "labour.drift_spread_15_29", "labour.drift_spread_30_49", "labour.drift_spread_50_64",
    "labour.drift_spread_65_over"};

/// A column of the posterior with as many draws of its prior, to set side by side.
struct NamedColumn {
  std::string name;
  std::vector<double> prior, members;
};

/// Members as the forecast's columns (models/labour/labour_columns.hpp; keys of settings). Left out is what the data do
/// not reach: a band that no survey published, a gap between the sexes or a regular share without a figure, deaths or
/// births that nobody counted.
std::vector<NamedColumn> labour_columns(const Data& data, const std::vector<LabourMember>& members, std::uint64_t seed);
std::vector<NamedColumn> vital_columns(const Data& data, const std::vector<VitalMember>& members, std::uint64_t seed);

/// The same of a single member: a value for each column of labour_columns.
std::vector<double> labour_values(const Data& data, const LabourMember& member);
std::vector<double> vital_values(const Data& data, const VitalMember& member);
std::vector<std::string> labour_names(const Data& data);
std::vector<std::string> vital_names(const Data& data);

}  // namespace jobcast::calibration
