#include "app/charts/gantt.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <regex>

#include "app/charts/text_size.hpp"
#include "models/plan/plan.hpp"

namespace jobcast::charts {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const plan::Plan& jeongseon() {
  static const plan::Plan plan = plan::load_plan(std::string(JOBCAST_SOURCE_DIR) + "/scenarios/jeongseon-2024");
  return plan;
}

const schedule::Timetable& table() {
  static const auto timetable =
      schedule::make_timetable(jeongseon(), scenario::as_written(jeongseon()), {.draws = 160, .seed = 1, .threads = 1});
  return timetable;
}

std::string drawn(app::Language language, double width) {
  return gantt(jeongseon(), table(), app::Catalogue(language), width, "gantt").document();
}

struct Written {
  double left, right;
  std::string words;
};

/// Every text of a drawing by its foot.
std::map<double, std::vector<Written>> texts_of(const std::string& svg) {
  static const std::regex shape(
      "<text x=\"([0-9.-]+)\" y=\"([0-9.-]+)\"[^>]*?( text-anchor=\"(middle|end)\")?( font-size=\"([0-9.]+)\")?"
      "( font-weight=\"bold\")?>([^<]*)</text>");
  std::map<double, std::vector<Written>> rows;
  for (std::sregex_iterator match(svg.begin(), svg.end(), shape), end; match != end; ++match) {
    const auto& found = *match;
    const double size = found[6].matched ? std::stod(found[6]) : text_size;
    auto words = std::regex_replace(found[8].str(), std::regex("&(lt|gt|amp|quot|#39);"), "x");
    const double width = text_width(words, size);
    const double x = std::stod(found[1]);
    const double left = found[4] == "end" ? x - width : found[4] == "middle" ? x - 0.5 * width : x;
    rows[std::stod(found[2])].push_back({left, left + width, words});
  }
  return rows;
}

TEST(Gantt, WritesNoTextOverAnotherAtAnyWidth) {
  for (const auto language : {app::Language::korean, app::Language::english}) {
    for (const double width : {340.0, 720.0, 900.0}) {
      auto rows = texts_of(drawn(language, width));
      EXPECT_GT(rows.size(), table().milestones.size());
      double before = -100.0;
      for (auto& [foot, texts] : rows) {
        EXPECT_GE(foot - before, 9.0) << "lines on top of each other at " << foot << ", width " << width;
        before = foot;
        std::sort(texts.begin(), texts.end(), [](const auto& a, const auto& b) { return a.left < b.left; });
        EXPECT_GE(texts.front().left, -0.5) << texts.front().words;
        for (std::size_t i = 0; i < texts.size(); ++i) {
          EXPECT_LE(texts[i].right, width + 0.5) << texts[i].words << ", width " << width;
          if (i > 0) {
            EXPECT_LE(texts[i - 1].right, texts[i].left + 0.5) << texts[i - 1].words << " | " << texts[i].words;
          }
        }
      }
    }
  }
}

TEST(Gantt, ShowsEveryMilestoneAheadAndStarsThoseThatAreCritical) {
  const auto svg = drawn(app::Language::korean, gantt_file_width);
  std::size_t stars = 0;
  for (std::size_t at = svg.find(">* "); at != std::string::npos; at = svg.find(">* ", at + 1)) ++stars;
  const auto critical = std::count_if(table().milestones.begin(), table().milestones.end(),
                                      [](const auto& each) { return each.critical; });
  EXPECT_EQ(stars, static_cast<std::size_t>(critical) + 1) << "and the legend's";
  EXPECT_THAT(svg, HasSubstr("1분기"));
  EXPECT_THAT(svg, HasSubstr("2025년"));
  EXPECT_THAT(svg, HasSubstr("목수(소목) 과정"));
  EXPECT_THAT(svg, Not(HasSubstr("gantt.")));
  EXPECT_THAT(svg, Not(HasSubstr("creators-lab"))) << "done before the plan's year";
}

TEST(Gantt, FitsOnAnUprightSheet) {
  const auto chart = gantt(jeongseon(), table(), app::Catalogue(app::Language::korean), gantt_file_width, "gantt");
  EXPECT_LT(chart.height() / chart.width(), 273.0 / 186.0) << "A4 within margins, millimetres";
}

TEST(Gantt, IsDrawnOfAPlanWithoutMilestones) {
  auto plan = jeongseon();
  plan.actions.clear();
  const auto empty = schedule::make_timetable(plan, {}, {.draws = 16, .seed = 1, .threads = 1});
  const auto svg = gantt(plan, empty, app::Catalogue(app::Language::english), 720.0, "gantt").document();
  EXPECT_THAT(svg, HasSubstr("Q4"));
  EXPECT_THAT(svg, HasSubstr("</svg>"));
}

}  // namespace
}  // namespace jobcast::charts
