#pragma once

#include "models/panel/half_year.hpp"

namespace jobcast::panel {

/// Assumed: the survey's sample areas are drawn anew in the second half of the second year after each census (years
/// ending in 0 and 5): 2017H2, 2022H2, 2027H2, and the same ones are visited in between. Read off the published
/// figures, which jump in 2017H2 and in 2022H2; docs/models/skill.md, section 5, says what rests on it.
inline constexpr int rounds_of_a_sample = 10;

/// Which sample a round belongs to: rounds of equal numbers share their sample areas.
constexpr int sample_of(HalfYear survey) {
  constexpr int a_renewal = 2 * 2017 + 1;
  const int since = survey.index - a_renewal;
  return since >= 0 ? since / rounds_of_a_sample : -((-since + rounds_of_a_sample - 1) / rounds_of_a_sample);
}

/// Whether a round is the first of its sample.
constexpr bool is_renewal(HalfYear survey) { return sample_of(survey) != sample_of({survey.index - 1}); }

}  // namespace jobcast::panel
