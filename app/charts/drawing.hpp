#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/charts/palette.hpp"
#include "app/charts/text_size.hpp"

namespace jobcast::charts {

/// A text as XML has it between tags and in attributes; characters that XML forbids are left out.
std::string escaped(std::string_view words);

struct Point {
  double x = 0.0, y = 0.0;
};

struct Stroke {
  Colour colour = Colour::ink;
  double width = 1.0;
  std::string_view dash = {};  ///< "4 3"; empty: a whole line
};

struct Fill {
  Colour colour = Colour::blue;
  double opacity = 1.0;
};

enum class Anchor { start, middle, end };

struct Letters {
  Anchor anchor = Anchor::start;
  Colour colour = Colour::ink;
  double size = text_size;
  bool bold = false;
};

/// One chart as SVG. Places are in the drawing's own units from its upper left corner; colours are classes of the style
/// sheet that comes with it (palette). Every text is escaped here, so callers pass names as they are.
class Drawing {
 public:
  /// `id`: unique in the page; `title` and `description` say to those who cannot see the chart what it is and shows.
  Drawing(double width, double height, std::string id, std::string title, std::string description);

  [[nodiscard]] double width() const { return width_; }
  [[nodiscard]] double height() const { return height_; }

  void line(Point from, Point to, const Stroke& stroke = {});
  /// A line through points; nothing of fewer than two.
  void curve(const std::vector<Point>& points, const Stroke& stroke);
  /// The area that points enclose; nothing of fewer than three.
  void area(const std::vector<Point>& points, const Fill& fill);
  /// `tip`: what is shown under the pointer; empty: nothing. A width or height below 0 goes the other way.
  void rectangle(Point corner, double width, double height, const Fill& fill, std::string_view tip = {});
  void circle(Point centre, double radius, const Fill& fill, std::string_view tip = {});
  /// A square on its corner.
  void diamond(Point centre, double radius, const Fill& fill, std::string_view tip = {});
  /// `at`: the foot of the letters, at their start, middle or end.
  void text(Point at, std::string_view words, const Letters& letters = {});

  /// The chart as an element of an HTML page, with class `shown` ("wide", "narrow") beside "chart".
  [[nodiscard]] std::string element(std::string_view shown = {}) const;
  /// The chart as a file of its own, with its style.
  [[nodiscard]] std::string document() const;

 private:
  [[nodiscard]] std::string opening(std::string_view attributes) const;

  double width_, height_;
  std::string id_, title_, description_;
  std::string marks_;
};

}  // namespace jobcast::charts
