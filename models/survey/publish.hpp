#pragma once

#include "models/state/cell_counts.hpp"
#include "models/survey/indicator_lanes.hpp"
#include "models/survey/survey_draw.hpp"

namespace jobcast::survey {

/// What a survey finds of a county's people, for its five indicators; insured persons are left as they are.
///
/// @param truth       persons on the reference week by cell and state, registered concept (state::count_cells)
/// @param draw        the survey
/// @param true_values what a census of the survey's population would find: percent, persons
/// @param published   the same with sampling error, rounded as printed. One sample feeds all indicators.
///
/// No allocation. Source: docs/models/survey.md.
void publish(const state::CellCounts& truth, const SurveyDraw& draw, IndicatorLanes& true_values,
             IndicatorLanes& published);

}  // namespace jobcast::survey
