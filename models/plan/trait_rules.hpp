#pragma once

#include <array>
#include <string_view>

#include "models/plan/programme.hpp"
#include "models/plan/value_reader.hpp"

namespace jobcast::plan {

/// A value that is assumed of a programme: its name in packs, where it is held, its unit and bounds.
struct TraitRule {
  std::string_view name;
  Value ProgrammeTraits::*value;
  std::string_view unit;
  double least;
  double most;

  [[nodiscard]] ValueRule rule() const { return {std::string(unit), least, most}; }
};

inline constexpr double unlimited = std::numeric_limits<double>::infinity();
inline constexpr std::array trait_rules{
    TraitRule{"persons_per_job", &ProgrammeTraits::persons_per_job, "persons per job", 0.0, unlimited},
    TraitRule{"resident_share", &ProgrammeTraits::resident_share, "share", 0.0, 1.0},
    TraitRule{"deadweight", &ProgrammeTraits::deadweight, "share", 0.0, 1.0},
    TraitRule{"displacement", &ProgrammeTraits::displacement, "share", 0.0, 1.0},
    TraitRule{"fill", &ProgrammeTraits::fill, "share", 0.0, 1.0},
    TraitRule{"start_delay_days", &ProgrammeTraits::start_delay_days, "days", 0.0, 366.0},
    TraitRule{"base_ratio", &ProgrammeTraits::base_ratio, "ratio", 0.0, unlimited},
    TraitRule{"elasticity_cut", &ProgrammeTraits::elasticity_cut, "percent per percent", 0.0, unlimited},
    TraitRule{"elasticity_expansion", &ProgrammeTraits::elasticity_expansion, "percent per percent", 0.0, unlimited},
    TraitRule{"insured_share", &ProgrammeTraits::insured_share, "share", 0.0, 1.0},
    // A spell can leave people worse off than none: they searched less meanwhile.
    TraitRule{"placement_after", &ProgrammeTraits::placement_after, "persons per participant", -1.0, 1.0}};

/// "deadweight.senior-public-job": the key of a type's value.
inline std::string type_value_key(std::string_view trait, std::string_view type) {
  return std::string(trait) + "." + std::string(type);
}
/// "senior-jobs.deadweight": the key of a row's own value. The other way round than a type's, as a row and a type may
/// have the same id.
inline std::string programme_value_key(std::string_view programme, std::string_view trait) {
  return std::string(programme) + "." + std::string(trait);
}

}  // namespace jobcast::plan
