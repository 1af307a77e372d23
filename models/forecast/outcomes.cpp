#include "models/forecast/outcomes.hpp"

#include <algorithm>

namespace jobcast::forecast {
namespace {

constexpr std::size_t population_columns = state::plan_age_groups.size() * state::sex_count;

constexpr std::size_t starts_at(std::size_t surveys) { return 2 * surveys * indicator_count; }
constexpr std::size_t changes_at(std::size_t surveys) { return starts_at(surveys) + indicator_count; }
constexpr std::size_t sectors_at(std::size_t surveys) {
  return changes_at(surveys) + part_names.size() * indicator_count;
}
constexpr std::size_t years_at(std::size_t surveys) {
  return sectors_at(surveys) + plan::sectors.size() * sector_measure_count;
}
constexpr std::size_t replicates_at(std::size_t surveys, std::size_t years) {
  return years_at(surveys) + years * (population_columns + flow_names.size());
}
constexpr std::size_t column_count(std::size_t surveys, std::size_t years) {
  return replicates_at(surveys, years) + source_names.size() * indicator_count;
}

}  // namespace

Outcomes::Outcomes(int draws, std::size_t surveys, std::size_t years, int replicated_draws)
    : draws_(draws),
      blocks_((draws + units::lane_count - 1) / units::lane_count),
      replicated_draws_(replicated_draws),
      rows_(static_cast<std::size_t>(blocks_) * units::lane_count),
      surveys_(surveys),
      years_(years),
      numbers_(column_count(surveys, years) * rows_) {}

std::size_t Outcomes::published(std::size_t survey, std::size_t indicator) const {
  return 2 * survey * indicator_count + indicator;
}
std::size_t Outcomes::truth(std::size_t survey, std::size_t indicator) const {
  return (2 * survey + 1) * indicator_count + indicator;
}
std::size_t Outcomes::start(std::size_t indicator) const { return starts_at(surveys_) + indicator; }
std::size_t Outcomes::change(Part part, std::size_t indicator) const {
  return changes_at(surveys_) + static_cast<std::size_t>(part) * indicator_count + indicator;
}
std::size_t Outcomes::sector(std::size_t sector, SectorMeasure measure) const {
  return sectors_at(surveys_) + sector * sector_measure_count + static_cast<std::size_t>(measure);
}
std::size_t Outcomes::population(std::size_t year, std::size_t group_and_sex) const {
  return years_at(surveys_) + year * (population_columns + flow_names.size()) + group_and_sex;
}
std::size_t Outcomes::flow(std::size_t year, std::size_t flow) const {
  return population(year, population_columns) + flow;
}
std::size_t Outcomes::replicate(std::size_t source, std::size_t indicator) const {
  return replicates_at(surveys_, years_) + source * indicator_count + indicator;
}

void Outcomes::put(std::size_t column, std::uint32_t first_draw, const units::Lane& lanes) {
  std::copy(lanes.begin(), lanes.end(), numbers_.begin() + static_cast<std::ptrdiff_t>(column * rows_ + first_draw));
}

std::span<const double> Outcomes::column(std::size_t column) const {
  return std::span(numbers_).subspan(column * rows_, static_cast<std::size_t>(draws_));
}

}  // namespace jobcast::forecast
