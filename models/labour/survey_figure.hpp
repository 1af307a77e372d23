#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/plan/plan.hpp"
#include "models/state/groups.hpp"

namespace jobcast::labour {

/// Which labour states are counted, in the order of state::LabourState.
using StateSet = std::array<bool, state::labour_state_count>;

inline constexpr StateSet everyone{true, true, true, true, true};
inline constexpr StateSet employed_states{false, false, true, true, true};

/// One figure a labour force survey published, as sums over labour groups, sexes and states: persons counted, or
/// persons counted over persons in the base.
struct SurveyFigure {
  const plan::Fact* fact = nullptr;
  state::AgeRange ages;             ///< a union of labour groups
  std::optional<state::Sex> sex{};  ///< none: both
  StateSet counted{};
  std::optional<StateSet> base{};  ///< of a rate; none: a count
  double value = 0.0;              ///< persons; a share for a rate
  double step = 0.0;               ///< published rounding, in the unit of `value`

  [[nodiscard]] bool covers(int group, state::Sex who) const {
    return ages.contains(state::labour_groups[static_cast<std::size_t>(group)].from) && (!sex || *sex == who);
  }
};

/// "15-29", "65+", "all" or nothing (15 and over), when labour groups can make it up; else nothing.
std::optional<state::AgeRange> survey_ages(std::string_view text);

/// Every figure in use of one survey ("2023H2") that labour groups, sexes and states can make up: employed (also by
/// status), unemployed, inactive, active and all persons, and the rates made of them. Facts stay owned by the plan.
std::vector<SurveyFigure> survey_figures(const plan::Plan& plan, std::string_view survey);

/// Half-years since year 0 of "2023H2"; nothing for other texts.
std::optional<int> survey_index(std::string_view survey);
/// "2023H2" from its index.
std::string survey_name(int index);
/// The latest survey with employed persons or an employment rate whose reference week is over by the plan's as-of date.
/// Throws input::InputError (labour.no_survey) when the pack has none.
std::string last_survey(const plan::Plan& plan);

}  // namespace jobcast::labour
