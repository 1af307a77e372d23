#pragma once

#include <string_view>

namespace jobcast::app {

/// The style of the page: dark where the reader's screen is, narrow on phones, A4 on paper.
std::string_view web_style();

}  // namespace jobcast::app
