#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "models/plan/plan.hpp"
#include "models/scenario/scenario.hpp"

namespace jobcast::attribution {

/// By what a plan is taken apart.
enum class Grouping { sector, strategy, funding, department, programme };
inline constexpr std::array groupings{Grouping::sector, Grouping::strategy, Grouping::funding, Grouping::department,
                                      Grouping::programme};
inline constexpr std::array<std::string_view, 5> grouping_names{"sector", "strategy", "funding", "department",
                                                                "programme"};
inline std::string_view name_of(Grouping grouping) { return grouping_names[static_cast<std::size_t>(grouping)]; }

/// A part of the plan that can be there or not.
struct Part {
  std::string id;  ///< of the sector, strategy, source, department or programme; "none": of no such
  plan::Text name;
  std::vector<std::string> programmes;  ///< ids: those that it is, or that its money pays
  double jobs = 0.0;                    ///< the plan's own count; of a source, those of the programmes it pays, whole
  double won = 0.0;                     ///< a source: its own money
  scenario::Change absence;             ///< the plan without it
};

/// The parts of a plan. Programmes of no department, or that no strategy's sheets cover, are a part "none"; one that
/// two strategies cover counts for the first. Programmes without money are no part of a source.
std::vector<Part> parts_of(const plan::Plan& plan, Grouping grouping);

/// The plan with some of its parts.
scenario::Scenario with_parts(const plan::Plan& plan, const std::vector<Part>& parts, const std::vector<bool>& present);

}  // namespace jobcast::attribution
