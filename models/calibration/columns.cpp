#include "models/calibration/columns.hpp"

#include "models/labour/labour_columns.hpp"
#include "models/population/population_draw.hpp"

namespace jobcast::calibration {
namespace {

namespace names = labour::labour_columns;
constexpr int october = 1;  // an odd step

template <class Member, class Values>
std::vector<NamedColumn> make_columns(const std::vector<std::string>& columns, const std::vector<Member>& prior,
                                      const std::vector<Member>& members, Values values) {
  std::vector<NamedColumn> result;
  for (const auto& column : columns) result.push_back({.name = column, .prior = {}, .members = {}});
  const auto add = [&](const std::vector<Member>& from, auto NamedColumn::*to) {
    for (const Member& member : from) {
      const auto of_member = values(member);
      for (std::size_t column = 0; column < result.size(); ++column) (result[column].*to).push_back(of_member[column]);
    }
  };
  add(prior, &NamedColumn::prior);
  add(members, &NamedColumn::members);
  return result;
}

}  // namespace

std::vector<std::string> labour_names(const Data& data) {
  std::vector<std::string> columns;
  for (std::size_t band = 0; band < band_count; ++band) {
    if (!data.seen[band]) continue;
    columns.emplace_back(names::level[band]);
    columns.emplace_back(names::drift[band]);
    columns.emplace_back(names::innovation[band]);
  }
  columns.emplace_back(names::common);
  columns.emplace_back(names::season);
  if (!data.path->sex_gap.empty()) columns.emplace_back(names::sex_gap);
  if (!data.path->regular.empty()) columns.emplace_back(names::regular);
  columns.emplace_back("survey.design_effect");
  return columns;
}

std::vector<double> labour_values(const Data& data, const LabourMember& member) {
  std::vector<double> values;
  for (std::size_t band = 0; band < band_count; ++band) {
    if (!data.seen[band]) continue;
    values.push_back(member.level(band, october, data.path->settings));
    values.push_back(member.path[static_cast<Eigen::Index>(band_count + band)]);
    values.push_back(member.hyper.innovation[band]);
  }
  values.push_back(member.hyper.common);
  values.push_back(2.0 * member.path[season_index]);
  if (!data.path->sex_gap.empty()) values.push_back(member.sex_gap);
  if (!data.path->regular.empty()) values.push_back(member.regular);
  values.push_back(member.hyper.design_effect);
  return values;
}

std::vector<std::string> vital_names(const Data& data) {
  std::vector<std::string> columns;
  if (!data.vital->deaths.empty()) {
    columns.emplace_back("population.mortality_multiplier");
    columns.emplace_back(population::migration_level_column);
  }
  if (!data.vital->births.empty()) columns.emplace_back("population.fertility_level");
  return columns;
}

std::vector<double> vital_values(const Data& data, const VitalMember& member) {
  std::vector<double> values;
  if (!data.vital->deaths.empty()) {
    values.push_back(member.mortality);
    values.push_back(member.migration);
  }
  if (!data.vital->births.empty()) values.push_back(member.fertility);
  return values;
}

std::vector<NamedColumn> labour_columns(const Data& data, const std::vector<LabourMember>& members,
                                        std::uint64_t seed) {
  std::vector<LabourMember> prior;
  for (std::uint32_t number = 0; number < members.size(); ++number) {
    prior.push_back(make_history(*data.path, seed, number).truth);
  }
  return make_columns(labour_names(data), prior, members,
                      [&](const LabourMember& member) { return labour_values(data, member); });
}

std::vector<NamedColumn> vital_columns(const Data& data, const std::vector<VitalMember>& members, std::uint64_t seed) {
  std::vector<VitalMember> prior;
  for (std::uint32_t number = 0; number < members.size(); ++number) {
    prior.push_back(make_vital(*data.vital, seed, number).truth);
  }
  return make_columns(vital_names(data), prior, members,
                      [&](const VitalMember& member) { return vital_values(data, member); });
}

}  // namespace jobcast::calibration
