#include "tests/app/publication/readers.hpp"

#include <gtest/gtest.h>

#include "tests/app/process.hpp"

namespace jobcast::app::testing {
namespace {

nlohmann::json read_with(const char* script, const std::string& file) {
  const auto outcome =
      program("python3", {.words = {std::string(JOBCAST_SOURCE_DIR) + "/tests/app/publication/" + script, file},
                          .environment = {{"PYTHONUTF8", "1"}}});
  EXPECT_EQ(outcome.code, 0) << outcome.error;
  return outcome.code == 0 ? nlohmann::json::parse(outcome.out) : nlohmann::json();
}

}  // namespace

nlohmann::json read_page(const std::string& file) { return read_with("read_page.py", file); }

nlohmann::json read_workbook(const std::string& file) { return read_with("read_workbook.py", file); }

nlohmann::json table_of(const nlohmann::json& page, const std::string& id) {
  for (const auto& table : page.at("tables")) {
    if (table.at("id") != id) continue;
    auto rows = table.at("rows");
    rows.erase(rows.begin());
    return rows;
  }
  ADD_FAILURE() << "no table " << id;
  return nlohmann::json::array();
}

nlohmann::json sheet_of(const nlohmann::json& workbook, const std::string& name) {
  for (const auto& sheet : workbook) {
    if (sheet.at("name") == name) return sheet;
  }
  ADD_FAILURE() << "no sheet " << name;
  return nlohmann::json::object();
}

}  // namespace jobcast::app::testing
