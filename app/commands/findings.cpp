#include "app/commands/findings.hpp"

#include <cstdlib>
#include <filesystem>

#include "app/command_line/usage_error.hpp"
#include "engine/input/atomic_file.hpp"
#include "engine/input/diagnostic.hpp"
#include "engine/input/text_file.hpp"
#include "engine/store/fingerprint.hpp"
#include "models/runs/engine_version.hpp"
#include "models/runs/run_key.hpp"

namespace jobcast::app {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr const char* schema = "jobcast.finding/1";
const std::string engine(runs::engine_version());

std::optional<fs::path> cache() {
  const auto named = [](const char* variable) -> std::optional<fs::path> {
    const char* value = std::getenv(variable);
    return value != nullptr && *value != '\0' ? std::optional<fs::path>(value) : std::nullopt;
  };
  if (auto own = named("JOBCAST_CACHE")) return own;
  if (const auto caches = named("XDG_CACHE_HOME")) return *caches / "jobcast";
  if (const auto home = named("HOME")) return *home / ".cache" / "jobcast";
  return std::nullopt;
}

}  // namespace

Findings::Findings(const plan::Plan& plan) : plan_(plan.id), pack_(runs::pack_print(plan)) {}

std::optional<std::string> Findings::path(const FindingKind& kind) const {
  constexpr std::size_t digits = 16;
  const auto folder = cache();
  if (!folder) return std::nullopt;
  return (*folder / (plan_ + "-" + pack_.substr(0, digits)) / (std::string(kind.name) + ".json")).string();
}

bool Findings::has_former(const FindingKind& kind) const {
  const auto folder = cache();
  std::error_code ignored;
  if (!folder) return false;
  for (const auto& entry : fs::directory_iterator(*folder, ignored)) {
    const auto of_pack = entry.path().filename().string();
    const auto dash = of_pack.rfind('-');
    if (of_pack.substr(0, dash) == plan_ && fs::exists(entry.path() / (std::string(kind.name) + ".json"), ignored))
      return true;
  }
  return false;
}

std::string Findings::seal_of(const Json& content) { return store::Fingerprint::of_bytes(content.dump()); }

std::string Findings::keep(const FindingKind& kind, const Json& content) const {
  const auto file = path(kind);
  if (!file) throw WorkFailed({"findings.nowhere", {}}, {}, {"findings.mend_nowhere", {}});
  const Json finding{{"schema", schema},         {"plan", plan_},     {"pack", pack_}, {"engine", engine},
                     {"seal", seal_of(content)}, {"content", content}};
  try {
    fs::create_directories(fs::path(*file).parent_path());
    input::write_file_atomically(*file, finding.dump() + "\n");
  } catch (const std::exception&) {
    throw WorkFailed({"app.cannot_write", {*file}}, {"app.expected_writable", {}});
  }
  return *file;
}

std::optional<Json> Findings::find(const FindingKind& kind) const {
  const auto file = path(kind);
  std::error_code ignored;
  if (!file || !fs::is_regular_file(*file, ignored)) return std::nullopt;
  Json finding = Json::parse(input::read_bytes(*file), nullptr, false);
  const auto says = [&](const char* key, const std::string& value) {
    return finding.is_object() && finding.contains(key) && finding[key] == value;
  };
  if (!says("schema", schema) || !finding.contains("content") || !says("seal", seal_of(finding["content"]))) {
    throw input::InputError({.where = {.file = *file},
                             .problem = {"findings.damaged", {}},
                             .expected = {},
                             .mend = {"findings.mend_damaged", {kind.command}}});
  }
  if (!says("pack", pack_) || !says("engine", engine)) return std::nullopt;
  return finding["content"];
}

}  // namespace jobcast::app
