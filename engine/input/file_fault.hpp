#pragma once

#include <string>

#include "engine/input/diagnostic.hpp"

namespace jobcast::input {

/// Throw the InputError of a system error (errno) on reading or writing a file.
[[noreturn]] void throw_unreadable(const std::string& path, int error);
[[noreturn]] void throw_unwritable(const std::string& path, int error);

}  // namespace jobcast::input
