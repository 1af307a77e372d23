#pragma once

#include <array>
#include <string>
#include <string_view>

namespace jobcast::charts {

/// What a mark is painted with. The six hues are Okabe and Ito's (Color Universal Design, 2008), which people with any
/// of the common colour blindnesses tell apart; light pages have darker and dark pages lighter ones, so that each
/// stands at least 3:1 against the page (WCAG 2.1, 1.4.11) and ink and muted words 4.5:1 (1.4.3).
enum class Colour { ink, muted, grid, page, blue, vermillion, green, amber, purple, grey };
inline constexpr std::array colours{Colour::ink,        Colour::muted, Colour::grid,  Colour::page,   Colour::blue,
                                    Colour::vermillion, Colour::green, Colour::amber, Colour::purple, Colour::grey};

/// "ink", "blue", …: the end of its custom property --chart-ink and of its classes f-ink (fill) and s-ink (stroke).
std::string_view name_of(Colour colour);

struct Shades {
  std::string_view light;  ///< "#rrggbb"
  std::string_view dark;
};
Shades shades_of(Colour colour);

/// The style sheet of drawings inside a page: colours as custom properties, dark where the reader's screen is.
std::string page_style();
/// The style sheet of a drawing in a file of its own: light, without custom properties, which few programs other than
/// browsers know.
std::string file_style();

}  // namespace jobcast::charts
