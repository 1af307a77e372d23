#pragma once

#include "app/explanation/words.hpp"

namespace jobcast::app {

/// One kind of key each; empty when the key is not of that kind.
using LookUp = std::vector<Explanation>(const plan::Plan& plan, const std::string& key, const Catalogue& catalogue);

LookUp explain_indicator;
LookUp explain_programme;        ///< "senior-jobs"
LookUp explain_programme_value;  ///< "senior-jobs.deadweight"
LookUp explain_type;             ///< "senior-public-job"
LookUp explain_type_value;       ///< "deadweight.senior-public-job"
LookUp explain_action;           ///< "1-1-1", "1-1-1/land-split"
LookUp explain_control;
LookUp explain_assumption;  ///< "assumptions.survey.design_effect", "survey.design_effect"
LookUp explain_cell;        ///< "4/15 ~ 29세/2023년"
LookUp explain_item;        ///< "population"

}  // namespace jobcast::app
