#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <limits>
#include <optional>
#include <ostream>
#include <string>

#include "app/command_line/usage_error.hpp"
#include "app/commands/commands.hpp"
#include "app/messages/embedded_file.hpp"
#include "app/synthetic/pack.hpp"
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

void write(const fs::path& file, std::string_view contents) {
  fs::create_directories(file.parent_path());
  input::write_file_atomically(file.string(), contents);
}

/// How many invented counties are asked for; none: the template.
std::optional<int> counties_of(const Arguments& arguments) {
  if (arguments.find("--synthetic")) {
    return static_cast<int>(arguments.number("--synthetic", 1, 1, synthetic::most_packs));
  }
  if (arguments.find("--seed")) throw UsageError({"app.seed_of_nothing", {}}, {"app.expected_synthetic", {}});
  return std::nullopt;
}

std::uint64_t seed_of(const Arguments& arguments) {
  return arguments.number("--seed", 1, 0, std::numeric_limits<std::uint64_t>::max());
}

void write_packs(const fs::path& draft, std::optional<int> counties, std::uint64_t seed) {
  if (!counties) {
    for (const auto& file : template_files()) write(draft / file.path, file.contents);
    return;
  }
  // Thousands of files that can be made again need not each wait for the disk.
  for (const auto& file : synthetic::synthetic_packs(seed, *counties)) {
    fs::create_directories((draft / file.path).parent_path());
    std::ofstream stream;
    stream.exceptions(std::ios::failbit | std::ios::badbit);
    stream.open(draft / file.path, std::ios::binary);
    stream << file.contents;
    stream.close();
  }
}

}  // namespace

int run_new_plan(const Arguments& arguments, const Console& console) {
  const auto counties = counties_of(arguments);
  const auto seed = seed_of(arguments);
  auto folder = fs::absolute(arguments.get("DIR")).lexically_normal();
  if (!folder.has_filename()) folder = folder.parent_path();
  refuse_to_overwrite(folder);
  // Written beside its place and moved there whole, so that a failure leaves no half a pack.
  const auto draft = draft_of(folder);
  bool begun = false;
  try {
    fs::create_directories(folder.parent_path());
    begun = fs::create_directory(draft);
    write_packs(draft, counties, seed);
    fs::rename(draft, folder);
  } catch (const std::exception&) {
    std::error_code ignored;
    if (begun) fs::remove_all(draft, ignored);
    throw WorkFailed({"app.cannot_write", {arguments.get("DIR")}}, {"app.expected_writable", {}});
  }
  const auto& words = console.catalogue();
  console.out << (counties ? words.text("app.new_plans_done", std::to_string(*counties), arguments.get("DIR"))
                           : words.text("app.new_plan_done", arguments.get("DIR")))
              << "\n";
  return 0;
}

}  // namespace jobcast::app
