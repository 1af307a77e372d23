#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/synthetic/county.hpp"

namespace jobcast::app::synthetic {

/// What a pack prints of a county: CSV of facts, as docs/pack-format.md describes them.
std::string population_csv(const County& county);
std::string vital_csv(const County& county);
std::string survey_csv(const County& county);
/// With the targets of the plan.
std::string indicators_csv(const County& county, std::uint64_t seed);

/// A row of the plan.
struct Programme {
  std::string id, sector, department, name, name_en, type;
  int jobs = 0, trainees = 0;
  std::int64_t national = 0, provincial = 0, county = 0, private_money = 0;  ///< thousand won

  [[nodiscard]] std::int64_t total() const { return national + provincial + county + private_money; }
};

/// The programmes of a county: as many of each type as its size makes likely.
std::vector<Programme> draw_programmes(const County& county, std::uint64_t seed);
std::string programmes_csv(const std::vector<Programme>& programmes);
/// A strategy over all of them, and the printed totals that the pack is checked against.
std::string actions_toml(const std::vector<Programme>& programmes, const std::string& source);
std::string controls_toml(const std::vector<Programme>& programmes, const std::string& source);

}  // namespace jobcast::app::synthetic
