#pragma once

#include <string>
#include <string_view>

#include "app/report/page.hpp"

namespace jobcast::app {

/// The help of a command, or of the program when the name is empty.
std::string help_text(std::string_view command, const Page& page);

}  // namespace jobcast::app
