#pragma once

#include <string>
#include <vector>

#include "app/report/display_width.hpp"
#include "app/report/paint.hpp"

namespace jobcast::app {

struct Cell {
  std::string text;
  Style style = Style::plain;

  Cell(std::string words, Style look = Style::plain) : text(std::move(words)), style(look) {}
  Cell(const char* words) : text(words) {}
};

struct Column {
  std::string title;
  Align align = Align::right;
};

/// A table for a terminal: as wide as its widest cells, two blanks between columns, a rule under the titles. Columns
/// stand under each other whatever the letters' widths.
class Table {
 public:
  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

  /// Precondition: as many cells as columns.
  void add(std::vector<Cell> row) { rows_.push_back(std::move(row)); }
  /// A rule, as before a total.
  void add_rule() { rows_.emplace_back(); }

  /// Columns the table takes, without the last column's trailing blanks.
  [[nodiscard]] int width() const;
  [[nodiscard]] std::string text(const Paint& paint) const;

 private:
  [[nodiscard]] std::vector<int> widths() const;

  std::vector<Column> columns_;
  std::vector<std::vector<Cell>> rows_;  ///< an empty row is a rule
};

}  // namespace jobcast::app
