#pragma once

#include <string>
#include <string_view>

#include "app/messages/catalogue.hpp"

namespace jobcast::app {

/// The script that teaches "bash", "zsh" or "fish" to complete jobcast's words; empty for another shell. Descriptions
/// are in the catalogue's language.
std::string completion_script(std::string_view shell, const Catalogue& catalogue);

}  // namespace jobcast::app
