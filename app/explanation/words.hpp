#pragma once

#include <array>
#include <string>
#include <string_view>

#include "app/explanation/explanation.hpp"

namespace jobcast::app {

/// A programme's assumed values by name, as programme_types.toml has them.
struct Trait {
  std::string_view name;
  plan::Value plan::ProgrammeTraits::*value;
};
inline constexpr std::array traits{Trait{"persons_per_job", &plan::ProgrammeTraits::persons_per_job},
                                   Trait{"resident_share", &plan::ProgrammeTraits::resident_share},
                                   Trait{"deadweight", &plan::ProgrammeTraits::deadweight},
                                   Trait{"displacement", &plan::ProgrammeTraits::displacement},
                                   Trait{"fill", &plan::ProgrammeTraits::fill},
                                   Trait{"start_delay_days", &plan::ProgrammeTraits::start_delay_days},
                                   Trait{"base_ratio", &plan::ProgrammeTraits::base_ratio},
                                   Trait{"elasticity_cut", &plan::ProgrammeTraits::elasticity_cut},
                                   Trait{"elasticity_expansion", &plan::ProgrammeTraits::elasticity_expansion},
                                   Trait{"insured_share", &plan::ProgrammeTraits::insured_share},
                                   Trait{"placement_after", &plan::ProgrammeTraits::placement_after}};

/// "0.3", or "0.1 .. 0.3 .. 0.47 (triangular: least, mode, greatest)".
std::string value_words(const random::Distribution& distribution, const Catalogue& catalogue);
/// Adds unit, provenance and place to an explanation.
void add_unit(Explanation& entry, const std::string& unit, const Catalogue& catalogue);
void add_provenance(Explanation& entry, const plan::Provenance& provenance, const Catalogue& catalogue);
/// A value with all there is to say of it but who uses it.
Explanation explanation_of(const plan::Value& value, const Catalogue& catalogue);

}  // namespace jobcast::app
