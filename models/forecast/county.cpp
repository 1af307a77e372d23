#include "models/forecast/county.hpp"

#include "models/forecast/play.hpp"
#include "models/population/population_draw.hpp"
#include "models/survey/publish.hpp"

namespace jobcast::forecast {
namespace {

using random::Purpose;
using units::Lane;

Lane both(const population::MonthFlows::BySex& flow) { return flow[0] + flow[1]; }

}  // namespace

/// Each event reads like the sentence it stands for.
struct County::Player {
  County& county;

  void operator()(const YearBegins& begins, time::Date) const {
    county.population_step_.begin_year(county.block_, begins.year);
    county.year_flows_.fill(Lane::Zero());
  }
  void operator()(const SeasonBegins&, time::Date date) const { county.labour_step_.begin_season(county.block_, date); }
  void operator()(const MonthBegins& month, time::Date date) const {
    county.population_step_.step_month(county.block_, date, county.month_);
    if (month.with_labour) county.labour_step_.step_month(county.block_, date);
    const auto& flows = county.month_;
    const std::array<const population::MonthFlows::BySex*, flow_names.size()> kinds{&flows.births, &flows.deaths,
                                                                                    &flows.arrivals, &flows.leavers};
    for (std::size_t kind = 0; kind < kinds.size(); ++kind) county.year_flows_[kind] += both(*kinds[kind]);
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
      block_(model.population.start_year(), model.population.last_year() - model.population.start_year()),
      programme_draw_(model.programmes.make_draw()),
      other_programme_draw_(model.programmes.make_draw()) {}

void County::play(const Streams& streams, std::uint32_t first_draw, Outcomes& outcomes) {
  outcomes_ = &outcomes;
  first_draw_ = first_draw;
  draw_parameters(streams);
  time::Date last = model_.calendar.start;
  for (const auto& planned : model_.calendar.events) last = std::max(last, planned.date);
  live(streams, last, std::nullopt);

  const bool replicated = static_cast<int>(first_draw) < outcomes.replicated_draws();
  if (!replicated || model_.calendar.surveys.empty()) return;
  live(streams.anew(Purpose::chance), model_.calendar.last_survey, 1);
  draw_parameters(streams.anew(Purpose::parameters));
  live(streams.anew(Purpose::parameters), model_.calendar.last_survey, 0);
}

void County::draw_parameters(const Streams& streams) {
  population_draw_ = population::draw_population(model_.population, streams.parameters, first_draw_);
  if (model_.calendar.surveys.empty()) return;
  labour_draw_ = labour::draw_labour(model_.labour, streams.parameters, first_draw_);
  model_.programmes.draw(streams.parameters, streams.execution, first_draw_, programme_draw_);
  steady_.play(labour_draw_, first_draw_);
}

void County::begin(const Streams& streams) {
  population_step_.begin_block(model_.population, population_draw_, streams.chance, first_draw_, true);
  population_step_.open(block_);
  if (model_.calendar.surveys.empty()) return;
  labour_step_.begin_block(model_.labour, labour_draw_, streams.chance, first_draw_, true);
  labour_step_.open(block_);
}

void County::live(const Streams& streams, time::Date last, std::optional<std::size_t> replicate) {
  streams_ = streams;
  replicate_ = replicate;
  begin(streams);
  forecast::play(model_.calendar, last, Player{*this});
}

void County::on_survey(std::size_t survey, time::Date week) {
  const bool is_last = survey + 1 == model_.calendar.surveys.size();
  if (replicate_ && !is_last) return;
  state::count_cells(block_, week, people_);
  Finding finding;
  find(survey, *streams_, programme_draw_, finding);
  if (replicate_) return record_replicate(*replicate_, finding);

  for (std::size_t indicator = 0; indicator < indicator_count; ++indicator) {
    outcomes_->put(outcomes_->published(survey, indicator), first_draw_, finding.published.values[indicator]);
    outcomes_->put(outcomes_->truth(survey, indicator), first_draw_, finding.truth.values[indicator]);
  }
  if (!is_last) return;
  record_change(survey, finding);
  record_sectors(finding);
  if (static_cast<int>(first_draw_) >= outcomes_->replicated_draws()) return;
  const Streams executed = streams_->anew(Purpose::execution);
  model_.programmes.draw(executed.parameters, executed.execution, first_draw_, other_programme_draw_);
  find(survey, executed, other_programme_draw_, finding);
  record_replicate(2, finding);
  find(survey, streams_->anew(Purpose::survey), programme_draw_, finding);
  record_replicate(3, finding);
}

void County::find(std::size_t survey, const Streams& streams, programmes::ProgrammeDraw& programmes, Finding& finding) {
  const survey::SurveyId id = model_.calendar.surveys[survey];
  model_.programmes.measure(programmes, model_.weeks[survey], people_, overlay_, finding.sectors);
  working_ = people_;
  programmes::apply(overlay_, working_);
  const auto asked = survey::draw_survey(model_.survey, id, streams.parameters, streams.survey, first_draw_);
  survey::publish(working_, asked, finding.truth, finding.published);
  const auto insured = survey::draw_insured(model_.insured, id.reference_week(), streams.parameters, first_draw_);
  survey::publish_insured(steady_.at_start(survey), people_, overlay_.insured, insured, finding.truth,
                          finding.published);
}

void County::record_change(std::size_t survey, const Finding& finding) {
  const survey::SurveyId id = model_.calendar.surveys[survey];
  const auto asked = survey::draw_survey(model_.survey, id, streams_->parameters, streams_->survey, first_draw_);
  const auto before = survey::draw_survey(model_.survey, {model_.plan.base_year, id.half}, streams_->parameters,
                                          streams_->survey, first_draw_);
  auto insured = survey::draw_insured(model_.insured, id.reference_week(), streams_->parameters, first_draw_);
  const auto& at_start = steady_.at_start(survey);
  const Lane nobody = Lane::Zero();
  survey::IndicatorLanes start, aged, moved, ignored;

  survey::publish(people_, asked, moved, ignored);
  survey::publish_insured(at_start, people_, nobody, insured, moved, ignored);
  insured.walk.setZero();
  steady_.count(block_, working_);
  survey::publish(working_, asked, aged, ignored);
  survey::publish_insured(at_start, working_, nobody, insured, aged, ignored);
  steady_.count(model_.october, working_);
  survey::publish(working_, before, start, ignored);
  survey::publish_insured(at_start, at_start, nobody, insured, start, ignored);

  for (std::size_t indicator = 0; indicator < indicator_count; ++indicator) {
    const auto put = [&](std::size_t column, const Lane& lanes) { outcomes_->put(column, first_draw_, lanes); };
    put(outcomes_->start(indicator), start.values[indicator]);
    put(outcomes_->change(Part::population, indicator), aged.values[indicator] - start.values[indicator]);
    put(outcomes_->change(Part::behaviour, indicator), moved.values[indicator] - aged.values[indicator]);
    put(outcomes_->change(Part::programmes, indicator), finding.truth.values[indicator] - moved.values[indicator]);
  }
}

void County::record_sectors(const Finding& finding) {
  for (std::size_t sector = 0; sector < finding.sectors.size(); ++sector) {
    const auto put = [&](SectorMeasure measure, const Lane& lanes) {
      outcomes_->put(outcomes_->sector(sector, measure), first_draw_, lanes);
    };
    put(SectorMeasure::at_work, finding.sectors[sector].at_work);
    put(SectorMeasure::at_work_15_64, finding.sectors[sector].at_work_15_64);
    put(SectorMeasure::net_employment, finding.sectors[sector].net_employment);
    put(SectorMeasure::unfilled, finding.sectors[sector].unfilled);
  }
}

void County::record_replicate(std::size_t source, const Finding& finding) {
  for (std::size_t indicator = 0; indicator < indicator_count; ++indicator) {
    outcomes_->put(outcomes_->replicate(source, indicator), first_draw_, finding.published.values[indicator]);
  }
}

void County::record_year(int year) {
  const auto index = static_cast<std::size_t>(year - model_.population.start_year() - 1);
  state::AgeGroupCounts counts;
  state::count_age_groups(block_, counts);
  for (std::size_t group = 0; group < counts.size(); ++group) {
    outcomes_->put(outcomes_->population(index, group), first_draw_, counts[group]);
  }
  for (std::size_t flow = 0; flow < year_flows_.size(); ++flow) {
    outcomes_->put(outcomes_->flow(index, flow), first_draw_, year_flows_[flow]);
  }
}

}  // namespace jobcast::forecast
