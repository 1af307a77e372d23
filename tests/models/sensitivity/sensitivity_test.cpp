#include "models/sensitivity/sensitivity.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <set>

#include "models/forecast/county.hpp"
#include "tests/support/jeongseon_plan.hpp"

namespace jobcast::sensitivity {
namespace {

using jobcast::testing::jeongseon_plan;

constexpr int draws = 160;
constexpr auto rate = plan::Indicator::Id::employment_rate_15_64;

Question question(Method method = Method::sobol, bool inputs = false) {
  Question asked;
  asked.request.draws = draws;
  asked.request.seed = 3;
  asked.method = method;
  asked.inputs = inputs;
  asked.bootstrap.resamples = 40;
  return asked;
}

const Sensitivity& found() {
  static const auto all = analyse(jeongseon_plan(), scenario::as_written(jeongseon_plan()), question());
  return all;
}

const Finding& finding(const Sensitivity& all, std::size_t indicator, Level level, const std::string& id) {
  for (std::size_t place = 0; place < all.subjects.size(); ++place) {
    if (all.subjects[place].level == level && all.subjects[place].id == id) {
      return all.indicators[indicator].findings[place];
    }
  }
  throw std::out_of_range(id);
}

struct Models {
  forecast::CountyModel county{jeongseon_plan(), scenario::as_written(jeongseon_plan()), time::make_date(2024, 12, 31)};
  programmes::ProgrammeModel scenario{county.plan, county.programmes, scenario::as_written(jeongseon_plan())};
};

const Models& models() {
  static const Models models;
  return models;
}

struct LastSurvey {
  survey::IndicatorLanes truth, published;
};

LastSurvey play(const forecast::Streams& streams) {
  forecast::County county(models().county);
  forecast::Answer answer(models().county, models().scenario);
  forecast::SurveyFuture future;
  LastSurvey last;
  county.play_to_last_survey(streams, 0, future);
  answer.find_last(streams, 0, future, last.truth, last.published);
  return last;
}

bool same(const LastSurvey& one, const LastSurvey& other) {
  for (std::size_t id = 0; id < forecast::indicator_count; ++id) {
    if ((one.truth.values[id] != other.truth.values[id]).any()) return false;
    if ((one.published.values[id] != other.published.values[id]).any()) return false;
  }
  return true;
}

TEST(Inputs, AreAllThatAForecastDraws) {
  const auto all = inputs_of(models().county, models().scenario);
  std::vector<random::Entity> streams;
  for (const auto& input : all.inputs) streams.insert(streams.end(), input.streams.begin(), input.streams.end());
  forecast::Streams anew(3);
  for (auto* key : {&anew.parameters, &anew.chance, &anew.execution, &anew.survey}) ++key->replicate;
  const random::Altered altered(random::Altered::How::anew, streams);
  EXPECT_TRUE(same(play(forecast::Streams(3).with(altered)), play(anew)))
      << "all inputs drawn anew are a forecast drawn anew, bit by bit: none is missing";
  EXPECT_FALSE(same(play(forecast::Streams(3)), play(anew)));
}

TEST(Inputs, OfOnePurposeAreThatPurpose) {
  const auto all = inputs_of(models().county, models().scenario);
  using random::Purpose;
  for (const auto purpose : {Purpose::parameters, Purpose::chance, Purpose::execution, Purpose::survey}) {
    std::vector<random::Entity> streams;
    for (const auto& input : all.inputs) {
      if (input.purpose == purpose) streams.insert(streams.end(), input.streams.begin(), input.streams.end());
    }
    const random::Altered altered(random::Altered::How::anew, streams);
    EXPECT_TRUE(same(play(forecast::Streams(3).with(altered)), play(forecast::Streams(3).anew(purpose))))
        << static_cast<int>(purpose);
  }
}

TEST(Inputs, HoldEachStreamOnceAndEachValueUnderItsKey) {
  const auto all = inputs_of(models().county, models().scenario);
  std::set<std::uint32_t> streams;
  for (const auto& input : all.inputs) {
    EXPECT_LT(input.group, all.groups.size());
    for (const auto stream : input.streams) EXPECT_TRUE(streams.insert(stream.id).second) << input.id;
    if (input.distribution) {
      EXPECT_FALSE(input.distribution->is_fixed() && !input.id.starts_with("deadweight")) << input.id;
    }
  }
}

TEST(Inputs, OfProgrammesLeaveTheCountyAsItIs) {
  const auto all = inputs_of(models().county, models().scenario);
  std::vector<random::Entity> streams;
  for (const auto& input : all.inputs) {
    if (!input.of_county) streams.insert(streams.end(), input.streams.begin(), input.streams.end());
  }
  const random::Altered altered(random::Altered::How::anew, streams);
  forecast::County county(models().county);
  forecast::SurveyFuture plain, other;
  county.play_to_last_survey(forecast::Streams(3), 0, plain);
  county.play_to_last_survey(forecast::Streams(3).with(altered), 0, other);
  for (std::size_t cell = 0; cell < plain.people.persons.size(); ++cell) {
    for (std::size_t state = 0; state < plain.people.persons[cell].size(); ++state) {
      EXPECT_TRUE((plain.people.persons[cell][state] == other.people.persons[cell][state]).all()) << cell;
    }
  }
  EXPECT_TRUE((plain.insured == other.insured).all());
}

TEST(Sensitivity, OfTheSourcesIsTheForecastsOwnSplit) {
  auto request = question().request;
  request.until = time::make_date(2024, 12, 31);
  const auto forecast = forecast::run(jeongseon_plan(), scenario::as_written(jeongseon_plan()), request);
  for (std::size_t indicator = 0; indicator < forecast::indicator_count; ++indicator) {
    double sum = 0.0;
    for (const auto source : forecast::source_names) {
      sum += finding(found(), indicator, Level::source, std::string(source)).published.total.value;
    }
    for (const auto& share : forecast.uncertainty) {
      if (share.id != static_cast<plan::Indicator::Id>(indicator)) continue;
      const auto total = finding(found(), indicator, Level::source, share.source).published.total.value;
      EXPECT_NEAR(total / sum, share.share, 1e-9) << share.source << " " << indicator;
    }
  }
}

TEST(Sensitivity, KnowsWhatCannotTouchWhat) {
  EXPECT_FALSE(finding(found(), 0, Level::group, "survey-error").truth.acts) << "a count of everyone has no such error";
  EXPECT_FALSE(finding(found(), 0, Level::group, "insured").published.acts) << "insured jobs are counted apart";
  EXPECT_FALSE(finding(found(), 0, Level::group, "survey-size").truth.acts);
  const auto insured = static_cast<std::size_t>(plan::Indicator::Id::insured_persons);
  EXPECT_FALSE(finding(found(), insured, Level::group, "survey-error").published.acts) << "no sample is drawn of them";
  EXPECT_TRUE(finding(found(), insured, Level::group, "coming-insured").published.acts);
  EXPECT_FALSE(finding(found(), 0, Level::group, "money-response").published.acts) << "no money changes in the plan";
}

TEST(Sensitivity, SeesTheSurveysErrorAsTheGreatestPart) {
  const auto& error = finding(found(), 0, Level::group, "survey-error").published;
  EXPECT_GT(error.total.value, 0.2);
  EXPECT_LT(error.total.low, error.total.value);
  EXPECT_GT(error.total.high, error.total.value);
  EXPECT_GT(error.total.value, finding(found(), 0, Level::group, "execution").published.total.value);
}

TEST(Sensitivity, OfAScenarioWithLessMoneyCountsHowJobsFollowMoney) {
  auto asked = question();
  asked.request.draws = 32;
  asked.indicators = {plan::Indicator::Id::employed_persons};
  const auto cut = analyse(jeongseon_plan(), scenario::load_scenario(jeongseon_plan(), "county-cut-10"), asked);
  ASSERT_EQ(cut.indicators.size(), 1U);
  EXPECT_TRUE(finding(cut, 0, Level::group, "money-response").truth.acts);
  EXPECT_EQ(cut.scenario, "county-cut-10");
}

TEST(Screening, GivesSingleNumbersADirectionAndGroupsNone) {
  auto asked = question(Method::morris, true);
  asked.request.draws = 16;
  asked.indicators = {rate};
  const auto all = analyse(jeongseon_plan(), scenario::as_written(jeongseon_plan()), asked);
  const auto& deadweight = finding(all, 0, Level::input, "deadweight.senior-public-job").true_steps;
  ASSERT_TRUE(deadweight.mean.has_value());
  EXPECT_LT(*deadweight.mean, 0.0) << "the more would work anyway, the less the plan adds";
  EXPECT_LE(-*deadweight.mean, deadweight.mean_absolute.value) << "not everywhere: last year's posts weigh too";
  EXPECT_FALSE(finding(all, 0, Level::group, "execution").true_steps.mean.has_value());
  EXPECT_EQ(finding(all, 0, Level::group, "survey-error").true_steps.mean_absolute.value, 0.0);
}

TEST(Sensitivity, RepeatsItselfOnAnyNumberOfThreadsAndCountsItsPasses) {
  auto one = question();
  one.request.draws = 48;
  one.request.threads = 1;
  auto three = one;
  three.request.threads = 3;
  std::size_t passes = 0;
  const auto written = scenario::as_written(jeongseon_plan());
  const auto first = analyse(jeongseon_plan(), written, one, [&] { ++passes; });
  const auto second = analyse(jeongseon_plan(), written, three);
  EXPECT_EQ(passes, passes_of(jeongseon_plan(), written, one));
  for (std::size_t indicator = 0; indicator < first.indicators.size(); ++indicator) {
    for (std::size_t place = 0; place < first.subjects.size(); ++place) {
      const auto& a = first.indicators[indicator].findings[place].published;
      const auto& b = second.indicators[indicator].findings[place].published;
      EXPECT_EQ(a.first_order.value, b.first_order.value);
      EXPECT_EQ(a.total.high, b.total.high);
    }
  }
}

}  // namespace
}  // namespace jobcast::sensitivity
