#include "app/charts/skill_plot.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "app/charts/axes.hpp"
#include "app/charts/legend.hpp"
#include "app/report/numbers.hpp"
#include "app/report/skill_report.hpp"

namespace jobcast::charts {
namespace {

constexpr std::array<Colour, panel::models.size()> hues{Colour::green, Colour::vermillion, Colour::blue, Colour::grey};
constexpr double width = 960;
constexpr double height = 420;
constexpr Frame origins_frame{60.0, 70.0, 540.0, 350.0};
constexpr Frame coverage_frame{640.0, 70.0, 920.0, 350.0};

void heading(Drawing& drawing, const Frame& frame, const std::string& words) {
  drawing.text({frame.left, frame.top - 28.0}, words, {.bold = true});
}

void under(Drawing& drawing, const Frame& frame, double x, const std::string& words) {
  drawing.text({x, frame.bottom + 20.0}, words, {Anchor::middle});
}

/// Mean CRPS of each method from origin to origin.
void draw_origins(Drawing& drawing, const panel::Skill& skill, const app::Catalogue& words) {
  const auto& frame = origins_frame;
  double most = 0.0;
  for (const auto& each : skill.scores) {
    if (each.origin && std::isfinite(each.score.crps)) most = std::max(most, each.score.crps);
  }
  const auto scale = round_scale(0.0, most, frame.bottom, frame.top);
  heading(drawing, frame, words.text("skill.plot_crps"));
  left_axis(drawing, scale, frame);
  const Bands bands{skill.origins.size(), frame.left, frame.right};
  for (std::size_t i = 0; i < skill.origins.size(); ++i) {
    under(drawing, frame, bands.centre(i), skill.origins[i].name());
  }
  for (std::size_t m = 0; m < panel::models.size(); ++m) {
    std::vector<Point> points;
    for (std::size_t i = 0; i < skill.origins.size(); ++i) {
      const auto& score = skill.scores[(i + 1) * panel::models.size() + m].score;
      if (std::isfinite(score.crps)) points.push_back({bands.centre(i), scale(score.crps)});
    }
    drawing.curve(points, {hues[m], m == 0 ? 3.0 : 1.5});
    for (const auto& point : points) drawing.circle(point, 4.0, {hues[m]});
  }
}

/// Shares of published figures within the intervals, against what the intervals promise.
void draw_coverage(Drawing& drawing, const panel::Skill& skill, const app::Catalogue& words) {
  const auto& frame = coverage_frame;
  const Linear scale{0.0, 100.0, frame.bottom, frame.top};
  constexpr std::array promised{50.0, 80.0, 90.0};
  const auto percent = [](double number) { return app::grouped(number) + "%"; };
  heading(drawing, frame, words.text("skill.plot_coverage"));
  left_axis(drawing, scale, frame, {.words = percent});
  const Bands groups{promised.size(), frame.left, frame.right, 0.3};
  for (std::size_t i = 0; i < promised.size(); ++i) {
    const Bands bars{panel::models.size(), groups.low(i), groups.low(i) + groups.width(), 0.15};
    for (std::size_t m = 0; m < panel::models.size(); ++m) {
      const auto& score = skill.scores[m].score;
      const std::array shares{score.coverage_50, score.coverage_80, score.coverage_90};
      if (!std::isfinite(shares[i])) continue;
      drawing.rectangle({bars.low(m), frame.bottom}, bars.width(), scale(100.0 * shares[i]) - frame.bottom, {hues[m]},
                        app::model_label(panel::models[m], words) + " " + percent(100.0 * shares[i]));
    }
    drawing.line({bars.start - 4.0, scale(promised[i])}, {bars.end + 4.0, scale(promised[i])}, {Colour::ink, 2.0});
    under(drawing, frame, groups.centre(i), percent(promised[i]));
  }
}

}  // namespace

std::string skill_plot(const panel::Skill& skill, const app::Catalogue& words) {
  Drawing drawing(width, height, "skill", words.text("skill.plot_crps"), words.text("skill.plot_coverage"));
  draw_origins(drawing, skill, words);
  draw_coverage(drawing, skill, words);
  std::vector<LegendEntry> entries;
  for (std::size_t m = 0; m < panel::models.size(); ++m) {
    entries.push_back({LegendEntry::Mark::dot, {hues[m]}, app::model_label(panel::models[m], words)});
  }
  draw_legend(drawing, entries, {origins_frame.left, height - 34.0}, width - 2.0 * origins_frame.left);
  return drawing.document();
}

}  // namespace jobcast::charts
