#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/plan/plan.hpp"
#include "models/state/groups.hpp"

namespace jobcast::population {

/// A published total: the persons of one sex (or of both) within a range of ages.
struct Margin {
  std::optional<state::Sex> sex;  ///< none: both
  state::AgeRange ages{0, state::oldest_age};
  double persons = 0.0;
  const plan::Fact* fact = nullptr;  ///< where it stands; null for a total that was computed
};

/// "0-14", "60+", "7", "all" or nothing (all ages), cut at 100.
std::optional<state::AgeRange> parse_ages(std::string_view text);
/// The year whose end a period of a stock means: "2023" or "2023-12-31"; nothing for other periods.
std::optional<int> year_end_of(std::string_view period);
/// The year a flow's period means: "2023" alone.
std::optional<int> year_of(std::string_view period);

/// The totals in persons of `item` at the end of `year`, in the order of the pack; facts with a category are left out.
std::vector<Margin> year_end_margins(const plan::Plan& plan, std::string_view item, int year);

/// Whether for each sex the margins of that sex hold groups of at most ten years under 80 without a gap.
bool is_fine_table(const std::vector<Margin>& margins);
/// Of the margins of each sex those that divide the ages most finely, without the totals over them.
std::vector<Margin> finest_of_sex(const std::vector<Margin>& margins, std::optional<state::Sex> sex);

/// Fault of the pack as a whole.
input::Diagnostic pack_fault(const plan::Plan& plan, std::string id, std::vector<std::string> arguments);

}  // namespace jobcast::population
