#include <algorithm>

#include "models/audit/checks.hpp"
#include "models/audit/sheet_links.hpp"

namespace jobcast::audit {

Findings check_double_counts(const FactIndex& index) {
  Findings all;
  for (const auto& [first, second, jobs] : double_counts(index.plan())) {
    const auto thousand_won = [](const plan::Programme& programme) {
      return static_cast<double>(programme.stated_total.value()) / thousand;
    };
    Finding finding;
    finding.kind = Kind::double_count;
    finding.cause = Cause::double_count;
    finding.id = "double_count:" + first->id + ":" + second->id;
    const double money = std::min(thousand_won(*first), thousand_won(*second));
    finding.message =
        jobs ? input::Message{"audit.twice",
                              {first->name.ko, second->name.ko, words(second->jobs), words(money / thousand)}}
             : input::Message{"audit.money_twice", {first->name.ko, second->name.ko, words(money / thousand)}};
    if (jobs) {
      finding.sides = {side_of(*first, "jobs", first->jobs, "count"), side_of(*second, "jobs", second->jobs, "count")};
      finding.effect.persons = second->jobs;
    }
    finding.sides.push_back(side_of(*first, "total", thousand_won(*first), "thousand_won"));
    finding.sides.push_back(side_of(*second, "total", thousand_won(*second), "thousand_won"));
    finding.effect.won = money * thousand;
    finding.difference = jobs ? 0.0 : thousand_won(*first) - thousand_won(*second);
    all.push_back(std::move(finding));
  }
  return all;
}

}  // namespace jobcast::audit
