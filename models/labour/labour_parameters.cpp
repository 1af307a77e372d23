#include "models/labour/labour_parameters.hpp"

#include <unsupported/Eigen/MatrixFunctions>

#include <optional>
#include <string>

namespace jobcast::labour {
namespace {

using Flows = Eigen::Matrix3d;  // employed, unemployed, inactive

/// The pack's monthly shares of people who move between employed (E), unemployed (U) and inactive (I).
std::optional<Flows> monthly_flows(const plan::Plan& plan) {
  constexpr std::string_view names = "EUI";
  Flows flows = Flows::Zero();
  int found = 0;
  for (const plan::Fact* fact : plan.facts.all("monthly_flow")) {
    if (fact->category.size() != 3 || fact->category[1] != '>') continue;
    const auto from = names.find(fact->category[0]);
    const auto to = names.find(fact->category[2]);
    if (from == std::string_view::npos || to == std::string_view::npos || from == to) continue;
    flows(static_cast<Eigen::Index>(from), static_cast<Eigen::Index>(to)) =
        fact->unit == "percent" ? fact->value / 100.0 : fact->value;
    ++found;
  }
  if (found != 6) return std::nullopt;
  flows.diagonal() = (1.0 - flows.rowwise().sum().array()).matrix();
  return flows;
}

NationalHazards read_hazards(const plan::Plan& plan) {
  if (const auto flows = monthly_flows(plan)) {
    // Those who moved twice within the month are seen as having moved once: the generator undoes that.
    const Flows generator = flows->log();
    return {.employed_to_inactive = generator(0, 2),
            .unemployed_to_employed = generator(1, 0),
            .unemployed_to_inactive = generator(1, 2)};
  }
  return {.employed_to_inactive = plan.assumption("labour.hazard_employed_to_inactive").central(),
          .unemployed_to_employed = plan.assumption("labour.hazard_unemployed_to_employed").central(),
          .unemployed_to_inactive = plan.assumption("labour.hazard_unemployed_to_inactive").central()};
}

std::array<plan::Value, state::survey_band_count> by_band(const plan::Plan& plan, const std::string& name) {
  return {plan.assumption(name + "_15_29"), plan.assumption(name + "_30_49"), plan.assumption(name + "_50_64"),
          plan.assumption(name + "_65_over")};
}

}  // namespace

LabourParameters read_parameters(const plan::Plan& plan) {
  return {.national = read_hazards(plan),
          .turnover_shrink = plan.assumption("labour.turnover_shrink"),
          .exit_of_band = by_band(plan, "labour.exit"),
          .exit_women = plan.assumption("labour.exit_women"),
          .exit_of_status = {plan.assumption("labour.exit_regular"), plan.assumption("labour.exit_temporary"),
                             plan.assumption("labour.exit_self_employed")},
          .regular_retirement = plan.assumption("labour.regular_retirement"),
          .move_regular_temporary = plan.assumption("labour.move_regular_temporary"),
          .move_temporary_self_employed = plan.assumption("labour.move_temporary_self_employed"),
          .move_regular_self_employed = plan.assumption("labour.move_regular_self_employed"),
          .measurement = by_band(plan, "labour.measurement"),
          .innovation = by_band(plan, "labour.innovation"),
          .innovation_15_64 = plan.assumption("labour.innovation_15_64"),
          .innovation_weight = plan.assumption("labour.innovation_weight"),
          .drift_spread = by_band(plan, "labour.drift_spread"),
          .drift_persistence = plan.assumption("labour.drift_persistence"),
          .season_difference = plan.assumption("labour.season_difference"),
          .sex_gap_innovation = plan.assumption("labour.sex_gap_innovation"),
          .regular_innovation = plan.assumption("labour.regular_innovation"),
          .shock_to_unemployed = plan.assumption("labour.shock_to_unemployed"),
          .shock_persistence = plan.assumption("labour.shock_persistence"),
          .sample_persons = plan.assumption("survey.sample_persons"),
          .design_effect = plan.assumption("survey.design_effect")};
}

}  // namespace jobcast::labour
