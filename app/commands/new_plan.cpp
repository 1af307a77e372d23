#include <unistd.h>

#include <filesystem>
#include <ostream>
#include <string>

#include "app/command_line/usage_error.hpp"
#include "app/commands/commands.hpp"
#include "app/messages/embedded_file.hpp"
#include "engine/input/atomic_file.hpp"

namespace jobcast::app {
namespace {

namespace fs = std::filesystem;

void refuse_to_overwrite(const fs::path& folder) {
  std::error_code ignored;
  const bool empty_folder = fs::is_directory(folder, ignored) && fs::is_empty(folder, ignored);
  if (!fs::exists(fs::symlink_status(folder, ignored)) || empty_folder) return;
  throw UsageError({"app.folder_not_empty", {folder.string()}}, {"app.expected_new_folder", {}});
}

/// A name beside the folder that nothing has yet.
fs::path draft_of(const fs::path& folder) {
  return folder.parent_path() / ("." + folder.filename().string() + ".draft-" + std::to_string(getpid()));
}

void write_pack(const fs::path& draft) {
  for (const auto& file : template_files()) {
    fs::create_directories((draft / file.path).parent_path());
    input::write_file_atomically((draft / file.path).string(), file.contents);
  }
}

}  // namespace

int run_new_plan(const Arguments& arguments, const Console& console) {
  auto folder = fs::absolute(arguments.get("DIR")).lexically_normal();
  if (!folder.has_filename()) folder = folder.parent_path();
  refuse_to_overwrite(folder);
  // Written beside its place and moved there whole, so that a failure leaves no half a pack.
  const auto draft = draft_of(folder);
  bool begun = false;
  try {
    fs::create_directories(folder.parent_path());
    begun = fs::create_directory(draft);
    write_pack(draft);
    fs::rename(draft, folder);
  } catch (const std::exception&) {
    std::error_code ignored;
    if (begun) fs::remove_all(draft, ignored);
    throw WorkFailed({"app.cannot_write", {arguments.get("DIR")}}, {"app.expected_writable", {}});
  }
  console.out << console.catalogue().text("app.new_plan_done", arguments.get("DIR")) << "\n";
  return 0;
}

}  // namespace jobcast::app
