#include "app/charts/palette.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <string>

namespace jobcast::charts {
namespace {

/// Relative luminance of "#rrggbb" (WCAG 2.1).
double luminance(std::string_view colour) {
  const auto channel = [&](std::size_t at) {
    const double share = std::stoi(std::string(colour.substr(at, 2)), nullptr, 16) / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

double contrast(std::string_view one, std::string_view other) {
  const double a = luminance(one);
  const double b = luminance(other);
  return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

TEST(Palette, StandsOutFromLightAndDarkPages) {
  const auto page = shades_of(Colour::page);
  for (const auto colour : colours) {
    if (colour == Colour::page || colour == Colour::grid) continue;
    const bool words = colour == Colour::ink || colour == Colour::muted;
    EXPECT_GE(contrast(shades_of(colour).light, page.light), words ? 4.5 : 3.0) << name_of(colour);
    EXPECT_GE(contrast(shades_of(colour).dark, page.dark), words ? 4.5 : 3.0) << name_of(colour);
  }
}

TEST(Palette, StylesEveryColourForPagesAndFiles) {
  for (const auto colour : colours) {
    const auto name = std::string(name_of(colour));
    EXPECT_THAT(page_style(), ::testing::HasSubstr("--chart-" + name + ":"));
    EXPECT_THAT(page_style(), ::testing::HasSubstr(".f-" + name + "{fill:var(--chart-" + name + ")}"));
    EXPECT_THAT(file_style(), ::testing::HasSubstr(".s-" + name + "{stroke:" + std::string(shades_of(colour).light)));
  }
}

}  // namespace
}  // namespace jobcast::charts
