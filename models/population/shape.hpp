#pragma once

#include <vector>

#include "models/plan/plan.hpp"
#include "models/population/population_facts.hpp"
#include "models/population/rates.hpp"
#include "models/state/age_pyramid.hpp"

namespace jobcast::population {

/// Opens margins of each sex (or of both together, split as the life table's survivors are) to single years by a
/// penalised composite link model with the given offset, and prorates to the finest groups of each sex.
state::AgePyramid open_margins(const std::vector<Margin>& margins, const SexAgeArray& offset);

/// A pyramid moved `years` years on (back when negative) by survival alone; the youngest take the size of the nearest
/// cohort that is known.
state::AgePyramid age_shape(state::AgePyramid pyramid, int years, const SexAgeArray& survival);

/// The likely pattern of a county's single ages at the end of `year`, positive in every cell, before it is raked to the
/// margins: from the nearest table by fine age and sex (of `residents`, or of the register) up to `known_until`, else
/// from the margins.
state::AgePyramid shape_of(const plan::Plan& plan, int year, const std::vector<Margin>& margins, int known_until);

/// Person-years lived by single age and sex in the pack's life table of `year` (the Gompertz law's where it has none).
SexAgeArray survivors_pattern(const plan::Plan& plan, int year);

}  // namespace jobcast::population
