#include "models/forecast/county.hpp"

#include <algorithm>

#include "models/forecast/play.hpp"
#include "models/population/population_draw.hpp"
#include "models/survey/publish.hpp"

namespace jobcast::forecast {
namespace {

using random::Purpose;
using survey::IndicatorLanes;
using units::Lane;

constexpr auto insured_persons = plan::Indicator::Id::insured_persons;

/// The members that a county's employees and the walk of its own make, without programmes.
Lane insured_of(const state::CellCounts& at_start, const state::CellCounts& now, const survey::InsuredDraw& draw) {
  IndicatorLanes truth, ignored;
  survey::publish_insured(at_start, now, Lane::Zero(), draw, truth, ignored);
  return truth.of(insured_persons);
}

}  // namespace

/// Each event reads like the sentence it stands for.
struct County::Player {
  County& county;

  void operator()(const YearBegins& begins, time::Date) const {
    county.population_step_.begin_year(county.block_, begins.year);
    county.year_flows_.fill(Lane::Zero());
  }
  void operator()(const SeasonBegins&, time::Date date) const {
    if (!county.model_.calendar.surveys.empty()) county.labour_step_.begin_season(county.block_, date);
  }
  void operator()(const MonthBegins& month, time::Date date) const {
    population::MonthFlows& flows = county.month_;
    county.population_step_.step_month(county.block_, date, flows);
    if (month.with_labour) county.labour_step_.step_month(county.block_, date);
    const std::array<const population::MonthFlows::BySex*, flow_names.size()> kinds{&flows.births, &flows.deaths,
                                                                                    &flows.arrivals, &flows.leavers};
    for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
      county.year_flows_[kind] += (*kinds[kind])[0] + (*kinds[kind])[1];
    }
  }
  void operator()(const ShockStrikes& strikes, time::Date date) const {
    county.labour_step_.apply_shock(county.block_, date, county.model_.shocks[strikes.shock]);
  }
  void operator()(const SurveyWeek& week, time::Date date) const { county.on_survey(week.survey, date); }
  void operator()(const YearEnds& ends, time::Date) const {
    county.population_step_.end_year(county.block_);
    county.record_year(ends.year);
  }
};

County::County(const CountyModel& model)
    : model_(model),
      steady_(model),
      block_(model.population.start_year(), model.population.last_year() - model.population.start_year()) {}

void County::play(const Streams& streams, std::uint32_t first_draw, bool replicated, BlockFutures& futures,
                  CountyOutcomes& outcomes) {
  first_draw_ = first_draw;
  futures_ = &futures;
  outcomes_ = &outcomes;
  futures.first_draw = first_draw;
  futures.surveys.resize(model_.calendar.surveys.size());
  futures.replicated = replicated && !futures.surveys.empty();
  draw_parameters(streams);
  live(streams, model_.calendar.last, nullptr);
  if (!futures.replicated) return;
  live(streams.anew(Purpose::chance), model_.calendar.last_survey, &futures.with_other_chance);
  draw_parameters(streams.anew(Purpose::parameters));
  live(streams.anew(Purpose::parameters), model_.calendar.last_survey, &futures.with_other_parameters);
}

void County::play_to_last_survey(const Streams& streams, std::uint32_t first_draw, SurveyFuture& future) {
  first_draw_ = first_draw;
  draw_parameters(streams);
  live(streams, model_.calendar.last_survey, &future);
}

void County::draw_parameters(const Streams& streams) {
  population_draw_ = population::draw_population(model_.population, streams.parameters, first_draw_);
  if (model_.calendar.surveys.empty()) return;
  labour_draw_ = labour::draw_labour(model_.labour, streams.parameters, first_draw_);
  steady_.play(labour_draw_, first_draw_);
}

void County::begin(const Streams& streams) {
  population_step_.begin_block(model_.population, population_draw_, streams.chance, first_draw_, true);
  population_step_.open(block_);
  if (model_.calendar.surveys.empty()) return;
  labour_step_.begin_block(model_.labour, labour_draw_, streams.chance, first_draw_, true);
  labour_step_.open(block_);
}

void County::live(const Streams& streams, time::Date last, SurveyFuture* only_last) {
  streams_ = streams;
  only_last_ = only_last;
  begin(streams);
  forecast::play(model_.calendar, last, Player{*this});
}

void County::on_survey(std::size_t survey, time::Date) {
  const bool is_last = survey + 1 == model_.calendar.surveys.size();
  if (only_last_ != nullptr) {
    if (is_last) look(survey, *only_last_);
    return;
  }
  look(survey, futures_->surveys[survey]);
  if (is_last) record_change(survey);
}

void County::look(std::size_t survey, SurveyFuture& future) {
  const time::Date week = model_.calendar.surveys[survey].reference_week();
  state::count_cells(block_, week, future.people);
  future.insured = insured_of(steady_.at_start(survey), future.people,
                              survey::draw_insured(model_.insured, week, streams_.parameters, first_draw_));
}

void County::record_change(std::size_t survey) {
  const survey::SurveyId id = model_.calendar.surveys[survey];
  const SurveyFuture& future = futures_->surveys[survey];
  const auto asked = survey::draw_survey(model_.survey, id, streams_.parameters, streams_.survey, first_draw_);
  const auto before = survey::draw_survey(model_.survey, {model_.plan.base_year, id.half}, streams_.parameters,
                                          streams_.survey, first_draw_);
  auto insured = survey::draw_insured(model_.insured, id.reference_week(), streams_.parameters, first_draw_);
  insured.walk.setZero();
  const auto& at_start = steady_.at_start(survey);
  IndicatorLanes& moved = futures_->moved;
  IndicatorLanes start, aged, ignored;
  survey::publish(future.people, asked, moved, ignored);
  moved.of(insured_persons) = future.insured;
  steady_.count(block_, steady_people_);
  survey::publish(steady_people_, asked, aged, ignored);
  aged.of(insured_persons) = insured_of(at_start, steady_people_, insured);
  steady_.count(model_.october, steady_people_);
  survey::publish(steady_people_, before, start, ignored);
  start.of(insured_persons) = insured_of(at_start, at_start, insured);

  for (std::size_t indicator = 0; indicator < indicator_count; ++indicator) {
    const auto put = [&](std::size_t column, const Lane& lanes) { outcomes_->numbers.put(column, first_draw_, lanes); };
    put(CountyOutcomes::start(indicator), start.values[indicator]);
    put(CountyOutcomes::population_part(indicator), aged.values[indicator] - start.values[indicator]);
    put(CountyOutcomes::behaviour_part(indicator), moved.values[indicator] - aged.values[indicator]);
  }
}

void County::record_year(int year) {
  if (only_last_ != nullptr) return;  // a life for its last survey alone leaves no other trace
  const auto index = static_cast<std::size_t>(year - model_.population.start_year() - 1);
  const auto put = [&](std::size_t column, const Lane& lanes) { outcomes_->numbers.put(column, first_draw_, lanes); };
  state::AgeGroupCounts counts;
  state::count_age_groups(block_, counts);
  for (std::size_t group = 0; group < counts.size(); ++group) {
    put(CountyOutcomes::population(index, group), counts[group]);
  }
  for (std::size_t flow = 0; flow < year_flows_.size(); ++flow) {
    put(CountyOutcomes::flow(index, flow), year_flows_[flow]);
  }
}

}  // namespace jobcast::forecast
