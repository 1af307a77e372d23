#include "models/backtest/labour_hindcast.hpp"

#include <cmath>

#include "engine/random/stream.hpp"
#include "models/calibration/labour_members.hpp"
#include "models/labour/log_odds.hpp"
#include "models/panel/rivals.hpp"

namespace jobcast::backtest {
namespace {

using calibration::ages_count;
using calibration::band_count;
using calibration::ByBand;
using calibration::LabourMember;
using calibration::LabourPath;
using calibration::SurveyRecord;
using calibration::SurveyRound;

constexpr std::size_t employed_series = ages_count;
constexpr double persons_a_thousand = 1000.0;
/// Paths drawn for each member of the calibrated state.
constexpr int paths_a_member = 4;

/// Rates and employed persons that bands' shares and populations (thousand) make up.
LabourFigures put_together(const ByBand& shares, const ByBand& population) {
  LabourFigures figures{};
  for (std::size_t ages = 0; ages < ages_count; ++ages) {
    double persons = 0.0;
    double employed = 0.0;
    for (std::size_t band = 0; band < band_count; ++band) {
      if (!calibration::holds_band(ages, band)) continue;
      const double weight = ages < band_count ? 1.0 : population[band];
      persons += weight;
      employed += weight * shares[band];
    }
    figures[ages] = 100.0 * employed / persons;
    if (ages + 1 == ages_count) figures[employed_series] = persons_a_thousand * employed;
  }
  return figures;
}

/// Survey populations so many half-years after the last round, changing as they did over the last two years.
ByBand population_ahead(const SurveyRecord& record, int ahead) {
  constexpr int span = 4;
  const SurveyRound& last = record.rounds.back();
  ByBand population = last.population;
  for (const SurveyRound& round : record.rounds) {
    if (round.step != last.step - span) continue;
    for (std::size_t band = 0; band < band_count; ++band) {
      const double growth = last.population[band] / round.population[band];
      if (growth > 0.0) population[band] *= std::pow(growth, static_cast<double>(ahead) / span);
    }
  }
  return population;
}

/// One member's path after its last survey.
class Future {
 public:
  Future(const LabourPath& path, const LabourMember& member, int origin, random::Stream stream)
      : path_(path), member_(member), step_(origin), stream_(stream) {
    for (std::size_t band = 0; band < band_count; ++band) {
      level_[band] = member.path[static_cast<Eigen::Index>(band)];
      drift_[band] = member.path[calibration::drift_index + static_cast<Eigen::Index>(band)];
    }
  }
  /// Goes on by half a year and says what a survey finds: shares of the bands with sampling error.
  ByBand next_survey() {
    ++step_;
    const auto& hyper = member_.hyper;
    const auto noise = calibration::sampling_variance(path_.settings, hyper);
    const double common = stream_.normal();
    ByBand found{};
    for (std::size_t band = 0; band < band_count; ++band) {
      const double score = std::sqrt(hyper.common) * common + std::sqrt(1.0 - hyper.common) * stream_.normal();
      level_[band] += drift_[band] + hyper.innovation[band] / std::sqrt(2.0) * score;
      drift_[band] *= path_.settings.drift_persistence;
      const double sign = step_ % 2 != 0 ? 1.0 : -1.0;
      const double season = sign * member_.path[calibration::season_index] / path_.settings.points[band];
      const double error = std::sqrt(noise[static_cast<Eigen::Index>(band)]) * stream_.normal();
      found[band] = labour::share_of(level_[band] + season + error);
    }
    return found;
  }

 private:
  const LabourPath& path_;
  const LabourMember& member_;
  int step_;
  random::Stream stream_;
  ByBand level_{}, drift_{};
};

/// A series as the rivals read it: consecutive surveys, NaN where nothing was published.
Eigen::MatrixXd series_of(const SurveyRecord& record, std::size_t series) {
  const int first = record.rounds.front().step;
  Eigen::MatrixXd values = Eigen::MatrixXd::Constant(1, record.last() - first + 1, not_known);
  for (const SurveyRound& round : record.rounds) values(0, round.step - first) = figures_of(round)[series];
  return values;
}

void add_rivals(const SurveyRecord& record, int half_years, LabourHindcast& hindcast) {
  const SurveyRound& last = record.rounds.back();
  for (int ahead = 1; ahead <= half_years; ++ahead) {
    std::map<Method, std::array<Predicted, labour_series_count>> row;
    const auto moved = put_together(last.near_rate, population_ahead(record, ahead));
    for (std::size_t series = 0; series < labour_series_count; ++series) {
      const auto values = series_of(record, series);
      const auto put = [&](Method method, const panel::RateForecast& forecast) {
        row[method][series] = predict_normally(forecast.mean, forecast.sd);
      };
      const auto last_value = panel::last_value(values, ahead)[0];
      put(Method::last_value, last_value);
      put(Method::drift, panel::drift(values, ahead)[0]);
      put(Method::local_level, panel::local_level(values, ahead)[0]);
      put(Method::last_rate, {moved[series], last_value.sd});
    }
    for (const auto& [method, predicted] : row) hindcast.predicted[method].push_back(predicted);
  }
}

}  // namespace

LabourFigures figures_of(const SurveyRound& round) {
  LabourFigures figures{};
  const auto from_bands = put_together(round.near_rate, round.population);
  for (std::size_t ages = 0; ages < ages_count; ++ages) {
    figures[ages] = round.rate[ages] ? 100.0 * *round.rate[ages] : not_known;
  }
  const bool all_bands = round.rate[0] && round.rate[1] && round.rate[2];
  if (!round.rate[band_count] && all_bands) figures[band_count] = from_bands[band_count];
  figures[employed_series] =
      round.employed[ages_count - 1] ? persons_a_thousand * *round.employed[ages_count - 1] : not_known;
  return figures;
}

LabourHindcast forecast_labour(const plan::Plan& view, int half_years, std::uint64_t seed, int members) {
  LabourHindcast hindcast;
  const SurveyRecord record = calibration::read_record(view);
  const LabourPath path(record);
  const int origin = record.last();
  const auto sampled = calibration::sample_labour(path, origin, {.members = members, .seed = seed});
  hindcast.members.resize(static_cast<std::size_t>(half_years));
  std::vector<ByBand> populations;
  for (int ahead = 1; ahead <= half_years; ++ahead) populations.push_back(population_ahead(record, ahead));
  const random::StreamKey key{seed, random::Purpose::survey, 0};
  for (int draw = 0; draw < members * paths_a_member; ++draw) {
    Future future(path, sampled.members[static_cast<std::size_t>(draw % members)], origin,
                  random::Stream(key, static_cast<std::uint32_t>(draw), random::entity("hindcast.labour")));
    for (std::size_t ahead = 0; ahead < hindcast.members.size(); ++ahead) {
      const auto figures = put_together(future.next_survey(), populations[ahead]);
      for (std::size_t series = 0; series < labour_series_count; ++series) {
        hindcast.members[ahead][series].push_back(figures[series]);
      }
    }
  }
  auto& own = hindcast.predicted[Method::jobcast];
  for (const auto& ahead : hindcast.members) {
    auto& predicted = own.emplace_back();
    for (std::size_t series = 0; series < labour_series_count; ++series) {
      const bool known = !std::isnan(ahead[series].front());
      if (known) predicted[series] = predict_from(ahead[series]);
    }
  }
  add_rivals(record, half_years, hindcast);
  return hindcast;
}

}  // namespace jobcast::backtest
