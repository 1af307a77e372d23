#include "models/calibration/status_record.hpp"

#include <cmath>

#include "models/labour/log_odds.hpp"

namespace jobcast::calibration {
namespace {

constexpr state::AgeRange everyone{state::youngest_working_age, state::oldest_age};
constexpr labour::StateSet active{false, true, true, true, true};

struct Share {
  const char* what;
  labour::StateSet counted;
  labour::StateSet base;
  Eigen::Index first_found;
  Eigen::Index found_count;
};
constexpr std::array shares{
    Share{"regular", {false, false, true, false, false}, labour::employed_states, found::regular, 1},
    Share{"temporary", {false, false, false, true, false}, labour::employed_states, found::temporary, 1},
    Share{"self_employed", {false, false, false, false, true}, labour::employed_states, found::temporary, 1},
    Share{"unemployed", {false, true, false, false, false}, active, found::search, band_count}};

bool shows(const RoundView& round, const Share& share) {
  constexpr double least = 1e-4;
  return (round.by_found.middleCols(share.first_found, share.found_count).array().abs() > least).any();
}

/// Standard deviation of one sample's share, points.
double sampling_sd(const labour::SurveyFigure& figure, const RoundView& round, const Found& variance) {
  constexpr double step = 1e-4;
  double sum = 0.0;
  for (Eigen::Index index = 0; index < found::count; ++index) {
    Found up = round.point.found;
    Found down = up;
    up[index] += step;
    down[index] -= step;
    const double slope =
        (evaluate(figure, up, round.point.people) - evaluate(figure, down, round.point.people)) / (2.0 * step);
    sum += slope * slope * variance[index];
  }
  return 100.0 * labour::slope_at(evaluate(figure, round.point.found, round.point.people)) * std::sqrt(sum);
}

}  // namespace

std::vector<StatusRecord> status_records(const LabourPath& path) {
  const Found variance = path.sampling * path.settings.central_design_effect;
  std::vector<StatusRecord> records;
  for (const Share& share : shares) {
    const labour::SurveyFigure figure{
        .fact = nullptr, .ages = everyone, .sex = std::nullopt, .counted = share.counted, .base = share.base};
    StatusRecord record{.what = share.what, .first = {}, .last = {}};
    double both = 0.0;
    for (const RoundView& round : path.rounds) {
      if (!shows(round, share)) continue;
      const double percent = off_scale(figure, evaluate(figure, round.point.found, round.point.people));
      const double sd = sampling_sd(figure, round, variance);
      if (record.surveys++ == 0) {
        record.first = labour::survey_name(round.step);
        record.first_percent = percent;
        both = sd * sd;
      }
      record.last = labour::survey_name(round.step);
      record.last_percent = percent;
      record.chance_sd = std::sqrt(both + sd * sd);
    }
    if (record.surveys > 0) records.push_back(std::move(record));
  }
  return records;
}

}  // namespace jobcast::calibration
