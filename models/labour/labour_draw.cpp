#include "models/labour/labour_draw.hpp"

#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "models/labour/cell_response.hpp"

namespace jobcast::labour {
namespace {

using units::Lane;

/// Where numbers come from: the streams of the draws, or the middle of everything.
class Source {
 public:
  static Source central() { return Source(); }
  Source(random::StreamKey key, std::uint32_t first_draw, const plan::Posterior* posterior)
      : drawn_(true), key_(key), first_draw_(first_draw), posterior_(posterior) {}

  /// The draws' members of a column of the posterior; nothing at the centre and where there is none.
  [[nodiscard]] std::optional<Lane> member(const char* column) const {
    if (posterior_ == nullptr || posterior_->find(column) == nullptr) return std::nullopt;
    return posterior_->lanes(column, key_, first_draw_);
  }

  [[nodiscard]] Lane value(const plan::Value& value) const {
    if (!drawn_ || value.distribution.is_fixed()) return Lane::Constant(value.central());
    random::LaneStream stream(key_, first_draw_, random::entity(value.key));
    return value.distribution.quantile(stream.uniform());
  }
  /// `count` standard normals; zeros at the centre.
  [[nodiscard]] std::vector<Lane> normals(const std::string& name, int count) const {
    std::vector<Lane> scores(static_cast<std::size_t>(count), Lane::Zero());
    if (!drawn_) return scores;
    random::LaneStream stream(key_, first_draw_, random::entity(name));
    for (Lane& score : scores) score = stream.normal();
    return scores;
  }

 private:
  Source() = default;

