#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/input/csv_cells.hpp"
#include "models/panel/half_year.hpp"
#include "models/panel/labels.hpp"

namespace jobcast::panel {

/// A column with figures: what its headings say of them. What they leave open, the row says.
struct FigureColumn {
  std::size_t column = 0;
  std::optional<HalfYear> survey;
  Item item = Item::none;
};

/// How a panel's table is laid out.
struct Sheet {
  std::vector<std::size_t> areas;  ///< columns of areas, the widest area first
  std::optional<std::size_t> age, sex, item, survey;
  std::vector<FigureColumn> figures;
  std::size_t first_row = 1;  ///< of the data, counted in lines of cells
};

/// Reads the header: one row, or several where the second says more of the columns of the first.
Sheet sheet_of(const std::vector<std::vector<input::CsvCell>>& lines);

}  // namespace jobcast::panel
