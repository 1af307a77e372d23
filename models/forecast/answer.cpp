#include "models/forecast/answer.hpp"

#include "models/survey/publish.hpp"

namespace jobcast::forecast {
namespace {

using random::Purpose;
using units::Lane;

}  // namespace

Answer::Answer(const CountyModel& county, const programmes::ProgrammeModel& programmes)
    : county_(county), programmes_(programmes), draw_(programmes.make_draw()) {}

void Answer::write(const Streams& streams, const BlockFutures& futures, ScenarioOutcomes& outcomes) {
  if (futures.surveys.empty()) return;
  first_draw_ = futures.first_draw;
  programmes_.draw(streams.parameters, streams.execution, first_draw_, draw_);
  Finding finding;
  for (std::size_t survey = 0; survey < futures.surveys.size(); ++survey) {
    find(survey, futures.surveys[survey], streams, finding);
    for (std::size_t indicator = 0; indicator < indicator_count; ++indicator) {
      outcomes.numbers.put(ScenarioOutcomes::published(survey, indicator), first_draw_,
                           finding.published.values[indicator]);
      outcomes.numbers.put(ScenarioOutcomes::truth(survey, indicator), first_draw_, finding.truth.values[indicator]);
    }
  }
  write_last(futures, finding, outcomes);
  if (futures.replicated) write_replicates(streams, futures, outcomes);
}

void Answer::meet(const Streams& streams, const BlockFutures& futures, LastWeek& week) {
  first_draw_ = futures.first_draw;
  programmes_.draw(streams.parameters, streams.execution, first_draw_, draw_);
  const std::size_t last = futures.surveys.size() - 1;
  act(last, futures.surveys[last], week.people, week.insured, week.sectors);
}

void Answer::act(std::size_t survey, const SurveyFuture& future, state::CellCounts& people, Lane& insured,
                 programmes::SectorOutcomes& sectors) {
  programmes_.measure(draw_, county_.weeks[survey], future.people, overlay_, sectors);
  people = future.people;
  programmes::apply(overlay_, people);
  insured = (future.insured + overlay_.insured).max(0.0);
}

void Answer::find_last(const Streams& streams, std::uint32_t first_draw, const SurveyFuture& future,
                       survey::IndicatorLanes& truth, survey::IndicatorLanes& published) {
  first_draw_ = first_draw;
  programmes_.draw(streams.parameters, streams.execution, first_draw_, draw_);
  Finding finding;
  find(county_.calendar.surveys.size() - 1, future, streams, finding);
  truth = finding.truth;
  published = finding.published;
}

void Answer::find(std::size_t survey, const SurveyFuture& future, const Streams& streams, Finding& finding) {
  const survey::SurveyId id = county_.calendar.surveys[survey];
  Lane insured_persons;
  act(survey, future, people_, insured_persons, finding.sectors);
  const auto asked = survey::draw_survey(county_.survey, id, streams.parameters, streams.survey, first_draw_);
  survey::publish(people_, asked, finding.truth, finding.published);
  constexpr auto insured = plan::Indicator::Id::insured_persons;
  finding.truth.of(insured) = insured_persons;
  finding.published.of(insured) = county_.insured.published_step().round(finding.truth.of(insured));
}

void Answer::write_last(const BlockFutures& futures, const Finding& finding, ScenarioOutcomes& outcomes) const {
  const auto put = [&](std::size_t column, const Lane& lanes) { outcomes.numbers.put(column, first_draw_, lanes); };
  for (std::size_t indicator = 0; indicator < indicator_count; ++indicator) {
    put(ScenarioOutcomes::programmes_part(indicator),
        finding.truth.values[indicator] - futures.moved.values[indicator]);
  }
  for (std::size_t sector = 0; sector < finding.sectors.size(); ++sector) {
    const programmes::SectorLanes& lanes = finding.sectors[sector];
    put(ScenarioOutcomes::sector(sector, SectorMeasure::at_work), lanes.at_work);
    put(ScenarioOutcomes::sector(sector, SectorMeasure::at_work_15_64), lanes.at_work_15_64);
    put(ScenarioOutcomes::sector(sector, SectorMeasure::net_employment), lanes.net_employment);
    put(ScenarioOutcomes::sector(sector, SectorMeasure::unfilled), lanes.unfilled);
  }
}

void Answer::write_replicates(const Streams& streams, const BlockFutures& futures, ScenarioOutcomes& outcomes) {
  const std::size_t last = futures.surveys.size() - 1;
  const auto write = [&](Source source, const SurveyFuture& future, const Streams& drawn) {
    Finding finding;
    find(last, future, drawn, finding);
    for (std::size_t indicator = 0; indicator < indicator_count; ++indicator) {
      outcomes.numbers.put(ScenarioOutcomes::replicate(source, indicator), first_draw_,
                           finding.published.values[indicator]);
    }
  };
  write(Source::survey, futures.surveys[last], streams.anew(Purpose::survey));
  write(Source::chance, futures.with_other_chance, streams);
  const Streams executed = streams.anew(Purpose::execution);
  programmes_.draw(executed.parameters, executed.execution, first_draw_, draw_);
  write(Source::execution, futures.surveys[last], executed);
  const Streams unknown = streams.anew(Purpose::parameters);
  programmes_.draw(unknown.parameters, unknown.execution, first_draw_, draw_);
  write(Source::parameters, futures.with_other_parameters, unknown);
}

}  // namespace jobcast::forecast
