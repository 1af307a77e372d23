#include "models/calibration/columns.hpp"

#include "models/labour/labour_columns.hpp"
#include "models/population/population_draw.hpp"

namespace jobcast::calibration {
namespace {

namespace names = labour::labour_columns;
constexpr int october = 1;  // an odd step

/// A level without drift: its column, where it stands in the path, and what surveys find of it.
struct Single {
  const char* column;
  Eigen::Index path;
  Eigen::Index found;
  Eigen::Index count = 1;
};
/// The gap at 65 and over is calibrated because figures by sex and all ages depend on it; no draw reads it.
constexpr std::array singles{Single{names::sex_gap, sex_gap_index, found::sex_gap},
                             Single{"labour.old_sex_gap", old_sex_gap_index, found::old_sex_gap},
                             Single{names::regular, regular_index, found::regular},
                             Single{names::temporary, temporary_index, found::temporary},
                             Single{names::search, search_index, found::search, band_count}};

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
    columns.emplace_back(drift_spread_columns[band]);
    for (std::size_t half_year = 0; half_year < data.moves(); ++half_year) {
      columns.emplace_back(names::moved[half_year][band]);
    }
  }
  columns.emplace_back(names::common);
  columns.emplace_back(names::season);
  for (const Single& single : singles) {
    if (data.path->tells(single.found, single.count)) columns.emplace_back(single.column);
  }
  columns.emplace_back("survey.design_effect");
  return columns;
}

std::vector<double> labour_values(const Data& data, const LabourMember& member) {
  std::vector<double> values;
  for (std::size_t band = 0; band < band_count; ++band) {
    if (!data.seen[band]) continue;
    values.push_back(member.level(band, october, data.path->settings));
    values.push_back(member.path[drift_index + static_cast<Eigen::Index>(band)]);
    values.push_back(member.hyper.innovation[band]);
    values.push_back(member.hyper.drift_sd[band]);
    for (std::size_t half_year = 0; half_year < data.moves(); ++half_year) {
      values.push_back(member.moved[half_year][band]);
    }
  }
  values.push_back(member.hyper.common);
  values.push_back(2.0 * member.path[season_index]);
  for (const Single& single : singles) {
    if (!data.path->tells(single.found, single.count)) continue;
    const double nations = single.found == found::search ? data.path->nations_search() : 0.0;
    values.push_back(member.path[single.path] + nations);
  }
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
    prior.push_back(make_history(*data.path, std::min(data.until, data.target), seed, number).truth);
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
