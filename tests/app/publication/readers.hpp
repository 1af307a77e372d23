#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace jobcast::app::testing {

/// What a reader of another make finds in a page: ids, links, addresses, headings, tables, charts, paragraphs. Fails
/// the test where it is no well-formed XML.
nlohmann::json read_page(const std::string& file);
/// The same of a workbook: its sheets with their cells.
nlohmann::json read_workbook(const std::string& file);

/// Texts of the body of a page's table: rows of cells. Fails the test where there is none.
nlohmann::json table_of(const nlohmann::json& page, const std::string& id);
/// Cells of a sheet. Fails the test where there is none.
nlohmann::json sheet_of(const nlohmann::json& workbook, const std::string& name);

}  // namespace jobcast::app::testing
