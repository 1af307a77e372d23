#include <filesystem>

#include "models/plan/pack.hpp"

namespace jobcast::plan {

Plan load_plan(const std::string& folder) {
  Pack pack;
  pack.plan.folder = folder;
  pack.plan.files.emplace_back("plan.toml");
  const auto root = input::read_toml((std::filesystem::path(folder) / "plan.toml").string(), pack.faults);
  if (root) {
    input::TomlTable manifest(*root, "plan.toml", pack.faults);
    read_manifest(manifest, pack);
    read_tables(manifest, pack);
    read_indicators(manifest, pack);
    manifest.refuse_other_keys();
    load_types(pack);
    load_programmes(pack);
    apply_exceptions(pack);
    load_actions(pack);
    load_controls(pack);
    load_assumptions(pack);
  }
  pack.faults.throw_if_any();
  return std::move(pack.plan);
}

}  // namespace jobcast::plan
