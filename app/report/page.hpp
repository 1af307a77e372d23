#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "app/messages/catalogue.hpp"
#include "app/report/display_width.hpp"
#include "app/report/paint.hpp"

namespace jobcast::app {

/// What a report for people is written on: a language, colours or none, and a width.
struct Page {
  static constexpr int narrowest = 80;
  static constexpr int widest = 100;

  const Catalogue& catalogue;
  Paint paint;
  int width = widest;  ///< columns, `narrowest` to `widest`

  [[nodiscard]] std::string heading(const std::string& words) const { return "\n" + paint(Style::bold, words) + "\n"; }
  /// A paragraph; its second and later lines start under the end of `first`.
  [[nodiscard]] std::string paragraph(std::string_view words, Style style = Style::plain,
                                      std::string_view first = "") const {
    const int indent = display_width(first);
    std::string text;
    for (const auto& line : wrapped(words, width - indent)) {
      text += (text.empty() ? std::string(first) : std::string(static_cast<std::size_t>(indent), ' ')) +
              paint(style, line) + "\n";
    }
    return text;
  }
};

}  // namespace jobcast::app
