#include "models/survey/publish.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <cstring>
#include <vector>

#include "tests/models/survey/jeongseon.hpp"

namespace jobcast::survey {
namespace {

using plan::Indicator;
using testing::Lane;
using enum plan::Indicator::Id;

constexpr std::array survey_indicators{employment_rate_15_64, youth_employment_rate_15_29, female_employment_rate_15_64,
                                       employed_persons, regular_employees};
constexpr int draws = 8000;

/// Published values of one indicator over draws 0 .. draws - 1, and their mean and variance.
struct Sample {
  std::vector<double> values;

  [[nodiscard]] double mean() const {
    double sum = 0.0;
    for (const double value : values) sum += value;
    return sum / static_cast<double>(values.size());
  }
  [[nodiscard]] double covariance(const Sample& other) const {
    double sum = 0.0;
    for (std::size_t i = 0; i < values.size(); ++i) sum += (values[i] - mean_) * (other.values[i] - other.mean_);
    return sum / static_cast<double>(values.size() - 1);
  }
  [[nodiscard]] double variance() const { return covariance(*this); }
  void close() { mean_ = mean(); }

 private:
  double mean_ = 0.0;
};

using Samples = std::array<Sample, plan::indicator_names.size()>;

template <class MakeDraw>
Samples publish_many(const state::CellCounts& truth, MakeDraw make_draw) {
  Samples samples;
  IndicatorLanes true_values;
  IndicatorLanes published;
  for (std::uint32_t first = 0; first < draws; first += units::lane_count) {
    publish(truth, make_draw(first), true_values, published);
    for (const auto id : survey_indicators) {
      auto& values = samples[static_cast<std::size_t>(id)].values;
      values.insert(values.end(), published.of(id).begin(), published.of(id).end());
    }
  }
  for (const auto id : survey_indicators) samples[static_cast<std::size_t>(id)].close();
  return samples;
}

const Samples& unrounded_samples() {
  static const Samples samples =
      publish_many(testing::truth(), [](std::uint32_t first) { return testing::unrounded_survey_of(first); });
  return samples;
}

const Sample& unrounded(Indicator::Id id) { return unrounded_samples()[static_cast<std::size_t>(id)]; }

IndicatorLanes true_values_of(const state::CellCounts& truth) {
  IndicatorLanes true_values;
  IndicatorLanes published;
  publish(truth, testing::survey_of(0), true_values, published);
  return true_values;
}

/// Var of sum of W p over cells, each estimated from a share of the sample: sum of W^2 p (1 - p) deff / n.
template <class Holds, class Share>
double closed_form_variance(Holds holds, Share share, double design_effect) {
  double population_15_64 = 0.0;
  for (std::size_t group = 0; group < 7; ++group) {
    for (const double persons : testing::registered[group]) {
      population_15_64 +=
          persons * testing::coverage[static_cast<std::size_t>(state::band_of_labour_group(static_cast<int>(group)))];
    }
  }
  double variance = 0.0;
  for (std::size_t group = 0; group < testing::registered.size(); ++group) {
    for (std::size_t sex = 0; sex < 2; ++sex) {
      if (!holds(group, sex)) continue;
      const double weight =
          testing::registered[group][sex] *
          testing::coverage[static_cast<std::size_t>(state::band_of_labour_group(static_cast<int>(group)))];
      const double sample = 900.0 * weight / population_15_64;
      const double p = share(group, sex);
      variance += weight * weight * p * (1.0 - p) * design_effect / sample;
    }
  }
  return variance;
}

template <class Holds>
double population_of(Holds holds) {
  double population = 0.0;
  for (std::size_t group = 0; group < testing::registered.size(); ++group) {
    for (std::size_t sex = 0; sex < 2; ++sex) {
      if (!holds(group, sex)) continue;
      population += testing::registered[group][sex] *
                    testing::coverage[static_cast<std::size_t>(state::band_of_labour_group(static_cast<int>(group)))];
    }
  }
  return population;
}

double employed_share(std::size_t group, std::size_t sex) { return testing::employment[group][sex]; }

TEST(Publish, FindsWhatJeongseonPublishedForTheSecondHalfOf2023) {
  const IndicatorLanes values = true_values_of(testing::truth());
  EXPECT_NEAR(values.of(employment_rate_15_64)[0], 76.1, 0.6);
  EXPECT_NEAR(values.of(youth_employment_rate_15_29)[0], 37.3, 0.6);
  EXPECT_NEAR(values.of(female_employment_rate_15_64)[0], 71.0, 0.6);
  EXPECT_NEAR(values.of(employed_persons)[0], 21'800.0, 250.0);
  EXPECT_NEAR(values.of(regular_employees)[0], 7'500.0, 250.0);
}

TEST(Publish, WeighsRatesByCoverage) {
  const IndicatorLanes values = true_values_of(testing::truth());
  const auto women = [](std::size_t group, std::size_t sex) { return group < 7 && sex == 1; };
  double employed = 0.0;
  for (std::size_t group = 0; group < 7; ++group) {
    employed += employed_share(group, 1) *
                population_of([&](std::size_t g, std::size_t sex) { return g == group && sex == 1; });
  }
  EXPECT_NEAR(values.of(female_employment_rate_15_64)[0], 100.0 * employed / population_of(women), 1e-9);
}

TEST(Publish, IsUnbiasedInEveryIndicator) {
  const IndicatorLanes values = true_values_of(testing::truth());
  for (const auto id : survey_indicators) {
    const double error = std::sqrt(unrounded(id).variance() / draws);
    EXPECT_NEAR(unrounded(id).mean(), values.of(id)[0], 4.0 * error)
        << plan::indicator_names[static_cast<std::size_t>(id)] << ", standard error of the mean " << error;
  }
}

TEST(Publish, HasTheVarianceOfAStratifiedSampleWithADesignEffect) {
  const auto working_age = [](std::size_t group, std::size_t) { return group < 7; };
  const auto youth = [](std::size_t group, std::size_t) { return group < 3; };
  const auto women = [](std::size_t group, std::size_t sex) { return group < 7 && sex == 1; };
  const auto all = [](std::size_t, std::size_t) { return true; };
  const auto regular_share = [](std::size_t group, std::size_t sex) {
    return testing::employment[group][sex] * testing::regular[group];
  };
  const double tolerance = 4.0 * std::sqrt(2.0 / draws);  // standard errors of a variance, relative
  const auto rate_variance = [&](auto holds) {
    return 1e4 * closed_form_variance(holds, employed_share, 1.1) / std::pow(population_of(holds), 2);
  };
  EXPECT_NEAR(unrounded(employment_rate_15_64).variance() / rate_variance(working_age), 1.0, tolerance);
  EXPECT_NEAR(unrounded(youth_employment_rate_15_29).variance() / rate_variance(youth), 1.0, tolerance);
  EXPECT_NEAR(unrounded(female_employment_rate_15_64).variance() / rate_variance(women), 1.0, tolerance);
  EXPECT_NEAR(unrounded(employed_persons).variance() / closed_form_variance(all, employed_share, 1.1), 1.0, tolerance);
  // Cells with less than one regular employee expected in the sample keep a smaller variance: a percent of the whole.
  EXPECT_NEAR(unrounded(regular_employees).variance() / closed_form_variance(all, regular_share, 1.1), 1.0,
              tolerance + 0.01);
}

TEST(Publish, HasTheStandardErrorsThatTheCountysHistoryShows) {
  EXPECT_NEAR(std::sqrt(unrounded(employment_rate_15_64).variance()), 1.4, 0.1);
  const double youth = std::sqrt(unrounded(youth_employment_rate_15_29).variance());
  EXPECT_GT(youth, 3.9);
  EXPECT_LT(youth, 6.0);
}

TEST(Publish, DoublesTheVarianceWithTheDesignEffect) {
  const auto doubled =
      publish_many(testing::truth(), [](std::uint32_t first) { return testing::unrounded_survey_of(first, 2.2); });
  for (const auto id : {employment_rate_15_64, female_employment_rate_15_64, employed_persons}) {
    EXPECT_NEAR(doubled[static_cast<std::size_t>(id)].variance() / unrounded(id).variance(), 2.0, 0.05)
        << plan::indicator_names[static_cast<std::size_t>(id)];
  }
}

TEST(Publish, FeedsAllIndicatorsFromOneSample) {
  const auto correlation = [](Indicator::Id a, Indicator::Id b) {
    return unrounded(a).covariance(unrounded(b)) / std::sqrt(unrounded(a).variance() * unrounded(b).variance());
  };
  const auto women = [](std::size_t group, std::size_t sex) { return group < 7 && sex == 1; };
  const auto working_age = [](std::size_t group, std::size_t) { return group < 7; };
  const auto all = [](std::size_t, std::size_t) { return true; };
  const auto variance = [](auto holds) { return closed_form_variance(holds, employed_share, 1.1); };
  const double tolerance = 4.0 / std::sqrt(draws);
  // What two indicators share is the variance of the cells they share.
  EXPECT_NEAR(correlation(employment_rate_15_64, female_employment_rate_15_64),
              std::sqrt(variance(women) / variance(working_age)), tolerance);
  EXPECT_NEAR(correlation(employment_rate_15_64, employed_persons), std::sqrt(variance(working_age) / variance(all)),
              tolerance);
  EXPECT_GT(correlation(employment_rate_15_64, youth_employment_rate_15_29), 0.15);
  EXPECT_GT(correlation(employed_persons, regular_employees), 0.15);
}

TEST(Publish, PrintsRatesInTenthsAndCountsInHundreds) {
  IndicatorLanes true_values;
  IndicatorLanes published;
  publish(testing::truth(), testing::survey_of(0), true_values, published);
  for (int lane = 0; lane < units::lane_count; ++lane) {
    for (const auto id : {employment_rate_15_64, youth_employment_rate_15_29, female_employment_rate_15_64}) {
      const double printed = published.of(id)[lane];
      EXPECT_EQ(printed, std::round(10.0 * printed) / 10.0);
    }
    for (const auto id : {employed_persons, regular_employees}) {
      EXPECT_EQ(std::fmod(published.of(id)[lane], 100.0), 0.0);
    }
  }
}

TEST(Publish, MeetsATargetEquallyOftenWhenTheTruthStandsWhereRoundingTurns) {
  // P(round(x) >= t) = P(x >= t - 0.05): a truth exactly there meets the target about half the time, a truth at the
  // target itself somewhat more often. x is nearly normal.
  const double truth = true_values_of(testing::truth()).of(employment_rate_15_64)[0];
  const double error = std::sqrt(unrounded(employment_rate_15_64).variance());
  const auto rounded = publish_many(testing::truth(), [](std::uint32_t first) { return testing::survey_of(first); })[0];
  const PublishedStep tenth(0.1);
  for (const double target : {tenth.round(truth) - 1.0, tenth.round(truth), tenth.round(truth) + 0.1}) {
    double met = 0.0;
    double expected = 0.0;
    for (std::size_t i = 0; i < rounded.values.size(); ++i) {
      met += meets_target(rounded.values[i], target, tenth) ? 1.0 : 0.0;
      expected += unrounded(employment_rate_15_64).values[i] >= target - 0.05 ? 1.0 : 0.0;
    }
    EXPECT_EQ(met, expected) << "target " << target;
    EXPECT_NEAR(met / draws, 0.5 * std::erfc((target - 0.05 - truth) / error / std::sqrt(2.0)),
                4.0 * 0.5 / std::sqrt(draws))
        << "target " << target << " truth " << truth;
  }
}

TEST(Publish, OfASampleWithoutErrorIsTheTruthRounded) {
  IndicatorLanes true_values;
  IndicatorLanes published;
  const SurveyDraw draw = testing::survey_of(0, 0.0);
  publish(testing::truth(), draw, true_values, published);
  for (const auto id : survey_indicators) {
    const auto index = static_cast<std::size_t>(id);
    EXPECT_TRUE((published.of(id) == draw.steps[index].round(true_values.of(id))).all())
        << plan::indicator_names[index];
  }
}

TEST(Publish, GivesTheSameBitsForTheSameSeedAndDrawWhereverTheyStandInABlock) {
  IndicatorLanes true_values;
  IndicatorLanes first;
  IndicatorLanes shifted;
  publish(testing::truth(), testing::unrounded_survey_of(0), true_values, first);
  publish(testing::truth(), testing::unrounded_survey_of(5), true_values, shifted);
  for (const auto id : survey_indicators) {
    EXPECT_TRUE((first.of(id).tail<units::lane_count - 5>() == shifted.of(id).head<units::lane_count - 5>()).all());
    EXPECT_FALSE((first.of(id).head<4>() == shifted.of(id).head<4>()).all());
  }
}

TEST(Publish, DrawsAprilAndOctoberApart) {
  IndicatorLanes true_values;
  IndicatorLanes april;
  IndicatorLanes october;
  publish(testing::truth(), testing::unrounded_survey_of(0, 1.1, 7, {2024, 1}), true_values, april);
  publish(testing::truth(), testing::unrounded_survey_of(0, 1.1, 7, {2024, 2}), true_values, october);
  EXPECT_TRUE((april.of(employed_persons) != october.of(employed_persons)).all());
}

TEST(Publish, LeavesInsuredPersonsAlone) {
  IndicatorLanes true_values;
  IndicatorLanes published;
  true_values.of(insured_persons).setConstant(12'609.0);
  published.of(insured_persons).setConstant(12'610.0);
  publish(testing::truth(), testing::survey_of(0), true_values, published);
  EXPECT_TRUE((true_values.of(insured_persons) == 12'609.0).all());
  EXPECT_TRUE((published.of(insured_persons) == 12'610.0).all());
}

RC_GTEST_PROP(Publish, KeepsEveryRateBetweenNoneAndAllWhateverTheCells, ()) {
  state::CellCounts truth;
  for (auto& cell : truth.persons) {
    for (Lane& state : cell) {
      for (int lane = 0; lane < units::lane_count; ++lane) {
        state[lane] = *rc::gen::element(0.0, 0.0, 1e-14, 0.4, 3.0, 250.0, 4000.0);
      }
    }
  }
  IndicatorLanes true_values;
  IndicatorLanes published;
  publish(truth, testing::survey_of(*rc::gen::inRange(0u, 1000u)), true_values, published);
  double population = 0.0;
  for (int cell = 0; cell < state::cell_count; ++cell) population = std::max(population, truth.total(cell).maxCoeff());
  for (const IndicatorLanes* values : {&true_values, &published}) {
    for (const auto id : {employment_rate_15_64, youth_employment_rate_15_29, female_employment_rate_15_64}) {
      RC_ASSERT((values->of(id) >= 0.0).all() && (values->of(id) <= 100.0).all());
    }
    RC_ASSERT((values->of(regular_employees) >= 0.0).all());
    RC_ASSERT((values->of(regular_employees) <= values->of(employed_persons) + 1e-6).all());
    RC_ASSERT((values->of(employed_persons) <= 1.04 * population * state::cell_count + 50.0).all());
  }
}

TEST(Publish, FindsNobodyWhereNobodyLivesAndEverybodyWhereEverybodyWorks) {
  state::CellCounts truth;
  IndicatorLanes true_values;
  IndicatorLanes published;
  for (auto& cell : truth.persons) cell.fill(Lane::Zero());
  publish(truth, testing::survey_of(0), true_values, published);
  for (const auto id : survey_indicators) EXPECT_TRUE((published.of(id) == 0.0).all());
  for (auto& cell : truth.persons) cell[2].setConstant(800.0);
  publish(truth, testing::survey_of(0), true_values, published);
  EXPECT_TRUE((published.of(employment_rate_15_64) == 100.0).all());
  EXPECT_TRUE((published.of(female_employment_rate_15_64) == 100.0).all());
  EXPECT_TRUE((published.of(regular_employees) == published.of(employed_persons)).all());
}

}  // namespace
}  // namespace jobcast::survey
