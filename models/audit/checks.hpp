#pragma once

#include "models/audit/fact_index.hpp"

namespace jobcast::audit {

/// The checks, a file each. Each is a pure function of the plan, finds what disagrees and says nothing of what agrees;
/// differences by rounding alone come back as Kind::rounding. Rules, tolerances and limits: docs/models/audit.md.
Findings check_controls(const FactIndex& index);     ///< printed totals against the parts that controls.toml names
Findings check_partitions(const FactIndex& index);   ///< sexes, ages, status and money sources against their totals
Findings check_same_values(const FactIndex& index);  ///< one meaning, several cells
Findings check_changes(const FactIndex& index);      ///< changes, rises, rates of achievement
Findings check_shares(const FactIndex& index);
Findings check_rates(const FactIndex& index);          ///< employment, participation and unemployment rates
Findings check_double_counts(const FactIndex& index);  ///< two rows of the programme list
Findings check_sheets(const FactIndex& index);         ///< action sheets against the programmes they cover
Findings check_sheet_sources(const FactIndex& index);  ///< money by source against its total
Findings check_sheet_texts(const FactIndex& index);    ///< a sheet's text against its closing table
Findings check_strategies(const FactIndex& index);     ///< printed strategies against their sheets
Findings check_unlisted(const FactIndex& index);       ///< sheets whose jobs no programme of the list has
Findings check_counting(const FactIndex& index);       ///< what is counted as a job
Findings check_unit_costs(const FactIndex& index);
Findings check_milestones(const FactIndex& index);
Findings check_targets(const FactIndex& index);
Findings check_labels(const FactIndex& index);      ///< ages, years and indicators named in headings
Findings check_same_names(const FactIndex& index);  ///< one name for two extents
Findings check_unit_notes(const FactIndex& index);  ///< the unit printed over a table
Findings check_ranks(const FactIndex& index);       ///< "the largest"

}  // namespace jobcast::audit
