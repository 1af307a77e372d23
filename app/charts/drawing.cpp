#include "app/charts/drawing.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>

namespace jobcast::charts {
namespace {

std::string place(double number) {
  auto digits = fmt::format("{:.1f}", std::isfinite(number) ? number : 0.0);
  if (digits.ends_with(".0")) digits.resize(digits.size() - 2);
  return digits == "-0" ? "0" : digits;
}

std::string places(const std::vector<Point>& points) {
  std::string text;
  for (const auto& point : points) text += (text.empty() ? "" : " ") + place(point.x) + "," + place(point.y);
  return text;
}

std::string look_of(const Stroke& stroke) {
  auto look = fmt::format(" class=\"s-{}\" stroke-width=\"{}\"", name_of(stroke.colour), place(stroke.width));
  if (!stroke.dash.empty()) look += fmt::format(" stroke-dasharray=\"{}\"", stroke.dash);
  return look;
}

std::string look_of(const Fill& fill) {
  auto look = fmt::format(" class=\"f-{}\"", name_of(fill.colour));
  if (fill.opacity < 1.0) look += fmt::format(" fill-opacity=\"{:.2f}\"", fill.opacity);
  return look;
}

std::string element_of(std::string_view name, const std::string& attributes, std::string_view tip) {
  if (tip.empty()) return fmt::format("<{}{}/>\n", name, attributes);
  return fmt::format("<{0}{1}><title>{2}</title></{0}>\n", name, attributes, escaped(tip));
}

}  // namespace

std::string escaped(std::string_view words) {
  std::string safe;
  for (const char letter : words) {
    const auto code = static_cast<unsigned char>(letter);
    constexpr unsigned char first_printed = 0x20;
    if (letter == '&') {
      safe += "&amp;";
    } else if (letter == '<') {
      safe += "&lt;";
    } else if (letter == '>') {
      safe += "&gt;";
    } else if (letter == '"') {
      safe += "&quot;";
    } else if (letter == '\'') {
      safe += "&#39;";
    } else if (code >= first_printed || letter == '\t' || letter == '\n' || letter == '\r') {
      safe += letter;
    }
  }
  return safe;
}

Drawing::Drawing(double width, double height, std::string id, std::string title, std::string description)
    : width_(width),
      height_(height),
      id_(std::move(id)),
      title_(std::move(title)),
      description_(std::move(description)) {}

void Drawing::line(Point from, Point to, const Stroke& stroke) {
  marks_ += fmt::format("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"{}/>\n", place(from.x), place(from.y),
                        place(to.x), place(to.y), look_of(stroke));
}

void Drawing::curve(const std::vector<Point>& points, const Stroke& stroke) {
  if (points.size() < 2) return;
  marks_ += fmt::format("<polyline fill=\"none\" points=\"{}\"{}/>\n", places(points), look_of(stroke));
}

void Drawing::area(const std::vector<Point>& points, const Fill& fill) {
  if (points.size() < 3) return;
  marks_ += fmt::format("<polygon points=\"{}\"{}/>\n", places(points), look_of(fill));
}

void Drawing::rectangle(Point corner, double width, double height, const Fill& fill, std::string_view tip) {
  marks_ +=
      element_of("rect",
                 fmt::format(" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{}",
                             place(std::min(corner.x, corner.x + width)), place(std::min(corner.y, corner.y + height)),
                             place(std::abs(width)), place(std::abs(height)), look_of(fill)),
                 tip);
}

void Drawing::circle(Point centre, double radius, const Fill& fill, std::string_view tip) {
  marks_ += element_of(
      "circle",
      fmt::format(" cx=\"{}\" cy=\"{}\" r=\"{}\"{}", place(centre.x), place(centre.y), place(radius), look_of(fill)),
      tip);
}

void Drawing::diamond(Point centre, double radius, const Fill& fill, std::string_view tip) {
  marks_ += element_of("polygon",
                       fmt::format(" points=\"{}\"{}",
                                   places({{centre.x, centre.y - radius},
                                           {centre.x + radius, centre.y},
                                           {centre.x, centre.y + radius},
                                           {centre.x - radius, centre.y}}),
                                   look_of(fill)),
                       tip);
}

void Drawing::text(Point at, std::string_view words, const Letters& letters) {
  constexpr std::array anchors{"start", "middle", "end"};
  auto look = fmt::format(" class=\"f-{}\"", name_of(letters.colour));
  if (letters.anchor != Anchor::start) {
    look += fmt::format(" text-anchor=\"{}\"", anchors[static_cast<std::size_t>(letters.anchor)]);
  }
  if (letters.size != text_size) look += fmt::format(" font-size=\"{}\"", place(letters.size));
  if (letters.bold) look += " font-weight=\"bold\"";
  marks_ += fmt::format("<text x=\"{}\" y=\"{}\"{}>{}</text>\n", place(at.x), place(at.y), look, escaped(words));
}

std::string Drawing::opening(std::string_view attributes) const {
  return fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\"{0} width=\"{1}\" height=\"{2}\" viewBox=\"0 0 {1} {2}\" role=\"img\" "
      "aria-labelledby=\"{3}-title {3}-description\" font-family=\"sans-serif\" font-size=\"{4}\">\n"
      "<title id=\"{3}-title\">{5}</title>\n<desc id=\"{3}-description\">{6}</desc>\n",
      attributes, place(width_), place(height_), escaped(id_), place(text_size), escaped(title_),
      escaped(description_));
}

std::string Drawing::element(std::string_view shown) const {
  const auto name = shown.empty() ? std::string("chart") : "chart " + std::string(shown);
  return opening(fmt::format(" class=\"{}\"", name)) + marks_ + "</svg>\n";
}

std::string Drawing::document() const {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + opening(" version=\"1.1\"") + "<style>\n" + file_style() +
         "</style>\n" +
         fmt::format("<rect class=\"f-{}\" width=\"{}\" height=\"{}\"/>\n", name_of(Colour::page), place(width_),
                     place(height_)) +
         marks_ + "</svg>\n";
}

}  // namespace jobcast::charts
