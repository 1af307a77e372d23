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
/// The page as Vite built it: index.html, assets/…; empty where it was not built (JOBCAST_PAGE=OFF, or no npm).
std::vector<EmbeddedFile> page_files();
/// docs/api: openapi.json.
std::vector<EmbeddedFile> api_files();

}  // namespace jobcast::app
