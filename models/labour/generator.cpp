#include "models/labour/generator.hpp"

namespace jobcast::labour {
namespace {

using state::LabourState;
using units::Lane;

constexpr std::size_t inactive = at(LabourState::inactive);
constexpr std::size_t unemployed = at(LabourState::unemployed);
constexpr std::size_t regular = at(LabourState::regular);
constexpr std::size_t temporary = at(LabourState::temporary);
constexpr std::size_t self_employed = at(LabourState::self_employed);

}  // namespace

int season_of_month(int month) { return month == 12 ? 0 : month / 3; }

void make_flows(const CellRates& rates, const LogRatios& stationary, StateMatrix& flows) {
  std::array<Lane, states> mass;  // of the distribution, against the inactive
  for (std::size_t k = 1; k < mass.size(); ++k) mass[k] = stationary[k].exp();

  Lane wanted = Lane::Zero();
  for (std::size_t status = 0; status < 3; ++status) {
    wanted += mass[employed_indices[status]] * rates.search_weight[status];
  }
  const Lane finding = rates.unemployed_to_employed / wanted;
  for (std::size_t status = 0; status < 3; ++status) {
    const std::size_t k = employed_indices[status];
    const Lane found = finding * rates.search_weight[status];
    flows[k][inactive] = rates.to_inactive[status];
    flows[inactive][k] = rates.to_inactive[status] * mass[k];
    flows[unemployed][k] = found * mass[k];
    flows[k][unemployed] = found * mass[unemployed];
  }
  flows[unemployed][inactive] = rates.unemployed_to_inactive;
  flows[inactive][unemployed] = rates.unemployed_to_inactive * mass[unemployed];

  const auto between = [&](std::size_t i, std::size_t j, const Lane& bound) {
    const Lane part = bound / (mass[i] + mass[j]);
    flows[i][j] = part * mass[j];
    flows[j][i] = part * mass[i];
  };
  between(regular, temporary, rates.regular_temporary);
  between(temporary, self_employed, rates.temporary_self_employed);
  between(regular, self_employed, rates.regular_self_employed);
}

void add_season(const StateMatrix& flows, const Lane& season, StateMatrix& generator) {
  generator = flows;
  const Lane raised = 1.0 + season;
  const Lane lowered = 1.0 - season;
  for (const std::size_t k : {temporary, self_employed}) {
    for (const std::size_t out : {inactive, unemployed}) {
      generator[out][k] = flows[out][k] * raised;
      generator[k][out] = flows[k][out] * lowered;
    }
  }
}

void make_generator(const CellRates& rates, const LogRatios& stationary, const Lane& season, StateMatrix& generator) {
  StateMatrix flows;
  make_flows(rates, stationary, flows);
  add_season(flows, season, generator);
  for (std::size_t i = 0; i < generator.size(); ++i) {
    Lane leaving = Lane::Zero();
    for (std::size_t j = 0; j < generator.size(); ++j) {
      if (j != i) leaving += generator[i][j];
    }
    generator[i][i] = -leaving;
  }
}

void shift_ratios(LogRatios& ratios, const Lane& employment, const Lane& regular_work) {
  Lane before = Lane::Zero();
  for (const std::size_t k : employed_indices) before += ratios[k].exp();
  ratios[regular] += regular_work;
  Lane after = Lane::Zero();
  for (const std::size_t k : employed_indices) after += ratios[k].exp();
  // Unemployment is measured against the inactive, so the odds of all who do not work scale with both alike.
  for (const std::size_t k : employed_indices) ratios[k] += employment + (before / after).log();
}

StateMatrix nobody_moves() {
  StateMatrix matrix;
  for (std::size_t i = 0; i < matrix.size(); ++i) {
    for (std::size_t j = 0; j < matrix.size(); ++j) matrix[i][j].setConstant(i == j ? 1.0 : 0.0);
  }
  return matrix;
}

}  // namespace jobcast::labour
