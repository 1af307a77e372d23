#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>

#include "models/audit/audit.hpp"
#include "tests/support/small_pack.hpp"

namespace jobcast::audit::testing {

/// The pack that `jobcast new-plan` writes.
inline std::map<std::string, std::string> template_files() {
  const std::filesystem::path root = std::filesystem::path(JOBCAST_SOURCE_DIR) / "app/template/pack";
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    files[std::filesystem::relative(entry.path(), root).generic_string()] =
        std::string(std::istreambuf_iterator<char>(stream), {});
  }
  return files;
}

/// A copy of it to plant errors in.
class TemplatePack : public jobcast::testing::SmallPack {
 public:
  TemplatePack() : SmallPack(template_files()) {}

  /// Adds lines to the end of a file.
  void append(const std::string& file, const std::string& lines) {
    added_[file] += lines;
    write(file, template_files().at(file) + added_.at(file));
  }
  [[nodiscard]] plan::Plan plan() const { return plan::load_plan(folder()); }
  /// The findings but those of rounding.
  [[nodiscard]] Findings findings() const {
    auto found = audit_plan(plan()).findings;
    std::erase_if(found, [](const Finding& finding) { return finding.kind == Kind::rounding; });
    return found;
  }

 private:
  std::map<std::string, std::string> added_;
};

}  // namespace jobcast::audit::testing
