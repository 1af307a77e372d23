#pragma once

#include <string>

#include "app/messages/catalogue.hpp"
#include "app/publication/publication.hpp"

namespace jobcast::app {

/// The report as one HTML file that needs nothing else: style and charts are in it, and no address leads out of it. It
/// is written so that it is well-formed XML as well ("polyglot" HTML), so that any XML parser can check it.
/// Every number is a link to its source; those that share their column's source are left out of the keyboard's order,
/// where the column's heading stands for them.
std::string web_page(const Publication& report, const Catalogue& words);

}  // namespace jobcast::app
