#pragma once

#include <string_view>
#include <vector>

namespace jobcast::app {

/// A file that was made part of the program when it was built.
struct EmbeddedFile {
  std::string_view path;  ///< from the folder it was taken from
  std::string_view contents;
};

/// The message catalogue: app/messages/*.toml.
std::vector<EmbeddedFile> message_files();
/// The pack that `jobcast new-plan` writes: app/template/pack.
std::vector<EmbeddedFile> template_files();

}  // namespace jobcast::app
