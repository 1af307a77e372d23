#include "models/labour/survey_series.hpp"

#include <map>

#include "models/labour/log_odds.hpp"
#include "models/labour/survey_figure.hpp"

namespace jobcast::labour {
namespace {

/// Shares one survey after another published, by step.
std::map<int, double> published_rates(const plan::Plan& plan, std::string_view sex, std::string_view ages, int last) {
  std::map<int, double> rates;
  for (const plan::Fact* fact : plan.facts.all("employment_rate")) {
    const auto step = survey_index(fact->period);
    if (step && *step <= last && fact->category.empty() && fact->sex == sex && fact->age == ages) {
      rates[*step] = fact->value / 100.0;
    }
  }
  return rates;
}

}  // namespace

Series employment_series(const plan::Plan& plan, const char* ages, int last) {
  Series series;
  for (const auto& [step, rate] : published_rates(plan, "both", ages, last)) series.push_back({step, log_odds(rate)});
  return series;
}

Series sex_gap_series(const plan::Plan& plan, int last) {
  Series series;
  const auto men = published_rates(plan, "male", "15-64", last);
  for (const auto& [step, rate] : published_rates(plan, "female", "15-64", last)) {
    if (const auto found = men.find(step); found != men.end()) {
      series.push_back({step, log_odds(rate) - log_odds(found->second)});
    }
  }
  return series;
}

Series regular_series(const plan::Plan& plan, int last) {
  std::map<int, double> regular;
  std::map<int, double> employed;
  for (const plan::Fact* fact : plan.facts.all("employed")) {
    const auto step = survey_index(fact->period);
    const auto ages = survey_ages(fact->age);
    if (!step || *step > last || !ages || ages->from != state::youngest_working_age || ages->to != state::oldest_age ||
        fact->sex == "male" || fact->sex == "female") {
      continue;
    }
    const double persons = fact->unit == "thousand_persons" ? 1000.0 * fact->value : fact->value;
    if (fact->category.empty()) employed[*step] = persons;
    if (fact->category == "regular") regular[*step] = persons;
  }
  Series series;
  for (const auto& [step, persons] : regular) {
    if (const auto found = employed.find(step); found != employed.end()) {
      series.push_back({step, log_odds(persons / found->second)});
    }
  }
  return series;
}

}  // namespace jobcast::labour
