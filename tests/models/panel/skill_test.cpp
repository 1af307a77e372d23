#include "models/panel/skill.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "engine/input/diagnostic.hpp"
#include "engine/stats/proportion.hpp"
#include "tests/models/panel/made_panel.hpp"

namespace jobcast::panel {
namespace {

using ::testing::HasSubstr;

const Score& overall(const Skill& skill, Model model) {
  for (const auto& each : skill.scores) {
    if (!each.origin && each.model == model) return each.score;
  }
  throw std::logic_error("no score");
}

Question question_from(HalfYear origin, const std::string& ages = "15-64") { return {ages, {}, {origin}}; }

std::string refusal_of(const Panel& panel, const Question& question) {
  try {
    (void)measure_skill(panel, nullptr, question);
  } catch (const input::InputError& error) {
    return error.what();
  }
  return "accepted";
}

TEST(Skill, SeesNothingLaterThanTheOrigin) {
  const auto panel = testing::make_panel({});
  const auto origin = half_year(2020, 2);
  auto changed = panel;
  for (auto survey = origin + 1; survey <= panel.last(); survey = survey + 1) {
    for (std::size_t a = 0; a < panel.areas.size(); ++a) {
      for (std::size_t g = 0; g < panel.groups.size(); ++g) {
        auto& figure = changed.at(a, panel.position(survey).value(), g);
        figure = {figure.employed * 1.7 + 1.0, 99.0 - 0.9 * figure.rate};
      }
    }
  }
  for (const auto* ages : {"15-64", "15-29"}) {
    const auto before = measure_skill(panel, nullptr, question_from(origin, ages));
    const auto after = measure_skill(changed, nullptr, question_from(origin, ages));
    ASSERT_EQ(before.forecasts.size(), 4 * panel.areas.size());
    ASSERT_EQ(after.forecasts.size(), before.forecasts.size());
    for (std::size_t i = 0; i < before.forecasts.size(); ++i) {
      EXPECT_EQ(before.forecasts[i].rate.mean, after.forecasts[i].rate.mean);
      EXPECT_EQ(before.forecasts[i].rate.sd, after.forecasts[i].rate.sd);
      EXPECT_NE(before.forecasts[i].observed, after.forecasts[i].observed);
    }
  }
}

TEST(Skill, OfOneOriginDoesNotDependOnTheOthers) {
  const auto panel = testing::make_panel({});
  const auto alone = measure_skill(panel, nullptr, question_from(half_year(2021, 1)));
  const auto among = measure_skill(panel, nullptr, {"15-64", {}, {half_year(2019, 2), half_year(2021, 1)}});
  const auto offset = among.forecasts.size() - alone.forecasts.size();
  for (std::size_t i = 0; i < alone.forecasts.size(); ++i) {
    EXPECT_EQ(alone.forecasts[i].rate.mean, among.forecasts[offset + i].rate.mean);
  }
}

/// The share of figures within an interval, over panels that were drawn independently.
TEST(Skill, HasIntervalsThatHoldWhatTheyPromise) {
  constexpr std::uint64_t panels = 24;
  double within_50 = 0.0;
  double within_80 = 0.0;
  double own = 0.0;
  double last = 0.0;
  std::int64_t n = 0;
  for (std::uint64_t seed = 1; seed <= panels; ++seed) {
    testing::Recipe recipe;
    recipe.seed = seed;
    recipe.areas = 40;
    const auto skill = measure_skill(testing::make_panel(recipe), nullptr, question_from(half_year(2020, 1)));
    const auto& score = overall(skill, Model::jobcast);
    n += score.n;
    within_50 += score.coverage_50 * static_cast<double>(score.n);
    within_80 += score.coverage_80 * static_cast<double>(score.n);
    own += score.crps;
    last += overall(skill, Model::last_value).crps;
  }
  // Areas of a panel share its common change, so their figures count for less than their number: a design effect
  // 1 + (40 - 1) rho with rho the common part of the forecast's variance, about a third.
  const double effective = static_cast<double>(n) / 14.0;
  EXPECT_NEAR(within_50 / static_cast<double>(n), 0.5, 3.0 * std::sqrt(0.25 / effective));
  EXPECT_NEAR(within_80 / static_cast<double>(n), 0.8, 3.0 * std::sqrt(0.16 / effective));
  EXPECT_LT(own, 0.95 * last);
}

TEST(Skill, MakesTotalsOfTheirBands) {
  auto recipe = testing::Recipe{};
  recipe.areas = 30;
  const auto panel = testing::make_panel(recipe);
  const auto mean = [&](const char* ages) {
    return measure_skill(panel, nullptr, question_from(half_year(2019, 1), ages)).forecasts.front().rate.mean;
  };
  // Survey populations are 4, 8, 9 and 7 thousand in every area and do not move.
  EXPECT_NEAR(mean("15-64"), (4 * mean("15-29") + 8 * mean("30-49") + 9 * mean("50-64")) / 21.0, 1e-9);
  EXPECT_NEAR(mean("15+"), (21 * mean("15-64") + 7 * mean("65+")) / 28.0, 1e-9);
}

TEST(Skill, ForecastsAreasWithGapsAndLateStarts) {
  auto panel = testing::make_panel({});
  for (std::size_t t = 0; t < panel.surveys; ++t) {
    for (std::size_t g = 0; g < panel.groups.size(); ++g) {
      if (t < 12) panel.at(3, t, g) = {};
      if (t == 9) panel.at(5, t, g) = {};
    }
  }
  const auto skill = measure_skill(panel, nullptr, question_from(half_year(2020, 1)));
  EXPECT_EQ(overall(skill, Model::jobcast).n, 74) << "area 3 has less than the two years that drift needs";
  const auto later = measure_skill(panel, nullptr, question_from(half_year(2021, 2)));
  EXPECT_EQ(overall(later, Model::jobcast).n, 75);
}

TEST(Skill, OfOneAreaLearnsFromTheOthers) {
  const auto panel = testing::make_panel({});
  const auto all = measure_skill(panel, nullptr, question_from(half_year(2020, 1)));
  const auto one = measure_skill(panel, nullptr, {"15-64", {"가0군"}, {half_year(2020, 1)}});
  ASSERT_EQ(one.chosen_areas, 1U);
  EXPECT_EQ(one.forecasts.front().rate.mean, all.forecasts.front().rate.mean);
}

TEST(Skill, IsScoredOnFiguresPublishedSince) {
  testing::Recipe recipe;
  recipe.surveys = 24;
  const auto whole = testing::make_panel(recipe);
  const auto text = [&](HalfYear from, HalfYear to) { return testing::tidy_text(whole, from, to); };
  const auto panel = parse_panel(text(whole.first, half_year(2023, 2)), "panel.csv");
  const auto since = parse_panel(text(half_year(2024, 1), half_year(2024, 2)), "since.csv");
  EXPECT_EQ(usual_origins(panel, &since), (std::vector<HalfYear>{half_year(2023, 1), half_year(2023, 2)}));
  const auto skill = measure_skill(panel, &since, {"15-64", {}, {}});
  EXPECT_EQ(overall(skill, Model::jobcast).n, 150);
  const auto direct = measure_skill(parse_panel(text(whole.first, whole.last()), "whole.csv"), nullptr,
                                    {"15-64", {}, {half_year(2023, 1), half_year(2023, 2)}});
  EXPECT_EQ(overall(skill, Model::jobcast).crps, overall(direct, Model::jobcast).crps);
}

TEST(Skill, RefusesWhatCannotBeAnswered) {
  const auto panel = testing::make_panel({});
  EXPECT_THAT(refusal_of(panel, question_from(half_year(2020, 1), "20-30")), HasSubstr("skill.no_age_group"));
  EXPECT_THAT(refusal_of(panel, {"15-64", {"시"}, {half_year(2020, 1)}}), HasSubstr("skill.no_area"));
  EXPECT_THAT(refusal_of(panel, question_from(half_year(2030, 1))), HasSubstr("skill.origin_outside"));
  EXPECT_THAT(refusal_of(panel, question_from(half_year(2023, 1))), HasSubstr("skill.no_year_ahead"));
  EXPECT_THAT(refusal_of(panel, question_from(half_year(2013, 2))), HasSubstr("skill.too_little_history"));
}

TEST(Skill, TakesTheLastSevenOriginsByItself) {
  const auto origins = usual_origins(testing::make_panel({}), nullptr);
  ASSERT_EQ(origins.size(), 7U);
  EXPECT_EQ(origins.front(), half_year(2019, 2));
  EXPECT_EQ(origins.back(), half_year(2022, 2));
}

}  // namespace
}  // namespace jobcast::panel