  bool drawn_ = false;
  random::StreamKey key_{};
  std::uint32_t first_draw_ = 0;
  const plan::Posterior* posterior_ = nullptr;
};

std::vector<CellRates> draw_rates(const LabourParameters& parameters, const Source& source) {
  const Lane turnover = source.value(parameters.turnover_shrink);
  const Lane women = source.value(parameters.exit_women);
  const Lane retirement = source.value(parameters.regular_retirement);
  std::array<Lane, 3> status;
  for (std::size_t k = 0; k < status.size(); ++k) status[k] = source.value(parameters.exit_of_status[k]);
  std::vector<CellRates> rates(state::cell_count);
  for (int group = 0; group < state::labour_group_count; ++group) {
    const auto band = static_cast<std::size_t>(state::band_of_labour_group(group));
    const Lane exit = parameters.national.employed_to_inactive * turnover * source.value(parameters.exit_of_band[band]);
    const bool retiring = state::labour_groups[static_cast<std::size_t>(group)].from >= 60;
    for (const state::Sex sex : state::sexes) {
      CellRates& cell = rates[static_cast<std::size_t>(state::cell_of(group, sex))];
      for (std::size_t k = 0; k < status.size(); ++k) {
        cell.search_weight[k] = status[k];
        cell.to_inactive[k] = exit * status[k];
        if (sex == state::Sex::female) cell.to_inactive[k] *= women;
      }
      if (retiring) cell.to_inactive[0] *= retirement;
      cell.unemployed_to_employed = parameters.national.unemployed_to_employed * turnover;
      cell.unemployed_to_inactive = parameters.national.unemployed_to_inactive * turnover;
      cell.regular_temporary = source.value(parameters.move_regular_temporary) * turnover;
      cell.temporary_self_employed = source.value(parameters.move_temporary_self_employed) * turnover;
      cell.regular_self_employed = source.value(parameters.move_regular_self_employed) * turnover;
    }
  }
  return rates;
}

/// The true log-odds behind the last survey against what it published, and the yearly drift that goes with them.
struct Present {
  std::array<Lane, state::survey_band_count> level;
  std::array<Lane, state::survey_band_count> drift;  ///< a year
  Lane sex_gap;
  Lane regular;
  std::optional<Lane> temporary{}, search{};  ///< only where the plan is calibrated
};

Present draw_present(const EmploymentHistory& history, const Source& source) {
  Present present;
  for (std::size_t band = 0; band < history.bands.size(); ++band) {
    const SeriesState& series = history.bands[band];
    const std::vector<Lane> scores = source.normals("labour.level." + std::to_string(band), 2);
    const double along = series.now.level_sd > 0.0 ? series.now.covariance / series.now.level_sd : 0.0;
    const double across = std::sqrt(std::max(series.now.drift_sd * series.now.drift_sd - along * along, 0.0));
    present.level[band] = series.now.level - series.published + series.now.level_sd * scores[0];
    present.drift[band] = 2.0 * (series.now.drift + along * scores[0] + across * scores[1]);
    if (const auto level = source.member(labour_columns::level[band])) present.level[band] = *level - series.published;
    if (const auto drift = source.member(labour_columns::drift[band])) present.drift[band] = 2.0 * *drift;
  }
  const auto around = [&](const SeriesState& series, const char* name, const char* column) {
    if (const auto level = source.member(column)) return Lane(*level - series.published);
    return Lane(series.now.level - series.published + series.now.level_sd * source.normals(name, 1)[0]);
  };
  present.sex_gap = around(history.sex_gap, "labour.sex_gap", labour_columns::sex_gap);
  present.regular = around(history.regular, "labour.regular", labour_columns::regular);
  if (const auto level = source.member(labour_columns::temporary)) {
    present.temporary = Lane(*level - history.temporary_at_start);
  }
  if (const auto level = source.member(labour_columns::search)) present.search = Lane(*level - history.search_at_start);
  return present;
}

/// Adds to the log-odds of temporary against own work; both together stay.
void shift_temporary(LogRatios& ratios, const Lane& shift) {
  const Lane odds = (ratios[3] - ratios[4]).exp();
  const Lane both = ((1.0 + odds) / (1.0 + odds * shift.exp())).log();
  ratios[3] += shift + both;
  ratios[4] += both;
}

/// Adds to the log-odds of searching against staying out of the labour force; both together stay.
void shift_search(LogRatios& ratios, const Lane& shift) {
  const Lane odds = ratios[1].exp();
  const Lane inactive = ((1.0 + odds) / (1.0 + odds * shift.exp())).log();
  ratios[1] += shift;
  for (std::size_t k = 2; k < ratios.size(); ++k) ratios[k] -= inactive;
}

std::vector<LogRatios> october_ratios(const LabourModel& model, const CellResponse& response, const Present& present) {
  std::vector<LogRatios> ratios(state::cell_count);
  for (int cell = 0; cell < state::cell_count; ++cell) {
    const auto& shares = model.start().shares[static_cast<std::size_t>(cell)];
    LogRatios& of_cell = ratios[static_cast<std::size_t>(cell)];
    for (std::size_t k = 0; k < of_cell.size(); ++k) of_cell[k].setConstant(std::log(shares[k] / shares[0]));
    const bool women = state::sexes[static_cast<std::size_t>(cell % state::sex_count)] == state::Sex::female;
    const auto band = static_cast<std::size_t>(state::band_of_labour_group(cell / state::sex_count));
    shift_ratios(of_cell,
                 response.band[band] * present.level[band] + (women ? response.women : response.men) * present.sex_gap,
                 response.regular * present.regular);
    if (present.temporary) shift_temporary(of_cell, response.temporary * *present.temporary);
    if (present.search) shift_search(of_cell, response.search * *present.search);
  }
  return ratios;
}

/// What surveys since the start say of a half-year's two quarters: they add up to what the member moved, each changed
/// by as much (a bridge between the two surveys).
void bridge(std::vector<QuarterStep>& quarters, std::size_t band, double response, const Source& source) {
  for (std::size_t half_year = 0; half_year < labour_columns::most_moves; ++half_year) {
    const auto moved = source.member(labour_columns::moved[half_year][band]);
    const std::size_t second = 2 * half_year + 1;
    if (!moved || second >= quarters.size()) return;
    units::Lane& one = quarters[second - 1].employment[band];
    units::Lane& other = quarters[second].employment[band];
    const Lane missing = 0.5 * (response * *moved - one - other);
    one += missing;
    other += missing;
  }
}

std::vector<QuarterStep> draw_quarters(const LabourModel& model, const CellResponse& response, const Present& present,
                                       const Source& source) {
  constexpr double quarters_a_year = 4.0;
  const EmploymentHistory& history = model.history();
  const int count = model.quarter_count();
  const double persistence = model.parameters().drift_persistence.central();
  const auto common = source.normals("labour.innovation.common", count);
  const auto gap = source.normals("labour.innovation.sex_gap", count);
  const auto regular = source.normals("labour.innovation.regular", count);
  const Lane together = source.member(labour_columns::common).value_or(Lane::Constant(history.common));
  std::vector<QuarterStep> quarters(static_cast<std::size_t>(count));
  for (std::size_t band = 0; band < history.bands.size(); ++band) {
    const auto own = source.normals("labour.innovation." + std::to_string(band), count);
    const Lane sd =
        source.member(labour_columns::innovation[band]).value_or(Lane::Constant(history.bands[band].innovation)) /
        std::sqrt(quarters_a_year);
    for (std::size_t quarter = 0; quarter < quarters.size(); ++quarter) {
      const double left = std::pow(persistence, (static_cast<double>(quarter) + 0.5) / quarters_a_year);
      const Lane innovation = sd * (together.sqrt() * common[quarter] + (1.0 - together).sqrt() * own[quarter]);
      quarters[quarter].employment[band] =
          response.band[band] * (present.drift[band] * left / quarters_a_year + innovation);
    }
    bridge(quarters, band, response.band[band], source);
  }
  for (std::size_t quarter = 0; quarter < quarters.size(); ++quarter) {
    const Lane widening = history.sex_gap.innovation / std::sqrt(quarters_a_year) * gap[quarter];
    quarters[quarter].women = response.women * widening;
    quarters[quarter].men = response.men * widening;
    quarters[quarter].regular =
        response.regular * history.regular.innovation / std::sqrt(quarters_a_year) * regular[quarter];
  }
  return quarters;
}

/// Everything of a draw but where its generators lead.
struct Wanted {
  LabourDraw draw;
  std::vector<LogRatios> october;
  Lane season_difference;

