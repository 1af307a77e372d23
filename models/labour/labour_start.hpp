#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "models/plan/plan.hpp"
#include "models/state/age_pyramid.hpp"
#include "models/state/groups.hpp"

namespace jobcast::labour {

/// Shares of a cell's people by labour state; they sum to one. [cell][state].
using CellShares = std::array<std::array<double, state::labour_state_count>, state::cell_count>;

/// A published figure beside what the model's start makes of it, in the fact's unit.
struct FitLine {
  std::string survey;
  std::string item;
  std::string sex;
  std::string age;
  std::string category;
  std::string unit;
  double published = 0.0;
  double model = 0.0;
  double rounding = 0.0;        ///< half the published step
  double sampling_error = 0.0;  ///< one standard error of the published figure
  bool within = false;          ///< |model - published| is at most the rounding or one sampling error
};

/// The labour states of a county at one survey.
struct LabourStart {
  std::string survey;
  CellShares shares{};                                      ///< by cell of the survey's population
  std::array<double, state::survey_band_count> coverage{};  ///< survey population over registered persons, by band
  std::vector<FitLine> fit{};                               ///< every figure that was read
};

/// Labour states by labour group and sex that reproduce what a survey ("2023H2") published, as far as rounding lets
/// them all be met, and otherwise keep the shape of the nation's (models/labour/national_shape.hpp).
///
/// The survey's population of a band has the register's composition by group and sex. Method: maximum entropy with soft
/// margins (models/labour/soft_raking.hpp). Works with whatever is published; at the least, one count of employed
/// persons or one employment rate.
///
/// @param registered registered persons near the survey's date
/// Throws input::InputError (labour.no_survey) when the pack has neither for that survey.
LabourStart open_labour(const plan::Plan& plan, std::string_view survey, const state::AgePyramid& registered);

}  // namespace jobcast::labour
