#pragma once

#include <string>

namespace jobcast::app::testing {

/// A small panel in the tidy form: twelve made-up counties, four age bands and 15-64, 2013H1 to 2023H2.
std::string panel_text();

}  // namespace jobcast::app::testing
