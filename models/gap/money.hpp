#pragma once

#include "models/gap/gap.hpp"
#include "models/response/simulator.hpp"

namespace jobcast::gap {

/// What each purse needs. `now`: the scenario itself.
std::vector<MoneyNeed> find_money(const plan::Plan& plan, const scenario::Scenario& scenario, const Question& question,
                                  const response::Simulator& simulator, const response::Outcomes& now,
                                  const std::function<void(std::size_t expected)>& done);

}  // namespace jobcast::gap
