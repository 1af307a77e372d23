#include "models/plan/as_of.hpp"

#include <algorithm>
#include <limits>

#include "models/plan/period.hpp"

namespace jobcast::plan {
namespace {

/// The nation's tables: they cover spans of years and come in editions, of which a pack has one.
bool is_national_table(const Fact& fact) {
  constexpr std::array<std::string_view, 5> items{"mortality_rate", "life_expectancy", "fertility_share",
                                                  "sex_ratio_at_birth", "monthly_flow"};
  return std::find(items.begin(), items.end(), fact.item) != items.end();
}

bool is_known(const Fact& fact, time::Date day) {
  if (!fact.use) return false;
  if (is_national_table(fact)) {
    const auto span = parse_period(fact.period);
    return span && span->first <= day;
  }
  const auto end = period_end(fact.period);
  return end && *end <= day;
}

std::vector<Table> known_tables(const FactBook& facts, time::Date day) {
  std::vector<Table> tables;
  for (const Table& table : facts.tables()) {
    Table known = table;
    known.facts.clear();
    std::copy_if(table.facts.begin(), table.facts.end(), std::back_inserter(known.facts),
                 [&](const Fact& fact) { return is_known(fact, day); });
    if (!known.facts.empty()) tables.push_back(std::move(known));
  }
  return tables;
}

/// How an indicator is published, without what was.
Indicator without_values(Indicator indicator) {
  indicator.base = std::numeric_limits<double>::quiet_NaN();
  indicator.target = std::numeric_limits<double>::quiet_NaN();
  return indicator;
}

}  // namespace

std::optional<time::Date> period_end(std::string_view period) {
  const auto span = parse_period(period);
  if (!span) return std::nullopt;
  const auto half = period.find('H');
  if (half == std::string_view::npos) return span->last;
  constexpr int days_to_saturday = 6;
  return time::add_days(time::reference_week(time::year_of(span->first), period[half + 1] - '0'), days_to_saturday);
}

Plan as_of(const Plan& plan, time::Date day) {
  const bool year_is_over = day == time::make_date(time::year_of(day), 12, 31);
  Plan view;
  view.id = plan.id;
  view.folder = plan.folder;
  view.title = plan.title;
  view.county = plan.county;
  view.as_of = day;
  view.base_year = time::year_of(day) - (year_is_over ? 0 : 1);
  view.plan_year = view.base_year + 1;
  view.forecast_until = std::max(plan.forecast_until, time::add_days(day, 1));
  view.facts = FactBook(known_tables(plan.facts, day));
  std::transform(plan.indicators.begin(), plan.indicators.end(), std::back_inserter(view.indicators), without_values);
  return view;
}

}  // namespace jobcast::plan
