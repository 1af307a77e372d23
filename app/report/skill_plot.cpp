#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cmath>

#include "app/report/skill_report.hpp"

namespace jobcast::app {
namespace {

constexpr std::array<std::string_view, panel::models.size()> colours{"#0b6e4f", "#b23a48", "#33658a", "#8d8d8d"};
constexpr double width = 960;
constexpr double height = 420;
constexpr double top = 70;
constexpr double bottom = 350;

std::string text_at(double x, double y, std::string_view anchor, std::string_view words, std::string_view more = "") {
  std::string safe;
  for (const char letter : words) {
    safe += letter == '&' ? "&amp;" : letter == '<' ? "&lt;" : letter == '>' ? "&gt;" : std::string(1, letter);
  }
  return fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\"{}>{}</text>\n", x, y, anchor, more, safe);
}

std::string line(double x1, double y1, double x2, double y2, std::string_view colour, double thickness) {
  return fmt::format(
      "<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" stroke=\"{}\" stroke-width=\"{}\"/>\n", x1, y1, x2,
      y2, colour, thickness);
}

std::string dot(double x, double y, std::string_view colour) {
  return fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"4\" fill=\"{}\"/>\n", x, y, colour);
}

/// Values from `least` up to `most` between the top and the bottom of a chart.
struct Scale {
  double least, most;
  [[nodiscard]] double y(double value) const { return bottom - (bottom - top) * (value - least) / (most - least); }
};

std::string grid(double left, double right, const Scale& scale, double step, int decimals, std::string_view unit) {
  std::string drawing;
  for (double value = scale.least; value <= scale.most + 0.5 * step; value += step) {
    drawing += line(left, scale.y(value), right, scale.y(value), "#dddddd", 1);
    drawing += text_at(left - 8, scale.y(value) + 4, "end", fmt::format("{:.{}f}{}", value, decimals, unit));
  }
  return drawing;
}

/// Mean CRPS of each method from origin to origin.
std::string origins_chart(const panel::Skill& skill, const Catalogue& words) {
  constexpr double left = 60;
  constexpr double right = 540;
  double most = 0.0;
  for (const auto& each : skill.scores) {
    if (each.origin && std::isfinite(each.score.crps)) most = std::max(most, each.score.crps);
  }
  const double step = most > 4.0 ? 1.0 : most > 2.0 ? 0.5 : 0.25;
  const Scale scale{0.0, std::max(step, std::ceil(most / step) * step)};
  std::string drawing = text_at(left, top - 28, "start", words.text("skill.plot_crps"), " font-weight=\"bold\"") +
                        grid(left, right, scale, step, 2, "");
  const auto count = static_cast<double>(skill.origins.size());
  const auto x_of = [&](std::size_t i) { return left + (right - left) * (static_cast<double>(i) + 0.5) / count; };
  for (std::size_t i = 0; i < skill.origins.size(); ++i) {
    drawing += text_at(x_of(i), bottom + 20, "middle", skill.origins[i].name());
  }
  for (std::size_t m = 0; m < panel::models.size(); ++m) {
    std::optional<std::pair<double, double>> before;
    for (std::size_t i = 0; i < skill.origins.size(); ++i) {
      const auto& score = skill.scores[(i + 1) * panel::models.size() + m].score;
      if (!std::isfinite(score.crps)) continue;
      const std::pair at{x_of(i), scale.y(score.crps)};
      if (before) drawing += line(before->first, before->second, at.first, at.second, colours[m], m == 0 ? 3 : 1.5);
      drawing += dot(at.first, at.second, colours[m]);
      before = at;
    }
  }
  return drawing;
}

/// Shares of published figures within the intervals, against what the intervals promise.
std::string coverage_chart(const panel::Skill& skill, const Catalogue& words) {
  constexpr double left = 640;
  constexpr double right = 920;
  constexpr Scale scale{0.0, 100.0};
  constexpr std::array promised{50.0, 80.0, 90.0};
  std::string drawing = text_at(left, top - 28, "start", words.text("skill.plot_coverage"), " font-weight=\"bold\"") +
                        grid(left, right, scale, 20.0, 0, "%");
  constexpr double group = (right - left) / promised.size();
  constexpr double bar = group / (panel::models.size() + 2);
  for (std::size_t i = 0; i < promised.size(); ++i) {
    const double start = left + static_cast<double>(i) * group + bar;
    for (std::size_t m = 0; m < panel::models.size(); ++m) {
      const auto& score = skill.scores[m].score;
      const std::array shares{score.coverage_50, score.coverage_80, score.coverage_90};
      if (!std::isfinite(shares[i])) continue;
      const double y = scale.y(100.0 * shares[i]);
      drawing += fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" fill=\"{}\"/>\n",
                             start + static_cast<double>(m) * bar, y, bar - 2, bottom - y, colours[m]);
    }
    drawing += line(start - 4, scale.y(promised[i]), start + 4 * bar + 2, scale.y(promised[i]), "#000000", 2);
    drawing += text_at(start + 2 * bar, bottom + 20, "middle", fmt::format("{:.0f}%", promised[i]));
  }
  return drawing;
}

std::string legend(const Catalogue& words) {
  std::string drawing;
  for (std::size_t m = 0; m < panel::models.size(); ++m) {
    const double x = 70 + 150 * static_cast<double>(m);
    drawing +=
        dot(x, height - 24, colours[m]) + text_at(x + 10, height - 19, "start", model_label(panel::models[m], words));
  }
  return drawing;
}

}  // namespace

std::string skill_plot(const panel::Skill& skill, const Catalogue& words) {
  return fmt::format(
             "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" "
             "width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" font-family=\"sans-serif\" font-size=\"13\">\n"
             "<rect width=\"{0}\" height=\"{1}\" fill=\"#ffffff\"/>\n",
             width, height) +
         origins_chart(skill, words) + coverage_chart(skill, words) + legend(words) + "</svg>\n";
}

}  // namespace jobcast::app
