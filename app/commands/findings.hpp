#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "models/plan/plan.hpp"

namespace jobcast::app {

/// A kind of finding: its name in the cache and the command that makes it.
struct FindingKind {
  const char* name;
  const char* command;
};
inline constexpr FindingKind calibration_finding{"calibration", "calibrate"};
inline constexpr FindingKind backtest_finding{"backtest", "backtest"};

/// What was found out about a plan, kept beside neither plan nor program but in the user's cache: JOBCAST_CACHE, else
/// jobcast under XDG_CACHE_HOME, else ~/.cache/jobcast. The folder's name holds the fingerprint of the plan's files, so
/// that a finding about a pack in which one byte has changed is not found any more.
/// A finding is one JSON file, sealed: {"schema", "plan", "pack", "engine", "seal", "content"}.
class Findings {
 public:
  explicit Findings(const plan::Plan& plan);

  /// Writes `content` whole or not at all, and says where. Throws WorkFailed where it cannot be written.
  std::string keep(const FindingKind& kind, const nlohmann::ordered_json& content) const;
  /// What was kept of this pack by this version of jobcast; nothing where there is none. Throws input::InputError for a
  /// file that was changed since.
  [[nodiscard]] std::optional<nlohmann::ordered_json> find(const FindingKind& kind) const;
  /// Whether something of that kind was kept of a plan with this id, as its pack was before it changed.
  [[nodiscard]] bool has_former(const FindingKind& kind) const;
  /// Fingerprint of a finding's content: the same for the same content.
  [[nodiscard]] static std::string seal_of(const nlohmann::ordered_json& content);

 private:
  [[nodiscard]] std::optional<std::string> path(const FindingKind& kind) const;

  std::string plan_;
  std::string pack_;
};

}  // namespace jobcast::app
