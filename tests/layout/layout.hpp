#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace jobcast::layout {

/// One #include "..." of a source file, by path from the root.
struct Include {
  std::string file;
  int line = 0;
  std::string target;
};

/// The folder of the house a path belongs to: "engine/time", "models/plan", "app"; empty for what is none of these.
std::string folder_of(const std::string& path);

/// Whether code of one folder may include a header of another: app -> models -> engine; inside engine units <- time <-
/// {random, stats, kernel, graph, input, lanes, ranks} <- {design, store} <- sweep; the fields of models do not know
/// each other.
bool may_include(const std::string& from, const std::string& to);

/// Every #include "..." of the sources under `root`/`top`, in the order of paths and lines.
std::vector<Include> includes_under(const std::filesystem::path& root, const std::string& top);

/// "file:line: what is wrong" for each include that points backward or nowhere.
std::vector<std::string> faults(const std::filesystem::path& root, const std::vector<Include>& includes);

/// The folders that the CMakeLists.txt of a folder names after DEPENDS.
std::vector<std::string> declared_dependencies(const std::filesystem::path& root, const std::string& folder);

}  // namespace jobcast::layout
