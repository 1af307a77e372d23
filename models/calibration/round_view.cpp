#include "models/calibration/round_view.hpp"

#include <Eigen/Cholesky>
#include <Eigen/Eigenvalues>
#include <cmath>
#include <numbers>

#include "models/labour/log_odds.hpp"

namespace jobcast::calibration {
namespace {

/// The survey's population of a band before its figures: within a third; where no survey says it, anything.
constexpr double persons_sd = 0.3;
constexpr double unknown_persons_sd = 1.0;
/// Men's share: 40 to 60 %.
constexpr double men_sd = 0.2;
/// A direction of which a round's figures tell less than this (one over variance) is not seen.
constexpr double least_precision = 1e-3;

std::string ages_text(state::AgeRange ages) {
  if (ages.to == state::oldest_age) return std::to_string(ages.from) + "+";
  return std::to_string(ages.from) + "-" + std::to_string(ages.to);
}

std::string name_of(const labour::SurveyFigure& figure) {
  std::string name = figure.fact->item;
  if (figure.sex) name += *figure.sex == state::Sex::male ? " male" : " female";
  if (!figure.fact->category.empty()) name += " " + figure.fact->category;
  return name + " " + ages_text(figure.ages);
}

Found start_of(const SurveyRound& round, const SearchShape& shape) {
  Found start = Found::Zero();
  for (std::size_t band = 0; band < band_count; ++band) {
    const auto index = static_cast<Eigen::Index>(band);
    if (!std::isnan(round.near_rate[band])) start[index] = labour::log_odds(round.near_rate[band]);
    start[found::search + index] = shape.by_band[band];
  }
  start[found::search_gap] = shape.women_less_men;
  return start;
}

void guess_people(const SurveyRound& round, People& people, People& sd) {
  people.setZero();
  sd.setConstant(men_sd);
  double known = 0.0;
  int bands = 0;
  for (const double persons : round.population) {
    if (std::isnan(persons)) continue;
    known += std::log(persons);
    ++bands;
  }
  for (std::size_t band = 0; band < band_count; ++band) {
    const auto index = people::bands + static_cast<Eigen::Index>(band);
    const bool has = !std::isnan(round.population[band]);
    people[index] = has ? std::log(round.population[band]) : (bands > 0 ? known / bands : 0.0);
    sd[index] = has ? persons_sd : unknown_persons_sd;
  }
}

void link_to_path(RoundView& view, const ByBand& points, const SearchShape& shape) {
  const double sign = view.step % 2 != 0 ? 1.0 : -1.0;
  for (std::size_t band = 0; band < band_count; ++band) {
    const auto index = static_cast<Eigen::Index>(band);
    view.links(found::employment + index, index) = 1.0;
    view.links(found::employment + index, season_index) = sign / points[band];
    view.links(found::search + index, search_index) = 1.0;
    view.found_offset[found::search + index] = shape.by_band[band];
  }
  view.links(found::sex_gap, sex_gap_index) = 1.0;
  view.links(found::old_sex_gap, old_sex_gap_index) = 1.0;
  view.links(found::regular, regular_index) = 1.0;
  view.links(found::temporary, temporary_index) = 1.0;
  view.found_offset[found::search_gap] = shape.women_less_men;
}

}  // namespace

void RoundView::observe(const Eigen::VectorXd& figures_on_scale) {
  observed = figures_on_scale;
  const Eigen::VectorXd apart = observed - offset;
  seen = condense * apart;
  const auto fewer = static_cast<double>(observed.size() - seen.size());
  log_constant = -0.5 * (log_determinant_ + apart.dot(precision_ * apart) - seen.squaredNorm() +
                         fewer * std::log(2.0 * std::numbers::pi));
}

RoundView view_of(const SurveyRound& round, const ByBand& points) {
  static const SearchShape shape;
  RoundView view;
  view.step = round.step;
  for (const auto& figure : round.figures) {
    if (!can_read(figure)) continue;
    view.names.push_back(name_of(figure));
    view.figures.push_back(figure);
    view.figures.back().fact = nullptr;
  }
  const auto rows = static_cast<Eigen::Index>(view.figures.size());
  guess_people(round, view.people_guess, view.people_sd);
  view.point = linearise(view.figures, start_of(round, shape), view.people_guess);
  view.by_found = view.point.by_found;
  view.by_people = view.point.by_people;
  view.offset =
      view.point.at_point - view.by_found * view.point.found + view.by_people * (view.people_guess - view.point.people);
  view.rounding.resize(rows);
  Eigen::VectorXd published(rows);
  for (Eigen::Index row = 0; row < rows; ++row) {
    const OnScale figure = on_scale(view.figures[static_cast<std::size_t>(row)]);
    published[row] = figure.value;
    view.rounding[row] = figure.rounding * figure.rounding;
  }
  link_to_path(view, points, shape);

  Eigen::MatrixXd variance =
      view.by_people * view.people_sd.array().square().matrix().asDiagonal() * view.by_people.transpose();
  variance.diagonal() += view.rounding;
  const Eigen::LLT<Eigen::MatrixXd> factor(variance);
  view.precision_ = factor.solve(Eigen::MatrixXd::Identity(rows, rows));
  view.log_determinant_ = 2.0 * Eigen::MatrixXd(factor.matrixL()).diagonal().array().log().sum();
  const Eigen::MatrixXd told = view.by_found.transpose() * view.precision_;
  const Eigen::SelfAdjointEigenSolver<Eigen::Matrix<double, found::count, found::count>> parts(told * view.by_found);
  const auto few = static_cast<Eigen::Index>((parts.eigenvalues().array() > least_precision).count());
  const Eigen::MatrixXd directions = parts.eigenvectors().rightCols(few).transpose();
  const Eigen::VectorXd root = parts.eigenvalues().tail(few).cwiseSqrt();
  view.sees = root.asDiagonal() * directions;
  view.condense = root.cwiseInverse().asDiagonal() * directions * told;
  view.observe(published);
  return view;
}

PeopleBelief people_of(const RoundView& view) {
  constexpr Eigen::Index unknowns = found::count + people::count;
  constexpr double anything = 3.0;
  Eigen::MatrixXd slope(view.observed.size(), unknowns);
  slope << view.by_found, view.by_people;
  Eigen::Matrix<double, unknowns, 1> precision;
  precision << Found::Constant(1.0 / (anything * anything)), view.people_sd.array().square().inverse().matrix();
  Eigen::MatrixXd curvature = slope.transpose() * view.rounding.cwiseInverse().asDiagonal() * slope;
  curvature.diagonal() += precision;
  Eigen::Matrix<double, unknowns, 1> middle = Eigen::Matrix<double, unknowns, 1>::Zero();
  middle.head<found::count>() = view.point.found;
  const Eigen::VectorXd pull =
      slope.transpose() * view.rounding.cwiseInverse().asDiagonal() * (view.observed - view.offset - slope * middle);
  const Eigen::LDLT<Eigen::MatrixXd> factor(curvature);
  const Eigen::VectorXd move = factor.solve(pull);
  const Eigen::MatrixXd covariance = factor.solve(Eigen::MatrixXd::Identity(unknowns, unknowns));
  return {.mean = view.people_guess + move.tail<people::count>(),
          .covariance = covariance.bottomRightCorner<people::count, people::count>()};
}

}  // namespace jobcast::calibration
