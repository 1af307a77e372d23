#include "models/forecast/published_base.hpp"

#include <limits>

namespace jobcast::forecast {

plan::FactKey published_key(plan::Indicator::Id indicator) {
  using Id = plan::Indicator::Id;
  switch (indicator) {
    case Id::employment_rate_15_64:
      return {.item = "employment_rate", .period = {}, .sex = "both", .age = "15-64"};
    case Id::youth_employment_rate_15_29:
      return {.item = "employment_rate", .period = {}, .sex = "both", .age = "15-29"};
    case Id::female_employment_rate_15_64:
      return {.item = "employment_rate", .period = {}, .sex = "female", .age = "15-64"};
    case Id::employed_persons:
      return {.item = "employed", .period = {}, .sex = "both", .age = "15+"};
    case Id::regular_employees:
      return {.item = "employed", .period = {}, .sex = "both", .age = "15+", .category = "regular"};
    case Id::insured_persons:
      break;
  }
  return {.item = "insured_persons", .period = {}, .sex = "both", .age = {}};
}

double published_base(const plan::Plan& plan, plan::Indicator::Id indicator, survey::SurveyId survey) {
  if (survey.half == 2) return plan.indicator(indicator).base;
  auto key = published_key(indicator);
  key.period = survey.name();
  const plan::Fact* fact = plan.facts.find(key);
  if (fact == nullptr) return std::numeric_limits<double>::quiet_NaN();
  return fact->unit == "thousand_persons" ? 1000.0 * fact->value : fact->value;
}

}  // namespace jobcast::forecast
