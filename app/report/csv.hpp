#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace jobcast::app {

/// A CSV text as RFC 4180 has it, but with LF: one header row, then a fact a row, UTF-8.
class Csv {
 public:
  explicit Csv(const std::vector<std::string_view>& header) { add(header); }

  template <class Word>
  void add(const std::vector<Word>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) text_ += ',';
      append(cells[i]);
    }
    text_ += '\n';
  }

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  void append(std::string_view cell) {
    if (cell.find_first_of(",\"\n\r") == std::string_view::npos) {
      text_ += cell;
      return;
    }
    text_ += '"';
    for (const char letter : cell) text_ += letter == '"' ? std::string("\"\"") : std::string(1, letter);
    text_ += '"';
  }

  std::string text_;
};

}  // namespace jobcast::app
