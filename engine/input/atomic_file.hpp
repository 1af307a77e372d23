#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace jobcast::input {

/// Writes a file as a whole or not at all: to a temporary beside it, flushed to disk, then renamed over it. A file that
/// was there keeps its permissions, and its owner where the system allows it; a symbolic link stays one; a device or
/// pipe is written through. Throws InputError when it cannot be written; the old file is then as it was, and the
/// temporary is gone.
void write_file_atomically(const std::string& path, std::string_view contents);

/// Takes a text piece by piece.
using Sink = std::function<void(std::string_view)>;

/// The same with contents that are made while they are written, so that they need not be in memory as a whole. What
/// `produce` throws passes through, and the old file is as it was; but a device or pipe has got the pieces before.
void write_file_atomically(const std::string& path, const std::function<void(const Sink&)>& produce);

}  // namespace jobcast::input
