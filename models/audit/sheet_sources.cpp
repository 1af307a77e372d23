#include <algorithm>
#include <cmath>

#include "models/audit/checks.hpp"
#include "models/audit/scales.hpp"
#include "models/audit/sheet_links.hpp"

namespace jobcast::audit {
namespace {

double million_won(units::Won won) { return static_cast<double>(won.value()) / million; }

}  // namespace

Findings check_sheet_sources(const FactIndex& index) {
  Findings all;
  for (const auto& action : index.plan().actions) {
    if (!action.budget || !action.stated_total) continue;
    int decimals = decimals_of(million_won(*action.stated_total));
    double parts = 0.0;
    for (const auto won : action.budget->by_source) {
      decimals = std::max(decimals, decimals_of(million_won(won)));
      parts += won.value() != 0 ? 1.0 : 0.0;
    }
    const Printed total{million_won(*action.stated_total), std::pow(10.0, -decimals)};
    const double sum = million_won(action.budget->total());
    if (std::abs(total.value - sum) < 1e-9) continue;
    Interval rounded{sum - parts * total.step / 2.0, sum + parts * total.step / 2.0};
    Interval cut{sum, sum + parts * total.step};
    const bool rounding = rounded.meets(total.rounded()) || cut.meets(total.cut());
    Finding finding;
    finding.kind = rounding ? Kind::rounding : Kind::sum;
    finding.cause = rounding                                       ? Cause::rounding
                    : power_of_ten_apart(total, {sum, total.step}) ? Cause::unit
                                                                   : Cause::arithmetic;
    finding.id = std::string(name_of(finding.kind)) + ":sheet:" + action.id;
    finding.difference = std::round((total.value - sum) * 1e4) / 1e4;
    finding.message = rounding
                          ? input::Message{"audit.rounding", {words(std::abs(finding.difference))}}
                          : input::Message{"audit.sheet_sources", {action.id, words(std::abs(finding.difference))}};
    finding.sides = {total_side(index, action),
                     {"actions", cell_words(action.id + " " + action.name.ko, "sum of sources"), sum, "million_won"}};
    all.push_back(std::move(finding));
  }
  return all;
}

}  // namespace jobcast::audit
