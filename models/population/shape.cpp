#include "models/population/shape.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <set>

#include "models/population/composite_link.hpp"
#include "models/population/life_table.hpp"
#include "models/population/mortality.hpp"
#include "models/population/raking.hpp"

namespace jobcast::population {
namespace {

SexAgeArray national_rates(const plan::Plan& plan, int year) {
  return Mortality::stands_in(plan) ? Mortality(plan).rates(year) : gompertz_rates();
}

Eigen::VectorXd as_vector(const AgeArray& ages) {
  return Eigen::Map<const Eigen::VectorXd>(ages.data(), static_cast<Eigen::Index>(ages.size()));
}

Eigen::VectorXd open_groups_of(const std::vector<Margin>& groups, const Eigen::VectorXd& offset) {
  GroupedCounts data;
  data.counts.resize(static_cast<Eigen::Index>(groups.size()));
  for (std::size_t group = 0; group < groups.size(); ++group) {
    data.groups.push_back(groups[group].ages);
    data.counts[static_cast<Eigen::Index>(group)] = groups[group].persons;
  }
  return open_groups(data, offset).cells;
}

struct FineTable {
  int year = 0;
  std::vector<Margin> margins;
};

/// The fine table nearest in time; the later one of two equally near, residents after the register's own.
std::optional<FineTable> nearest_fine_table(const plan::Plan& plan, int year, int known_until) {
  std::optional<FineTable> nearest;
  for (const char* item : {"population", "residents"}) {
    std::set<int> years;
    for (const plan::Fact* fact : plan.facts.all(item)) {
      if (const auto of = year_end_of(fact->period)) years.insert(*of);
    }
    for (const int candidate : years) {
      if (candidate > known_until) continue;
      const int distance = std::abs(candidate - year);
      const int best = nearest ? std::abs(nearest->year - year) : 1000;
      if (distance > best || (distance == best && candidate <= nearest->year)) continue;
      auto margins = year_end_margins(plan, item, candidate);
      if (is_fine_table(margins)) nearest = {.year = candidate, .margins = std::move(margins)};
    }
  }
  return nearest;
}

}  // namespace

SexAgeArray survivors_pattern(const plan::Plan& plan, int year) {
  const SexAgeArray rates = national_rates(plan, year);
  SexAgeArray lived{};
  for (std::size_t sex = 0; sex < lived.size(); ++sex) lived[sex] = make_life_table(rates[sex]).lived;
  return lived;
}

state::AgePyramid open_margins(const std::vector<Margin>& margins, const SexAgeArray& offset) {
  state::AgePyramid pyramid;
  std::vector<Margin> fitted;
  for (const state::Sex sex : state::sexes) {
    const Eigen::VectorXd own = as_vector(offset[static_cast<std::size_t>(sex)]);
    const Eigen::VectorXd both = as_vector(offset[0]) + as_vector(offset[1]);
    const auto groups = finest_of_sex(margins, sex);
    const auto common = finest_of_sex(margins, std::nullopt);
    Eigen::VectorXd cells = own;
    if (!groups.empty() && (groups.size() > 2 || common.empty())) {
      cells = open_groups_of(groups, own);
    } else if (!common.empty()) {
      cells = open_groups_of(common, both).array() * own.array() / both.array();
    }
    for (int age = 0; age < age_count; ++age) pyramid.of(sex, age) = std::max(cells[age], 1e-9);
    fitted.insert(fitted.end(), groups.begin(), groups.end());
  }
  rake(pyramid, fitted);
  return pyramid;
}

state::AgePyramid age_shape(state::AgePyramid pyramid, int years, const SexAgeArray& survival) {
  const auto alive = [&](state::Sex sex, int age) {
    return survival[static_cast<std::size_t>(sex)][static_cast<std::size_t>(age)];
  };
  for (int step = 0; step < std::abs(years); ++step) {
    const state::AgePyramid before = pyramid;
    for (const state::Sex sex : state::sexes) {
      if (years > 0) {
        for (int age = 1; age < state::oldest_age; ++age) {
          pyramid.of(sex, age) = before.of(sex, age - 1) * alive(sex, age);
        }
        const double old = before.of(sex, state::oldest_age - 1) + before.of(sex, state::oldest_age);
        pyramid.of(sex, state::oldest_age) = old * alive(sex, state::oldest_age);
      } else {
        for (int age = 0; age + 1 < state::oldest_age; ++age) {
          pyramid.of(sex, age) = before.of(sex, age + 1) / alive(sex, age + 1);
        }
      }
    }
  }
  return pyramid;
}

state::AgePyramid shape_of(const plan::Plan& plan, int year, const std::vector<Margin>& margins, int known_until) {
  const SexAgeArray lived = survivors_pattern(plan, year);
  const auto table = nearest_fine_table(plan, year, known_until);
  if (!table) return open_margins(margins, lived);
  SexAgeArray survival{};
  const SexAgeArray rates = national_rates(plan, year);
  for (std::size_t sex = 0; sex < rates.size(); ++sex) survival[sex] = survival_ratios(make_life_table(rates[sex]));
  return age_shape(open_margins(table->margins, lived), year - table->year, survival);
}

}  // namespace jobcast::population
