#include "app/charts/drawing.hpp"

#include <gmock/gmock.h>

#include "app/charts/axes.hpp"
#include "app/charts/legend.hpp"

namespace jobcast::charts {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(Drawing, EscapesEveryWord) {
  Drawing drawing(100, 50, "a\"b", "A & B", "1 < 2");
  drawing.text({1.0, 2.0}, "<script>'\x01");
  drawing.circle({1.0, 2.0}, 3.0, {}, "\"5\" > 4");
  const auto svg = drawing.element("wide");
  EXPECT_THAT(svg, HasSubstr("<title id=\"a&quot;b-title\">A &amp; B</title>"));
  EXPECT_THAT(svg, HasSubstr("1 &lt; 2</desc>"));
  EXPECT_THAT(svg, HasSubstr(">&lt;script&gt;&#39;</text>")) << "a letter that XML forbids is left out";
  EXPECT_THAT(svg, HasSubstr("<title>&quot;5&quot; &gt; 4</title></circle>"));
}

TEST(Drawing, SaysWhatItIsToThoseWhoCannotSeeIt) {
  const auto svg = Drawing(100, 50, "fan", "Employment", "It rises").element();
  EXPECT_THAT(svg, HasSubstr("role=\"img\" aria-labelledby=\"fan-title fan-description\""));
  EXPECT_THAT(svg, HasSubstr("<desc id=\"fan-description\">It rises</desc>"));
}

TEST(Drawing, AsAFileHasItsStyleAndNoCustomProperties) {
  Drawing drawing(100, 50, "fan", "Employment", "It rises");
  drawing.rectangle({10.0, 10.0}, -5.0, 4.0, {Colour::green, 0.5});
  const auto svg = drawing.document();
  EXPECT_THAT(svg, ::testing::StartsWith("<?xml"));
  EXPECT_THAT(svg, HasSubstr(".f-green{fill:#"));
  EXPECT_THAT(svg,
              HasSubstr("<rect x=\"5\" y=\"10\" width=\"5\" height=\"4\" class=\"f-green\" fill-opacity=\"0.50\"/>"));
  EXPECT_THAT(svg, Not(HasSubstr("var(")));
}

TEST(TextSize, TakesHangulForWiderThanLatin) {
  EXPECT_DOUBLE_EQ(text_width("고용률", 10.0), 30.0);
  EXPECT_DOUBLE_EQ(text_width("rate", 10.0), 24.0);
  EXPECT_EQ(fitted("고용률 목표", 100.0, 10.0), "고용률 목표");
  EXPECT_EQ(fitted("고용률 목표", 36.0, 10.0), "고용률…") << "the blank before the cut goes as well";
  EXPECT_EQ(fitted("고용률 목표", 1.0, 10.0), "…");
}

TEST(TextSize, BreaksAtBlanksAndCutsTheLastLine) {
  EXPECT_THAT(broken("one two three", 48.0, 3, 10.0), ::testing::ElementsAre("one two", "three"));
  EXPECT_THAT(broken("one two three four", 48.0, 2, 10.0), ::testing::ElementsAre("one two", "three f…"));
  EXPECT_THAT(broken("immeasurable word", 30.0, 2, 10.0), ::testing::ElementsAre("im…", "word"));
  EXPECT_TRUE(broken("", 30.0).empty());
  for (const auto& line : broken("노인 일자리 및 사회활동 지원사업", 60.0, 2)) EXPECT_LE(text_width(line), 60.0);
}

TEST(Axes, LeaveOutDateLabelsThatHaveNoRoom) {
  const Dates scale{time::make_date(2013, 1, 1), time::make_date(2025, 1, 1), 40.0, 340.0};
  Drawing drawing(360, 100, "a", "", "");
  date_axis(drawing, scale, {40.0, 10.0, 340.0, 76.0});
  EXPECT_THAT(drawing.element(), HasSubstr(">2015</text>"));
  Drawing narrow(100, 100, "a", "", "");
  date_axis(narrow, {scale.from, scale.to, 40.0, 90.0}, {40.0, 10.0, 90.0, 76.0});
  EXPECT_THAT(narrow.element(), Not(HasSubstr(">2015</text>")));
}

TEST(Axes, GiveNumbersTheDecimalsThatTheirStepsNeed) {
  const auto scale = round_scale(0.0, 1.0, 80.0, 10.0);
  Drawing drawing(200, 100, "a", "", "");
  left_axis(drawing, scale, {40.0, 10.0, 190.0, 80.0});
  EXPECT_THAT(drawing.element(), HasSubstr(">0.2</text>"));
  EXPECT_GT(left_axis_room(scale), text_width("0.2"));
  Drawing counts(200, 100, "a", "", "");
  left_axis(counts, round_scale(0.0, 10'000.0, 80.0, 10.0), {60.0, 10.0, 190.0, 80.0});
  EXPECT_THAT(counts.element(), HasSubstr(">10,000</text>"));
}

TEST(Legend, TakesAnotherLineWhereOneIsTooShort) {
  using Mark = LegendEntry::Mark;
  const std::vector<LegendEntry> entries{{Mark::square, {Colour::blue}, "published"},
                                         {Mark::whisker, {Colour::ink}, "survey's error"},
                                         {Mark::dashed, {Colour::vermillion}, "목표"}};
  EXPECT_LT(legend_height(entries, 600.0), legend_height(entries, 200.0));
  EXPECT_DOUBLE_EQ(legend_height({}, 200.0), 0.0);
  Drawing drawing(200, 100, "a", "", "");
  EXPECT_DOUBLE_EQ(draw_legend(drawing, entries, {0.0, 0.0}, 200.0), legend_height(entries, 200.0));
  EXPECT_THAT(drawing.element(), HasSubstr("목표"));
}

}  // namespace
}  // namespace jobcast::charts
