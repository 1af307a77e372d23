#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace jobcast::panel {

/// What a column of a panel's table holds, by its heading.
enum class ColumnRole { area, age, sex, item, survey, other };

/// The figures of a panel that are read, those that are passed over (relative standard errors, unemployed persons, …)
/// and headings that name no figure.
enum class Item { employed, rate, passed_over, none };

/// By the words of KOSIS ("행정구역별", "연령별", "항목", "시점", "성별") and of the tidy form ("area", "age_group",
/// "survey").
ColumnRole role_of(std::string_view heading);

/// "취업자 (천명)", "고용률 (%)", "employed_thousand", "employment_rate_percent".
Item item_of(std::string_view heading);

/// "15-64" of "15~64세", "15 - 64세" and the like; "65+" of "65세 이상"; "15+" of "15세이상", "계", "합계" and "전체".
/// Nothing for a text that names no ages.
std::optional<std::string> age_group_of(std::string_view label);

/// Whether a row of that sex holds both: "계", "전체", "합계", "both", or nothing.
bool is_both_sexes(std::string_view label);

/// Whether a cell says that there is no figure: blank, dashes, dots, "x", "*", "N/A".
bool is_not_published(std::string_view cell);

/// Without blanks of any kind at its ends: space, tab, no-break and ideographic space.
std::string_view trimmed(std::string_view text);

}  // namespace jobcast::panel
