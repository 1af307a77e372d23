#include "app/report/table.hpp"

#include <algorithm>
#include <numeric>

namespace jobcast::app {
namespace {

constexpr int gap = 2;

std::string without_trailing_blanks(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

}  // namespace

std::vector<int> Table::widths() const {
  std::vector<int> widths(columns_.size());
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    widths[i] = display_width(columns_[i].title);
    for (const auto& row : rows_) {
      if (!row.empty()) widths[i] = std::max(widths[i], display_width(row[i].text));
    }
  }
  return widths;
}

int Table::width() const {
  const auto each = widths();
  return std::accumulate(each.begin(), each.end(), gap * (static_cast<int>(each.size()) - 1));
}

std::string Table::text(const Paint& paint) const {
  const auto each = widths();
  const auto line = [&](const std::vector<Cell>& cells) {
    std::string words;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) words += std::string(gap, ' ');
      const bool last = i + 1 == cells.size();
      const auto cell = padded(cells[i].text, each[i], columns_[i].align);
      words += paint(cells[i].style, last ? without_trailing_blanks(cell) : cell);
    }
    return without_trailing_blanks(words) + "\n";
  };
  const auto rule = paint(Style::dim, std::string(static_cast<std::size_t>(width()), '-')) + "\n";
  std::vector<Cell> titles;
  for (const auto& column : columns_) titles.emplace_back(column.title, Style::bold);
  std::string text = line(titles) + rule;
  for (const auto& row : rows_) text += row.empty() ? rule : line(row);
  return text;
}

}  // namespace jobcast::app
