#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace jobcast::app::testing {

/// Draws of a sweep that lasts long enough to be disturbed, as a word; a sanitizer makes each cost ten times as much.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr const char* many_draws = "500";
#else
inline constexpr const char* many_draws = "4000";
#endif

/// What a finished program left behind.
struct Outcome {
  int code = -1;
  std::string out;
  std::string error;
};

struct Invocation {
  std::vector<std::string> words;
  std::map<std::string, std::string> environment = {};  ///< beside PATH; nothing else is inherited
  std::filesystem::path folder = ".";
};

/// Runs the built jobcast and waits for it.
Outcome jobcast(const Invocation& run);
/// Runs any program of the PATH.
Outcome program(const std::string& name, const Invocation& run);

/// A new folder that is removed, with all in it, at the end.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] std::string operator/(const std::string& name) const { return (path_ / name).string(); }
  /// Names of everything in it, sorted.
  [[nodiscard]] std::vector<std::string> names() const;

 private:
  std::filesystem::path path_;
};

std::string read_file(const std::filesystem::path& file);
void write_file(const std::filesystem::path& file, const std::string& contents);

}  // namespace jobcast::app::testing
