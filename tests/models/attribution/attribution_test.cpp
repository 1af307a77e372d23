#include "models/attribution/attribution.hpp"

#include <gmock/gmock.h>

#include <set>

#include "models/forecast/futures.hpp"
#include "tests/support/jeongseon_plan.hpp"

namespace jobcast::attribution {
namespace {

using jobcast::testing::jeongseon_plan;

constexpr auto rate = static_cast<std::size_t>(plan::Indicator::Id::employment_rate_15_64);

Question question(std::vector<Grouping> groupings, std::uint64_t seed = 3) {
  Question asked;
  asked.request.draws = 64;
  asked.request.seed = seed;
  asked.groupings = std::move(groupings);
  asked.orders.pairs = 2;
  return asked;
}

const GroupEffect& by(Grouping grouping) {
  static const auto all = attribute(jeongseon_plan(), question({Grouping::sector, Grouping::strategy, Grouping::funding,
                                                                Grouping::department, Grouping::programme}));
  return all.groups[static_cast<std::size_t>(grouping)];
}

const PartEffect& part(Grouping grouping, const std::string& id) {
  for (const auto& each : by(grouping).parts) {
    if (each.part.id == id) return each;
  }
  throw std::out_of_range(id);
}

TEST(Parts, HoldEveryProgrammeOnce) {
  for (const auto grouping : {Grouping::sector, Grouping::strategy, Grouping::department, Grouping::programme}) {
    std::set<std::string> seen;
    double jobs = 0.0;
    double won = 0.0;
    for (const auto& each : parts_of(jeongseon_plan(), grouping)) {
      for (const auto& id : each.programmes) EXPECT_TRUE(seen.insert(id).second) << id;
      jobs += each.jobs;
      won += each.won;
    }
    EXPECT_EQ(seen.size(), 189U) << name_of(grouping);
    EXPECT_EQ(jobs, 13267.0);
    EXPECT_NEAR(won, 103'554'194'000.0, 1.0);
  }
}

TEST(Parts, OfMoneyHoldEveryWon) {
  double won = 0.0;
  for (const auto& each : parts_of(jeongseon_plan(), Grouping::funding)) won += each.won;
  EXPECT_NEAR(won, 103'554'194'000.0, 1000.0) << "totals that an assumption splits are split to the won";
}

TEST(Parts, AllPresentAreThePlanAndNonePresentAreNoProgrammes) {
  forecast::Request request{.draws = 64, .seed = 3, .split_uncertainty = false, .until = time::make_date(2024, 12, 31)};
  const auto written = scenario::as_written(jeongseon_plan());
  const forecast::Futures futures(jeongseon_plan(), written, request);
  const auto plan = futures.answer(written);
  const auto none = futures.answer(scenario::load_scenario(jeongseon_plan(), "no-programmes"));
  for (const auto grouping : {Grouping::sector, Grouping::department, Grouping::programme}) {
    const auto parts = parts_of(jeongseon_plan(), grouping);
    const auto all = futures.answer(with_parts(jeongseon_plan(), parts, Coalition(parts.size(), true)));
    const auto nothing = futures.answer(with_parts(jeongseon_plan(), parts, Coalition(parts.size(), false)));
    for (std::size_t i = 0; i < plan.indicators.size(); ++i) {
      EXPECT_EQ(all.indicators[i].truth.mean, plan.indicators[i].truth.mean) << "the same bits";
      EXPECT_NEAR(nothing.indicators[i].truth.mean, none.indicators[i].truth.mean,
                  1e-9 * std::abs(none.indicators[i].truth.mean))
          << name_of(grouping) << " " << i;
    }
  }
}

TEST(Attribution, SharesAddUpToTheWhole) {
  for (const auto grouping : {Grouping::sector, Grouping::strategy, Grouping::funding, Grouping::department}) {
    const auto& group = by(grouping);
    for (std::size_t outcome = 0; outcome < outcome_count; ++outcome) {
      double sum = 0.0;
      for (const auto& each : group.parts) sum += (*each.shared)[outcome].mean;
      const double whole = group.whole[outcome].mean;
      EXPECT_NEAR(sum, whole, 1e-9 * std::max(1.0, std::abs(whole))) << name_of(grouping) << " " << outcome;
    }
  }
  EXPECT_TRUE(by(Grouping::sector).all_orders);
  EXPECT_FALSE(by(Grouping::department).all_orders) << "26 parts";
}

TEST(Attribution, ProgrammesAddUpToTheWholeWithinWhatTheyDoToEachOther) {
  double sum = 0.0;
  for (const auto& each : by(Grouping::programme).parts) sum += each.last[rate].mean;
  EXPECT_NEAR(sum, by(Grouping::programme).whole[rate].mean, 0.05) << "points; there are people enough for nearly all";
}

TEST(Attribution, TellsWhatTheCalendarSays) {
  const auto& students = part(Grouping::programme, "student-jobs");
  EXPECT_EQ(students.last[at_work].mean, 0.0) << "never in October";
  EXPECT_FALSE(won_per_person(students).has_value());
  const auto& seniors = part(Grouping::programme, "senior-jobs");
  EXPECT_GT(seniors.last[at_work].mean, 2000.0);
  EXPECT_GT(seniors.last[additional].mean, 500.0);
  EXPECT_LT(seniors.last[rate].mean, 1.0) << "most are over 64";
  ASSERT_TRUE(won_per_person(seniors).has_value());
  EXPECT_NEAR(*won_per_person(seniors), seniors.part.won / seniors.last[additional].mean, 1.0);
  EXPECT_FALSE(won_per_person(part(Grouping::programme, "kangwon-land")).has_value()) << "no public money";
}

TEST(Attribution, IsWhatDepartmentsAndTheirProgrammesHaveInCommon) {
  double sum = 0.0;
  for (const auto& id : part(Grouping::department, "복지과").part.programmes) {
    sum += part(Grouping::programme, id).last[additional].mean;
  }
  EXPECT_NEAR(part(Grouping::department, "복지과").last[additional].mean, sum, 0.01 * sum);
}

TEST(Attribution, CountsTheCoalitionsItAsks) {
  std::size_t asked = 0;
  const auto one = question({Grouping::strategy});
  const auto found = attribute(jeongseon_plan(), one, [&] { ++asked; });
  EXPECT_EQ(asked, coalitions_of(jeongseon_plan(), one));
  EXPECT_NEAR(found.survey_error, 1.457, 0.001);
  EXPECT_EQ(found.groups.size(), 1U);
}

TEST(Attribution, RepeatsItselfOnAnyNumberOfThreads) {
  auto one = question({Grouping::sector});
  one.request.threads = 1;
  auto three = one;
  three.request.threads = 3;
  const auto first = attribute(jeongseon_plan(), one);
  const auto second = attribute(jeongseon_plan(), three);
  for (std::size_t i = 0; i < first.groups[0].parts.size(); ++i) {
    for (std::size_t outcome = 0; outcome < outcome_count; ++outcome) {
      EXPECT_EQ(first.groups[0].parts[i].last[outcome].mean, second.groups[0].parts[i].last[outcome].mean);
    }
  }
}

}  // namespace
}  // namespace jobcast::attribution
