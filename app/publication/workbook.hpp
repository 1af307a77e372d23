#pragma once

#include <string>

#include "app/messages/catalogue.hpp"
#include "app/publication/publication.hpp"

namespace jobcast::app {

/// The tables of a report as an Office Open XML workbook: a contents sheet, a sheet a table with its heading frozen and
/// numbers as numbers, and one of the sources, to which headings and figures link. The same report gives the same
/// bytes. Throws WorkFailed where the system has no room for it.
std::string workbook(const Publication& report, const Catalogue& words);

}  // namespace jobcast::app
