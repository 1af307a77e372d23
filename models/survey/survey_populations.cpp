#include "models/survey/survey_populations.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string>

namespace jobcast::survey {
namespace {

/// Ages for which the survey publishes employed persons and a rate, and the bands they are made of.
struct PublishedAges {
  std::string name;
  int first_band = 0;
  int last_band = 0;
};
const std::array<PublishedAges, 6>& published_ages() {
  static const std::array<PublishedAges, 6> ages{
      {{"15-29", 0, 0}, {"30-49", 1, 1}, {"50-64", 2, 2}, {"65+", 3, 3}, {"15-64", 0, 2}, {"15+", 0, 3}}};
  return ages;
}

// Standard deviation of a number rounded to a step of one (uniform distribution).
const double rounding_error = 1.0 / std::sqrt(12.0);
constexpr double count_step = 100.0;  // persons
constexpr double rate_step = 0.1;     // percent

double persons(const plan::Fact& fact) { return fact.unit == "thousand_persons" ? 1000.0 * fact.value : fact.value; }

std::set<SurveyId> surveys_until(const plan::FactBook& facts, time::Date as_of) {
  std::set<SurveyId> surveys;
  for (const plan::Fact* fact : facts.all("employed")) {
    const auto survey = parse_survey(fact->period);
    if (survey && survey->reference_week() <= as_of) surveys.insert(*survey);
  }
  return surveys;
}

CoverageObservation observation(SurveyId survey, const PublishedAges& ages, const BandCounts& bands) {
  CoverageObservation result{.survey = survey};
  for (auto band = static_cast<std::size_t>(ages.first_band); band <= static_cast<std::size_t>(ages.last_band);
       ++band) {
    result.registered[band] = bands[band];
  }
  return result;
}

}  // namespace

std::vector<CoverageObservation> survey_populations(const plan::Plan& plan, const RegisterHistory& registered) {
  std::vector<CoverageObservation> observations;
  for (const SurveyId survey : surveys_until(plan.facts, plan.as_of)) {
    const auto bands = registered.on(survey.reference_week());
    if (!bands) continue;
    for (const PublishedAges& ages : published_ages()) {
      const auto find = [&](const char* item) {
        return plan.facts.find({.item = item, .period = survey.name(), .sex = "both", .age = ages.name});
      };
      const plan::Fact* employed = find("employed");
      const plan::Fact* rate = find("employment_rate");
      if (employed != nullptr && rate != nullptr && employed->value > 0.0 && rate->value > 0.0) {
        auto result = observation(survey, ages, *bands);
        result.persons = persons(*employed) / (rate->value / 100.0);
        result.standard_error =
            result.persons * rounding_error * std::hypot(count_step / persons(*employed), rate_step / rate->value);
        observations.push_back(result);
      }
      if (const plan::Fact* population = find("survey_population")) {
        auto result = observation(survey, ages, *bands);
        result.persons = persons(*population);
        result.standard_error = rounding_error * count_step;
        observations.push_back(result);
      }
    }
  }
  return observations;
}

}  // namespace jobcast::survey
