#include <gtest/gtest.h>

#include "models/backtest/labour_hindcast.hpp"
#include "models/backtest/monthly_hindcast.hpp"
#include "models/backtest/population_hindcast.hpp"
#include "models/plan/as_of.hpp"
#include "tests/support/jeongseon_plan.hpp"

namespace jobcast::backtest {
namespace {

using jobcast::testing::jeongseon_plan;

/// The plan with other values wherever a fact was not known on a day, and other assumptions and targets.
plan::Plan with_another_future(const plan::Plan& plan, time::Date day) {
  plan::Plan other = plan;
  std::vector<plan::Table> tables(plan.facts.tables().begin(), plan.facts.tables().end());
  int changed = 0;
  for (auto& table : tables) {
    for (auto& fact : table.facts) {
      const auto end = plan::period_end(fact.period);
      if (!end || *end <= day || fact.item == "mortality_rate" || fact.item == "fertility_share") continue;
      fact.value = fact.unit == "percent" ? 0.5 * fact.value : 1.3 * fact.value;
      ++changed;
    }
  }
  EXPECT_GT(changed, 300);
  other.facts = plan::FactBook(std::move(tables));
  for (auto& [key, value] : other.assumptions) value.distribution = random::Distribution::fixed(0.2);
  for (auto& indicator : other.indicators) indicator.base = indicator.target = 1.0;
  return other;
}

TEST(NoPeeking, PopulationFromTheEndOf2021HasTheSameBitsWhateverCameLater) {
  const auto day = time::make_date(2021, 12, 31);
  const auto own = forecast_population(plan::as_of(jeongseon_plan(), day), 2, 1, 64);
  const auto other = forecast_population(plan::as_of(with_another_future(jeongseon_plan(), day), day), 2, 1, 64);
  EXPECT_EQ(own.members, other.members);
  const auto later = time::make_date(2022, 12, 31);
  const auto seen = forecast_population(plan::as_of(with_another_future(jeongseon_plan(), day), later), 1, 1, 64);
  EXPECT_NE(seen.members[0], forecast_population(plan::as_of(jeongseon_plan(), later), 1, 1, 64).members[0])
      << "what is known must matter, or the test proves nothing";
}

TEST(NoPeeking, EmploymentFromOctober2020HasTheSameBitsWhateverCameLater) {
  const auto day = time::make_date(2020, 10, 31);
  const auto own = forecast_labour(plan::as_of(jeongseon_plan(), day), 4, 1, 32);
  const auto other = forecast_labour(plan::as_of(with_another_future(jeongseon_plan(), day), day), 4, 1, 32);
  EXPECT_EQ(own.members, other.members);
  for (const auto& [method, predicted] : own.predicted) {
    for (std::size_t ahead = 0; ahead < predicted.size(); ++ahead) {
      for (std::size_t series = 0; series < labour_series_count; ++series) {
        EXPECT_EQ(predicted[ahead][series].mean, other.predicted.at(method)[ahead][series].mean);
        EXPECT_EQ(predicted[ahead][series].sd, other.predicted.at(method)[ahead][series].sd);
      }
    }
  }
  const auto later = time::make_date(2021, 4, 30);
  EXPECT_NE(forecast_labour(plan::as_of(with_another_future(jeongseon_plan(), day), later), 1, 1, 32).members,
            forecast_labour(plan::as_of(jeongseon_plan(), later), 1, 1, 32).members);
}

TEST(NoPeeking, TheMonthlyModelFromTheEndOf2020HasTheSameBitsWhateverCameLater) {
  const auto day = time::make_date(2020, 12, 31);
  const auto own = forecast_monthly(plan::as_of(jeongseon_plan(), day), 4, 1, 32, 50);
  EXPECT_EQ(own, forecast_monthly(plan::as_of(with_another_future(jeongseon_plan(), day), day), 4, 1, 32, 50));
  const auto later = time::make_date(2021, 12, 31);
  EXPECT_NE(forecast_monthly(plan::as_of(with_another_future(jeongseon_plan(), day), later), 1, 1, 32, 50),
            forecast_monthly(plan::as_of(jeongseon_plan(), later), 1, 1, 32, 50));
}

TEST(AsOf, HoldsNothingOfALaterDayAndNoneOfThePacksAssumptions) {
  const auto day = time::make_date(2021, 12, 31);
  const auto view = plan::as_of(jeongseon_plan(), day);
  std::size_t facts = 0;
  for (const auto& table : view.facts.tables()) {
    for (const auto& fact : table.facts) {
      const auto end = plan::period_end(fact.period);
      const bool national = fact.item == "mortality_rate" || fact.item == "fertility_share";
      EXPECT_TRUE(national || (end && *end <= day)) << fact.item << " " << fact.period;
      ++facts;
    }
  }
  EXPECT_GT(facts, 200U);
  EXPECT_TRUE(view.assumptions.empty());
  EXPECT_TRUE(view.programmes.empty());
  EXPECT_EQ(view.base_year, 2021);
  EXPECT_EQ(view.posterior, nullptr);
}

TEST(PeriodEnd, IsTheSaturdayOfASurveysWeek) {
  EXPECT_EQ(plan::period_end("2023H2"), time::make_date(2023, 10, 21));
  EXPECT_EQ(plan::period_end("2023"), time::make_date(2023, 12, 31));
  EXPECT_EQ(plan::period_end("2020-2025"), time::make_date(2025, 12, 31));
  EXPECT_EQ(plan::period_end("some day"), std::nullopt);
}

}  // namespace
}  // namespace jobcast::backtest
