#pragma once

#include <string_view>

#include "app/command_line/arguments.hpp"
#include "models/plan/plan.hpp"

namespace jobcast::app {

/// The indicator that an option names; the employment rate of 15-64 when it was not given. The command's specification
/// lists the names, so that any other word was refused before.
plan::Indicator::Id target_of(const Arguments& arguments, std::string_view option);

}  // namespace jobcast::app
