#include "models/sensitivity/inputs.hpp"

#include <algorithm>
#include <set>

#include "models/plan/pack_words.hpp"
#include "models/plan/posterior.hpp"
#include "models/programmes/programme_model.hpp"

namespace jobcast::sensitivity {
namespace {

using random::Purpose;

class Collector {
 public:
  /// Inputs that follow belong to this group.
  Collector& group(const std::string& id, Kind kind, bool of_county, Purpose purpose = Purpose::parameters) {
    const auto found =
        std::find_if(all_.groups.begin(), all_.groups.end(), [&](const InputGroup& other) { return other.id == id; });
    place_ = static_cast<std::size_t>(found - all_.groups.begin());
    if (found == all_.groups.end()) all_.groups.push_back({id, kind});
    of_county_ = of_county;
    purpose_ = purpose;
    return *this;
  }
  /// An uncertain value; fixed ones are no input.
  Collector& value(const plan::Value& value) {
    if (!value.distribution.is_fixed()) number(value.key, value.distribution);
    return *this;
  }
  /// A stream of one number.
  Collector& number(const std::string& name, const std::optional<random::Distribution>& distribution = {}) {
    add(name, {random::entity(name)}, true, distribution);
    return *this;
  }
  /// Streams that only come together.
  Collector& numbers(const std::string& id, const std::vector<random::Entity>& streams) {
    add(id, streams, false);
    return *this;
  }
  Collector& numbers(const std::string& name) { return numbers(name, {random::entity(name)}); }

  Inputs take() {
    Inputs taken;
    for (std::size_t group = 0; group < all_.groups.size(); ++group) {
      bool any = false;
      for (auto& input : all_.inputs) {
        if (input.group != group) continue;
        taken.inputs.push_back(input);
        taken.inputs.back().group = taken.groups.size();
        any = true;
      }
      if (any) taken.groups.push_back(all_.groups[group]);
    }
    return taken;
  }

 private:
  void add(const std::string& id, const std::vector<random::Entity>& streams, bool one_number,
           const std::optional<random::Distribution>& distribution = {}) {
    if (!seen_.insert(id).second) return;
    all_.inputs.push_back({.id = id,
                           .group = place_,
                           .streams = streams,
                           .purpose = purpose_,
                           .one_number = one_number,
                           .distribution = distribution,
                           .of_county = of_county_});
  }