  Wanted(const LabourModel& model, const Source& source, Behaviour behaviour) {
    const LabourParameters& parameters = model.parameters();
    const CellResponse response(model.start(), model.registered());
    const Present present = draw_present(model.history(), source);
    october = october_ratios(model, response, present);
    season_difference =
        source.member(labour_columns::season).value_or(source.value(parameters.season_difference)) / 100.0;
    draw.behaviour = behaviour;
    draw.rates = draw_rates(parameters, source);
    draw.quarters = draw_quarters(model, response, present, source);
    draw.shock_to_unemployed = source.value(parameters.shock_to_unemployed);
    draw.shock_persistence = source.value(parameters.shock_persistence);
  }
  [[nodiscard]] LineToHold line(const LabourModel& model) const {
    return {.rates = draw.rates,
            .october = october,
            .season_difference = season_difference,
            .registered = model.registered(),
            .year = time::year_of(model.as_of()) + 1};
  }
};

LabourDraw make_draw(const LabourModel& model, const Source& source, Behaviour behaviour) {
  Wanted wanted(model, source, behaviour);
  HeldLine held = hold_the_line(wanted.line(model), model.guess());
  wanted.draw.stationary = std::move(held.stationary);
  wanted.draw.monthly = std::move(held.monthly);
  wanted.draw.start = std::move(held.start);
  wanted.draw.season = held.season;
  return std::move(wanted.draw);
}

}  // namespace

LabourDraw draw_labour(const LabourModel& model, random::StreamKey key, std::uint32_t first_draw, Behaviour behaviour) {
  return make_draw(model, Source(key, first_draw, model.posterior()), behaviour);
}

LineGuess central_guess(const LabourModel& model) {
  return guess_line(Wanted(model, Source::central(), Behaviour::frozen).line(model));
}

LabourDraw central_labour(const LabourModel& model, Behaviour behaviour) {
  return make_draw(model, Source::central(), behaviour);
}

}  // namespace jobcast::labour
