#include "models/survey/publish.hpp"

#include "models/survey/sampled_share.hpp"

namespace jobcast::survey {
namespace {

using plan::Indicator;
using units::Lane;

constexpr double no_persons = 1e-12;          // fewer than this is nobody
constexpr double least_design_effect = 1e-9;  // of a sample without error
constexpr int working_age_groups = 7;         // labour groups 0..6 are 15-64
constexpr int youth_groups = 3;               // labour groups 0..2 are 15-29

Lane share_of(const Lane& part, const Lane& whole) {
  return (whole > no_persons).select((part / whole.max(no_persons)).min(1.0).max(0.0), 0.0);
}

/// Persons of the survey's population, as a census or as the sample finds them.
struct Tally {
  Lane employed = Lane::Zero(), regular = Lane::Zero();
  Lane working_age = Lane::Zero(), working_age_employed = Lane::Zero();
  Lane women = Lane::Zero(), women_employed = Lane::Zero();
  Lane youth = Lane::Zero(), youth_employed = Lane::Zero();

  void add(int group, state::Sex sex, const Lane& persons, const Lane& employed_share, const Lane& regular_share) {
    const Lane at_work = persons * employed_share;
    employed += at_work;
    regular += at_work * regular_share;
    if (group >= working_age_groups) return;
    working_age += persons;
    working_age_employed += at_work;
    if (sex == state::Sex::female) {
      women += persons;
      women_employed += at_work;
    }
    if (group < youth_groups) {
      youth += persons;
      youth_employed += at_work;
    }
  }

  void write(IndicatorLanes& indicators) const {
    indicators.of(Indicator::Id::employment_rate_15_64) = 100.0 * share_of(working_age_employed, working_age);
    indicators.of(Indicator::Id::youth_employment_rate_15_29) = 100.0 * share_of(youth_employed, youth);
    indicators.of(Indicator::Id::female_employment_rate_15_64) = 100.0 * share_of(women_employed, women);
    indicators.of(Indicator::Id::employed_persons) = employed;
    indicators.of(Indicator::Id::regular_employees) = regular;
  }
};

/// Sample over survey population. Households are asked whole, so people over 64 are met at the rate of those under.
Lane effective_sampling_rate(const state::CellCounts& truth, const SurveyDraw& draw) {
  Lane population = Lane::Zero();
  for (int group = 0; group < working_age_groups; ++group) {
    const Lane& coverage = draw.coverage[static_cast<std::size_t>(state::band_of_labour_group(group))];
    for (const state::Sex sex : state::sexes) population += coverage * truth.total(state::cell_of(group, sex));
  }
  return draw.sample_persons / (draw.design_effect.max(least_design_effect) * population.max(no_persons));
}

void round_as_printed(const SurveyDraw& draw, IndicatorLanes& indicators) {
  for (const auto id : {Indicator::Id::employment_rate_15_64, Indicator::Id::youth_employment_rate_15_29,
                        Indicator::Id::female_employment_rate_15_64, Indicator::Id::employed_persons,
                        Indicator::Id::regular_employees}) {
    indicators.of(id) = draw.steps[static_cast<std::size_t>(id)].round(indicators.of(id));
  }
}

}  // namespace

void publish(const state::CellCounts& truth, const SurveyDraw& draw, IndicatorLanes& true_values,
             IndicatorLanes& published) {
  const Lane rate = effective_sampling_rate(truth, draw);
  Tally census, sample;
  for (int group = 0; group < state::labour_group_count; ++group) {
    const Lane& coverage = draw.coverage[static_cast<std::size_t>(state::band_of_labour_group(group))];
    for (const state::Sex sex : state::sexes) {
      const int cell = state::cell_of(group, sex);
      const auto index = static_cast<std::size_t>(cell);
      const Lane employed = truth.employed(cell);
      const Lane persons = coverage * truth.total(cell);
      const Lane employed_share = share_of(employed, truth.total(cell));
      const Lane regular_share =
          share_of(truth.persons[index][static_cast<std::size_t>(state::LabourState::regular)], employed);
      census.add(group, sex, persons, employed_share, regular_share);

      // Drawing the regular among the employed of the sample gives the multinomial's variances and covariance.
      const Lane asked = rate * persons;
      const Lane found = sampled_share(employed_share, asked, draw.employed_error[index]);
      sample.add(group, sex, persons, found, sampled_share(regular_share, asked * found, draw.regular_error[index]));
    }
  }
  census.write(true_values);
  sample.write(published);
  round_as_printed(draw, published);
}

}  // namespace jobcast::survey
