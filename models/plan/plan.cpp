#include "models/plan/plan.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>

#include "models/plan/defaults.hpp"

namespace jobcast::plan {
namespace {

template <class Item>
const Item* with_id(const std::vector<Item>& items, std::string_view id) {
  const auto found = std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.id == id; });
  return found == items.end() ? nullptr : &*found;
}

}  // namespace

std::string_view name_of(Indicator::Id id) { return indicator_names.at(static_cast<std::size_t>(id)); }

units::Won Budget::total() const { return std::accumulate(by_source.begin(), by_source.end(), units::Won{}); }

const Programme* Plan::programme(std::string_view programme_id) const { return with_id(programmes, programme_id); }
const ProgrammeType* Plan::type(std::string_view type_id) const { return with_id(types, type_id); }
const Department* Plan::department(std::string_view department_id) const { return with_id(departments, department_id); }
const Indicator& Plan::indicator(Indicator::Id indicator_id) const {
  return indicators.at(static_cast<std::size_t>(indicator_id));
}

const Value& Plan::assumption(std::string_view name) const {
  if (const auto own = assumptions.find(name); own != assumptions.end()) return own->second;
  const auto& defaults = default_values();
  if (const auto general = defaults.find(name); general != defaults.end()) return general->second;
  throw std::out_of_range("no assumption " + std::string(name));
}

}  // namespace jobcast::plan
