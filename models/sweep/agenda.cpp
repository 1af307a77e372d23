#include "models/sweep/agenda.hpp"

#include <unordered_map>

#include "models/forecast/county_model.hpp"

namespace jobcast::sweep {
namespace {

/// Scenarios that are alone in their county are run side by side rather than one after another. The plan as written
/// comes first, as all others are held against it.
void add_gathered(std::vector<Group>&& groups, std::size_t plan, Agenda& agenda) {
  Group loners{.plan = plan, .one_county = false, .numbers = {}};
  const std::vector<std::uint64_t> as_written{0};
  if (!groups.empty() && groups.front().numbers == as_written) {
    agenda.groups.push_back({.plan = plan, .one_county = false, .numbers = as_written});
    groups.erase(groups.begin());
  }
  for (auto& group : groups) {
    if (group.numbers.size() > 1) {
      agenda.groups.push_back(std::move(group));
    } else {
      loners.numbers.push_back(group.numbers.front());
    }
  }
  if (!loners.numbers.empty()) agenda.groups.push_back(std::move(loners));
}

}  // namespace

Agenda make_agenda(const Sweep& sweep, const std::function<bool(const Swept&)>& known) {
  Agenda agenda;
  for (std::size_t plan = 0; plan < sweep.plans.size(); ++plan) {
    const Scenarios scenarios(sweep, plan);
    std::vector<Group> groups;
    std::unordered_map<std::string, std::size_t> group_of;
    for (std::uint64_t number = 0; number <= scenarios.count(); ++number) {
      const Swept swept = scenarios.at(number);
      ++agenda.count;
      if (known(swept)) {
        ++agenda.known;
        continue;
      }
      const auto key = forecast::county_key(scenarios.plan(), swept.scenario);
      const auto [place, is_new] = group_of.try_emplace(key, groups.size());
      if (is_new) groups.push_back({.plan = plan, .numbers = {}});
      groups[place->second].numbers.push_back(number);
    }
    add_gathered(std::move(groups), plan, agenda);
  }
  return agenda;
}

}  // namespace jobcast::sweep