  Inputs all_;
  std::set<std::string> seen_;
  std::size_t place_ = 0;
  bool of_county_ = false;
  Purpose purpose_ = Purpose::parameters;
};

void add_behaviour(const forecast::CountyModel& county, Collector& collect) {
  const auto& parameters = county.labour.parameters();
  // The streams have the bands' numbers, people and a calibration's columns their ages.
  constexpr std::array ages{"15_29", "30_49", "50_64", "65_over"};
  const auto each_band = [&](const std::string& stream, const std::string& name) {
    for (std::size_t band = 0; band < ages.size(); ++band) {
      collect.numbers(name + ages[band], {random::entity(stream + std::to_string(band))});
    }
  };
  static_assert(ages.size() == state::survey_band_count);
  collect.group("starting-point", Kind::knowable, true);
  each_band("labour.level.", "labour.level_");
  collect.numbers("labour.sex_gap").numbers("labour.regular");
  collect.group("labour-flows", Kind::knowable, true)
      .value(parameters.turnover_shrink)
      .value(parameters.exit_women)
      .value(parameters.regular_retirement)
      .value(parameters.move_regular_temporary)
      .value(parameters.move_temporary_self_employed)
      .value(parameters.move_regular_self_employed)
      .value(parameters.season_difference)
      .value(parameters.shock_to_unemployed)
      .value(parameters.shock_persistence);
  for (const auto& value : parameters.exit_of_band) collect.value(value);
  for (const auto& value : parameters.exit_of_status) collect.value(value);
  collect.group("coming-behaviour", Kind::coming, true).numbers("labour.innovation.common");
  each_band("labour.innovation.", "labour.innovation.");
  collect.numbers("labour.innovation.sex_gap").numbers("labour.innovation.regular");
}

void add_population(const forecast::CountyModel& county, Collector& collect) {
  const auto& uncertainty = county.population.uncertainty();
  collect.group("births-deaths", Kind::knowable, true)
      .value(uncertainty.mortality_multiplier)
      .value(uncertainty.fertility_level)
      .value(uncertainty.fertility_trend);
  collect.group("migration", Kind::knowable, true)
      .value(uncertainty.net_migration_shift)
      .value(uncertainty.migration_spread)
      .value(uncertainty.arrivals_trend)
      .number("population.migration_level");
  collect.group("coming-migration", Kind::coming, true)
      .numbers("population.migration_level_by_year")
      .numbers("population.young_migration_by_year");
}

std::vector<random::Entity> of_surveys(const char* name, survey::SurveyId from, survey::SurveyId to) {
  std::vector<random::Entity> streams;
  for (auto survey = from; survey <= to; survey = survey.next()) streams.push_back(survey_entity(name, survey));
  return streams;
}

void add_survey(const forecast::CountyModel& county, Collector& collect) {
  const auto last = county.calendar.surveys.back();
  collect.group("coverage", Kind::knowable, false)
      .numbers("survey.coverage")
      .value(county.survey.coverage_step())
      .value(county.survey.coverage_drift_damping())
      .numbers("survey.coverage.step", of_surveys("survey.coverage.step", county.survey.coverage().last.next(), last));
  collect.group("survey-size", Kind::knowable, false)
      .value(county.survey.sample_persons())
      .value(county.survey.design_effect());
  collect.group("insured", Kind::knowable, true)
      .value(county.insured.elasticity())
      .value(county.insured.temporary_weight())
      .value(county.insured.volatility());
  collect.group("coming-insured", Kind::coming, true)
      .numbers("insured.walk", of_surveys("insured.walk", {county.plan.base_year, 1}, last));
}

void add_programmes(const programmes::ProgrammeModel& programmes, Collector& collect) {
  const auto value = [&](std::size_t index) {
    return plan::Value{.key = programmes.planned().parameters().key(index),
                       .distribution = programmes.parameter(index).distribution,
                       .unit = "",
                       .provenance = {}};
  };
  for (const auto& group : programmes.groups()) {
    const auto& kind = programmes.kind_of(group);
    const auto deadweight = value(kind.parameters.deadweight);
    collect.group("deadweight." + std::string(plan::sector_ids()[static_cast<std::size_t>(kind.sector)]),
                  Kind::knowable, false);
    // Displacement is drawn with the deadweight's number.
    if (!deadweight.distribution.is_fixed() || !value(kind.parameters.displacement).distribution.is_fixed()) {
      collect.number(deadweight.key, deadweight.distribution);
    }
  }
  for (const auto& group : programmes.groups()) {
    const auto& at = programmes.kind_of(group).parameters;
    collect.group("heads", Kind::knowable, false)
        .value(value(at.persons))
        .value(value(at.residents))
        .value(value(at.base_ratio));
    collect.group("money-response", Kind::knowable, false)
        .value(value(group.budget_ratio < 1.0 ? at.elasticity_cut : at.elasticity_expansion));
    collect.group("after-programmes", Kind::knowable, false).value(value(at.placement));
    collect.group("insured-jobs", Kind::knowable, false).value(value(at.insured));
    collect.group("execution", Kind::decided, false, Purpose::execution).value(value(at.fill)).value(value(at.delay));
  }
  std::vector<random::Entity> steps;
  for (const auto& step : programmes.planned().schedule().steps()) {
    if (!step.reached) steps.push_back(random::entity("milestone." + step.id));
  }
  collect.group("execution", Kind::decided, false, Purpose::execution);
  if (!steps.empty()) collect.numbers("milestones", steps);
}

void add_chance(const forecast::CountyModel& county, Collector& collect) {
  collect.group("chance", Kind::chance, true, Purpose::chance);
  for (const char* what : {"deaths", "leavers", "arrivals", "births"}) {
    collect.numbers("population.chance." + std::string(what));
  }
  std::vector<random::Entity> months;
  const auto last = county.calendar.surveys.back().reference_week();
  for (int year = time::year_of(county.calendar.start); year <= time::year_of(last); ++year) {
    for (int month = 1; month <= 12; ++month) {
      const std::string digits = std::to_string(month);
      months.push_back(random::entity("labour.chance." + std::to_string(year) + (month < 10 ? "-0" : "-") + digits));
    }
  }
  collect.numbers("labour.chance", months);
  collect.group("survey-error", Kind::survey, false, Purpose::survey)
      .numbers("survey.sample",
               of_surveys("survey.sample", {county.plan.base_year, 1}, county.calendar.surveys.back()));
}

bool is_calibrated(const forecast::CountyModel& county) {
  const auto has_members = [](const plan::Posterior* posterior) {
    return posterior != nullptr && posterior->members() > 0;
  };
  return has_members(county.labour.posterior()) || has_members(county.survey.posterior()) ||
         has_members(county.population.uncertainty().posterior.get());
}

}  // namespace

Inputs inputs_of(const forecast::CountyModel& county, const programmes::ProgrammeModel& programmes) {
  Collector collect;
  if (is_calibrated(county)) {
    collect.group("calibration", Kind::knowable, true).numbers("calibration", {plan::posterior_entity});
  }
  add_behaviour(county, collect);
  add_population(county, collect);
  add_survey(county, collect);
  add_programmes(programmes, collect);
  add_chance(county, collect);
  return collect.take();
}

}  // namespace jobcast::sensitivity
