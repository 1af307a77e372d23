#pragma once

#include <array>
#include <cstdint>

#include "models/state/cell_counts.hpp"
#include "models/survey/survey_draw.hpp"

namespace jobcast::survey::testing {

using units::Lane;

/// Registered persons of Jeongseon at the end of 2023 by labour group and sex: resident five-year groups (Ministry of
/// the Interior and Safety) in the proportions of the plan's table 3.
inline constexpr std::array<std::array<double, 2>, state::labour_group_count> registered{{{576, 560},
                                                                                          {719, 544},
                                                                                          {629, 396},
                                                                                          {1304, 1012},
                                                                                          {2361, 1813},
                                                                                          {3606, 2730},
                                                                                          {2275, 2006},
                                                                                          {2070, 1784},
                                                                                          {1180, 1289},
                                                                                          {1890, 3037}}};
/// Survey population over registered persons, end of 2023.
inline constexpr std::array<double, state::survey_band_count> coverage{0.70, 1.04, 0.965, 0.965};
/// Employment rates of the survey of 2023H2 by band: 37.3, 85.9, 79.1, 64.5 (plan, table 13), opened by group and sex
/// so that men of 15-64 come to 80.2 and women to 71.0 (table 7).
inline constexpr std::array<std::array<double, 2>, state::labour_group_count> employment{{{0.08, 0.08},
                                                                                          {0.38, 0.38},
                                                                                          {0.67, 0.72},
                                                                                          {0.885, 0.825},
                                                                                          {0.890, 0.820},
                                                                                          {0.865, 0.735},
                                                                                          {0.800, 0.715},
                                                                                          {0.780, 0.700},
                                                                                          {0.740, 0.660},
                                                                                          {0.610, 0.480}}};
/// Regular employees among the employed; all ages come to 34.4 % (table 14).
inline constexpr std::array<double, state::labour_group_count> regular{0.3,  0.5,  0.65, 0.6,  0.55,
                                                                       0.45, 0.33, 0.12, 0.06, 0.02};

/// The county's people in every lane.
inline state::CellCounts truth() {
  state::CellCounts counts;
  for (std::size_t group = 0; group < registered.size(); ++group) {
    for (std::size_t sex = 0; sex < 2; ++sex) {
      auto& cell = counts.persons[group * 2 + sex];
      const double persons = registered[group][sex];
      const double employed = persons * employment[group][sex];
      cell[0].setConstant((persons - employed) * 0.98);
      cell[1].setConstant((persons - employed) * 0.02);
      cell[2].setConstant(employed * regular[group]);
      cell[3].setConstant(employed * (1.0 - regular[group]) * 0.3);
      cell[4].setConstant(employed * (1.0 - regular[group]) * 0.7);
    }
  }
  return counts;
}

/// The survey of October 2024 with a fixed sample and coverage; sampling errors belong to draws first_draw ...
inline SurveyDraw survey_of(std::uint32_t first_draw, double design_effect = 1.1, std::uint64_t seed = 7,
                            SurveyId survey = {2024, 2}) {
  SurveyDraw draw;
  draw.survey = survey;
  for (std::size_t band = 0; band < coverage.size(); ++band) draw.coverage[band].setConstant(coverage[band]);
  draw.sample_persons.setConstant(900.0);
  draw.design_effect.setConstant(design_effect);
  random::LaneStream stream({.seed = seed, .purpose = random::Purpose::survey}, first_draw,
                            survey_entity("survey.sample", survey));
  for (Lane& error : draw.employed_error) error = stream.normal();
  for (Lane& error : draw.regular_error) error = stream.normal();
  draw.steps = {PublishedStep(0.1),   PublishedStep(0.1),   PublishedStep(0.1),
                PublishedStep(100.0), PublishedStep(100.0), PublishedStep(1.0)};
  return draw;
}

/// As survey_of, printed so finely that rounding does not show.
inline SurveyDraw unrounded_survey_of(std::uint32_t first_draw, double design_effect = 1.1, std::uint64_t seed = 7,
                                      SurveyId survey = {2024, 2}) {
  SurveyDraw draw = survey_of(first_draw, design_effect, seed, survey);
  draw.steps.fill(PublishedStep(1e-9));
  return draw;
}

}  // namespace jobcast::survey::testing
