#include "models/survey/register_history.hpp"

#include <algorithm>
#include <string>

namespace jobcast::survey {
namespace {

constexpr int years_to_look_back = 30;
constexpr int days_a_single_count_serves = 366;

std::optional<BandCounts> bands_at_year_end(const plan::FactBook& facts, int year) {
  BandCounts bands{};
  for (std::size_t group = 0; group < state::plan_age_groups.size(); ++group) {
    const int band = state::survey_band_of(state::plan_age_groups[group].from);
    if (band < 0) continue;
    plan::FactKey key{.item = "population",
                      .period = std::to_string(year),
                      .sex = "both",
                      .age = std::string(state::plan_age_group_names[group])};
    const plan::Fact* fact = facts.find(key);
    if (fact == nullptr) {
      key.period += "-12-31";
      fact = facts.find(key);
    }
    if (fact == nullptr) return std::nullopt;
    bands[static_cast<std::size_t>(band)] += fact->value;
  }
  return bands;
}

}  // namespace

RegisterHistory::RegisterHistory(const plan::Plan& plan, const state::AgePyramid& register_at_as_of) {
  const int last_year = time::year_of(plan.as_of);
  for (int year = last_year - years_to_look_back; year <= last_year; ++year) {
    const time::Date date = time::make_date(year, 12, 31);
    if (date >= plan.as_of) break;
    if (const auto bands = bands_at_year_end(plan.facts, year)) counts_.emplace_back(date, *bands);
  }
  BandCounts bands{};
  for (std::size_t band = 0; band < bands.size(); ++band)
    bands[band] = register_at_as_of.sum(state::survey_bands[band]);
  counts_.emplace_back(plan.as_of, bands);
}

std::optional<BandCounts> RegisterHistory::on(time::Date date) const {
  const auto after =
      std::find_if(counts_.begin(), counts_.end(), [&](const auto& count) { return count.first >= date; });
  if (after == counts_.end()) return std::nullopt;
  if (after == counts_.begin()) {
    const bool serves = counts_.size() == 1 && time::days_between(date, after->first) <= days_a_single_count_serves;
    return serves || after->first == date ? std::optional(after->second) : std::nullopt;
  }
  const auto before = std::prev(after);
  const double share = static_cast<double>(time::days_between(before->first, date)) /
                       static_cast<double>(time::days_between(before->first, after->first));
  BandCounts bands{};
  for (std::size_t band = 0; band < bands.size(); ++band) {
    bands[band] = (1.0 - share) * before->second[band] + share * after->second[band];
  }
  return bands;
}

}  // namespace jobcast::survey
