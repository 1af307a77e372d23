// Any bytes as a table: nothing crashes, every fault lies in the text, and what was read is read again once written.
#include <cstdint>
#include <string>
#include <vector>

#include "engine/input/csv.hpp"
#include "tests/fuzz/require.hpp"

namespace jobcast {
namespace {

using fuzz::require;
using Table = std::vector<std::vector<std::string>>;

Table cells_of(const std::string& text) {
  Table table;
  for (const auto& line : input::split_csv(text).lines) {
    auto& row = table.emplace_back();
    for (const auto& cell : line) row.push_back(cell.text);
  }
  return table;
}

void write_and_read_again(const std::string& text) {
  const auto table = cells_of(text);
  std::string written;
  for (const auto& row : table) written += input::csv_line(row);
  require(input::split_csv(written).faults.empty(), "a written table has no faults");
  require(cells_of(written) == table, "a written table reads back");
}

void read_typed(const std::string& text) {
  const input::CsvHeader header{{"item", "sex", "value"}};
  input::Diagnostics faults;
  const input::CsvTable table("fuzz.csv", text, header, faults);
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    static_cast<void>(table.require(row, 0, faults));
    static_cast<void>(table.choice(row, 1, {"both", "male", "female"}, faults));
    static_cast<void>(table.number(row, 2, faults, input::any_count));
  }
  const auto whole = input::position_at(text, text.size(), "fuzz.csv");
  for (const auto& fault : faults.faults()) {
    require(fault.where.line <= whole.line, "a fault lies in the text");
    require(!fault.problem.id.empty(), "a fault says what is wrong");
  }
}

}  // namespace
}  // namespace jobcast

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  jobcast::write_and_read_again(text);
  jobcast::read_typed(text);
  return 0;
}
