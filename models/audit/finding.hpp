#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "engine/input/diagnostic.hpp"

namespace jobcast::audit {

/// What kind of disagreement a finding is; each kind has its check (docs/models/audit.md).
enum class Kind {
  sum,           ///< a total against its parts
  share,         ///< a share against part and whole
  rate,          ///< a rate against the counts it is made of
  change,        ///< a change against the values before and after
  same_value,    ///< one figure in two places with two values
  double_count,  ///< one thing counted in two rows
  sheet,         ///< an action sheet against the list of programmes, or against its own text
  left_out,      ///< what a total should hold and does not
  counting,      ///< cases, firms or trainees counted as jobs
  unit_cost,     ///< money for a job far from that of the others of its type
  milestone,     ///< a step that comes too late for what is counted on it
  target,        ///< a target that the published figure cannot show or that lies under the last result
  label,         ///< a heading that names something else than what stands under it
  unit,          ///< a printed unit that the numbers are not in
  rank,          ///< "the largest" that is not the largest
  rounding       ///< two sides that differ by rounding or cutting off alone
};
inline constexpr std::array kind_names{"sum",   "share",    "rate",     "change",    "same_value", "double_count",
                                       "sheet", "left_out", "counting", "unit_cost", "milestone",  "target",
                                       "label", "unit",     "rank",     "rounding"};

/// What the disagreement probably comes from.
enum class Cause {
  arithmetic,       ///< the sum was done wrong or a figure was mistyped
  rounding,         ///< rounded or cut off
  unit,             ///< off by a power of ten
  half_year,        ///< the figure of the other half-year's survey
  relative_points,  ///< relative change where points are meant, or the other way round
  double_count,     ///< the same thing twice
  left_out,         ///< a part that the total leaves out
  other_counting,   ///< people, cases, firms or sites counted differently
  other_version,    ///< figures of another state of the plan: one place was brought up to date, the other not
  other_scope,      ///< a different extent: the whole project, or a part of it
  money_source,     ///< the same money booked to another source
  timing,           ///< later than the year it is counted in
  definition,       ///< the words say something else than the figure
  survey_limit      ///< finer than what the survey publishes
};
inline constexpr std::array cause_names{"arithmetic",      "rounding",     "unit",         "half_year",
                                        "relative_points", "double_count", "left_out",     "other_counting",
                                        "other_version",   "other_scope",  "money_source", "timing",
                                        "definition",      "survey_limit"};

/// How much a finding could move the targets, at most.
enum class Severity {
  serious,  ///< as much as the survey's own standard error, or more
  visible,  ///< a published step of the employment rate or more, but less than the survey's error
  small,    ///< less than a published step; or money alone
  wording,  ///< words, units and figures that no target rests on
  rounding  ///< nothing: rounding
};
inline constexpr std::array severity_names{"serious", "visible", "small", "wording", "rounding"};

inline std::string_view name_of(Kind kind) { return kind_names[static_cast<std::size_t>(kind)]; }
inline std::string_view name_of(Cause cause) { return cause_names[static_cast<std::size_t>(cause)]; }
inline std::string_view name_of(Severity severity) { return severity_names[static_cast<std::size_t>(severity)]; }

/// One place of the plan and what it says there.
struct Side {
  std::string table;  ///< id of a table of the pack, or the file that holds it
  std::string cell;   ///< "row / column"
  double value = 0.0;
  std::string unit;  ///< a unit of facts (docs/pack-format.md, section 2)
};

/// What would change, at most, if the one side were right and not the other.
struct Effect {
  double persons = 0.0;  ///< jobs or persons at work
  double points = 0.0;   ///< of the employment rate of 15-64, or of the rate that the finding is about
  double won = 0.0;
};

/// A disagreement of the plan with itself.
struct Finding {
  std::string id;  ///< "kind:place", the same as long as the pack's labels are
  Kind kind = Kind::sum;
  Severity severity = Severity::wording;
  Cause cause = Cause::arithmetic;
  input::Message message;
  std::vector<Side> sides;
  double difference =
      0.0;  ///< in the unit of the first side: it less what it should be; 0 where words differ, not numbers
  Effect effect;
};

using Findings = std::vector<Finding>;

}  // namespace jobcast::audit
