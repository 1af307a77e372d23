#include "models/labour/labour_model.hpp"

#include <algorithm>

#include "models/labour/labour_draw.hpp"
#include "models/labour/survey_figure.hpp"

namespace jobcast::labour {
namespace {

LabourStart open_if_published(const plan::Plan& plan, const std::string& survey, const state::AgePyramid& registered) {
  const auto figures = survey_figures(plan, survey);
  const bool says_employed = std::any_of(figures.begin(), figures.end(),
                                         [](const SurveyFigure& figure) { return figure.counted == employed_states; });
  return says_employed ? open_labour(plan, survey, registered) : LabourStart{.survey = survey};
}

}  // namespace

int quarter_index(time::Date date) { return 4 * time::year_of(date) + time::month_of(date) / 3; }

LabourModel::LabourModel(const plan::Plan& plan, const state::AgePyramid& registered)
    : as_of_(plan.as_of),
      quarter_count_(std::max(quarter_index(plan.forecast_until) - quarter_index(plan.as_of), 0) + 1),
      registered_(registered),
      parameters_(read_parameters(plan)),
      posterior_(plan.posterior),
      start_(open_labour(plan, last_survey(plan), registered)),
      year_before_(open_if_published(plan, survey_name(*survey_index(start_.survey) - 2), registered)),
      history_(read_history(plan, parameters_, start_, registered)),
      guess_(central_guess(*this)) {}

}  // namespace jobcast::labour
