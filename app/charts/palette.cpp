#include "app/charts/palette.hpp"

#include <fmt/format.h>

namespace jobcast::charts {
namespace {

struct Entry {
  std::string_view name;
  Shades shades;
};

constexpr std::array<Entry, colours.size()> entries{{{"ink", {"#1a1d21", "#eceff2"}},
                                                     {"muted", {"#565d66", "#aeb6bf"}},
                                                     {"grid", {"#dfe3e8", "#343b43"}},
                                                     {"page", {"#ffffff", "#14171b"}},
                                                     {"blue", {"#0072b2", "#56b4e9"}},
                                                     {"vermillion", {"#d55e00", "#f5854a"}},
                                                     {"green", {"#00845f", "#2fc79b"}},
                                                     {"amber", {"#a87500", "#f0c14b"}},
                                                     {"purple", {"#a8498a", "#e092c2"}},
                                                     {"grey", {"#7b828b", "#8f98a3"}}}};

const Entry& entry_of(Colour colour) { return entries[static_cast<std::size_t>(colour)]; }

std::string classes(const auto& value_of) {
  std::string css;
  for (const auto colour : colours) {
    css += fmt::format(".f-{0}{{fill:{1}}}.s-{0}{{stroke:{1}}}\n", name_of(colour), value_of(colour));
  }
  return css;
}

std::string properties(std::string_view Shades::*shade) {
  std::string css;
  for (const auto& entry : entries) css += fmt::format("--chart-{}:{};", entry.name, entry.shades.*shade);
  return css;
}

}  // namespace

std::string_view name_of(Colour colour) { return entry_of(colour).name; }

Shades shades_of(Colour colour) { return entry_of(colour).shades; }

std::string page_style() {
  return fmt::format(":root{{{}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{}}}}}\n",
                     properties(&Shades::light), properties(&Shades::dark)) +
         classes([](Colour colour) { return fmt::format("var(--chart-{})", name_of(colour)); });
}

std::string file_style() {
  return classes([](Colour colour) { return shades_of(colour).light; });
}

}  // namespace jobcast::charts
