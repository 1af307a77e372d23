#include "models/survey/insured.hpp"

#include <cmath>

#include "models/survey/parameter.hpp"
#include "models/survey/survey_id.hpp"

namespace jobcast::survey {
namespace {

using random::LaneStream;
using random::StreamKey;
using units::Lane;

constexpr double fewest_employees = 1e-9;

/// The half of the calendar year that holds a date, and its two ends.
struct HalfYear {
  SurveyId name;

  explicit HalfYear(time::Date date) : name{time::year_of(date), time::month_of(date) <= 6 ? 1 : 2} {}
  [[nodiscard]] time::Date end() const {
    return name.half == 1 ? time::make_date(name.year, 6, 30) : time::make_date(name.year, 12, 31);
  }
};

/// A random walk with a yearly standard deviation of one from `from` to `to`: one normal number a half-year, used in
/// proportion to the square root of its days, so that dates share what they have lived through together.
Lane standard_walk(time::Date from, time::Date to, StreamKey key, std::uint32_t first_draw) {
  Lane walk = Lane::Zero();
  for (time::Date day = from; day < to;) {
    const HalfYear half(time::add_days(day, 1));
    const time::Date until = std::min(half.end(), to);
    const double years = time::days_between(day, until) / 365.25;
    walk += std::sqrt(years) * LaneStream(key, first_draw, survey_entity("insured.walk", half.name)).normal();
    day = until;
  }
  return walk;
}

}  // namespace

InsuredModel::InsuredModel(const plan::Plan& plan)
    : base_(plan.indicator(plan::Indicator::Id::insured_persons).base),
      base_date_(time::make_date(plan.base_year, 12, 31)),
      elasticity_(plan.assumption("insured.elasticity")),
      temporary_weight_(plan.assumption("insured.temporary_weight")),
      volatility_(plan.assumption("insured.volatility")),
      step_(plan.indicator(plan::Indicator::Id::insured_persons).rounding) {}

InsuredDraw draw_insured(const InsuredModel& model, time::Date date, StreamKey parameters, std::uint32_t first_draw) {
  InsuredDraw draw;
  draw.base = model.base();
  draw.elasticity = parameter(model.elasticity(), parameters, first_draw);
  draw.temporary_weight = parameter(model.temporary_weight(), parameters, first_draw);
  draw.walk = parameter(model.volatility(), parameters, first_draw) *
              standard_walk(model.base_date(), date, parameters, first_draw);
  draw.step = model.published_step();
  return draw;
}

InsuredDraw central_insured(const InsuredModel& model) {
  InsuredDraw draw;
  draw.base = model.base();
  draw.elasticity.setConstant(model.elasticity().central());
  draw.temporary_weight.setConstant(model.temporary_weight().central());
  draw.walk.setZero();
  draw.step = model.published_step();
  return draw;
}

Lane weighted_employees(const state::CellCounts& counts, const Lane& temporary_weight) {
  Lane regular = Lane::Zero();
  Lane temporary = Lane::Zero();
  for (const auto& cell : counts.persons) {
    regular += cell[static_cast<std::size_t>(state::LabourState::regular)];
    temporary += cell[static_cast<std::size_t>(state::LabourState::temporary)];
  }
  return regular + temporary_weight * temporary;
}

void publish_insured(const state::CellCounts& at_start, const state::CellCounts& now, const Lane& programme_members,
                     const InsuredDraw& draw, IndicatorLanes& true_values, IndicatorLanes& published) {
  const Lane before = weighted_employees(at_start, draw.temporary_weight).max(fewest_employees);
  const Lane after = weighted_employees(now, draw.temporary_weight).max(fewest_employees);
  const Lane members = draw.base * (draw.elasticity * (after / before).log() + draw.walk).exp() + programme_members;
  Lane& truth = true_values.of(plan::Indicator::Id::insured_persons);
  truth = members.max(0.0);
  published.of(plan::Indicator::Id::insured_persons) = draw.step.round(truth);
}

}  // namespace jobcast::survey
