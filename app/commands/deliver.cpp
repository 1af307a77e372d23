#include "app/commands/deliver.hpp"

#include <unistd.h>

#include <filesystem>
#include <ostream>

#include "app/command_line/usage_error.hpp"

namespace jobcast::app {
namespace {

namespace fs = std::filesystem;

void refuse_unwritable(const std::string& file) {
  const fs::path path(file);
  std::error_code ignored;
  if (file.empty() || fs::is_directory(path, ignored)) {
    throw UsageError({"app.out_is_folder", {file}}, {"app.expected_file", {}});
  }
  const auto folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  if (!fs::is_directory(folder, ignored) || access(folder.c_str(), W_OK | X_OK) != 0) {
    throw WorkFailed({"app.cannot_write", {file}}, {"app.expected_writable", {}});
  }
}

}  // namespace

Delivery::Delivery(std::optional<std::string> file) : file_(std::move(file)) {
  if (file_) refuse_unwritable(*file_);
}

Page Delivery::page(const Console& console) const {
  return to_file() ? Page{console.catalogue(), Paint(false), Page::widest} : console.page;
}

void Delivery::deliver(const std::string& report, const Console& console) const {
  deliver([&](const input::Sink& sink) { sink(report); }, console);
}

void Delivery::deliver(const std::function<void(const input::Sink&)>& produce, const Console& console) const {
  if (!file_) return produce([&](std::string_view piece) { console.out << piece; });
  try {
    input::write_file_atomically(*file_, produce);
  } catch (const input::InputError&) {
    throw WorkFailed({"app.cannot_write", {*file_}}, {"app.expected_writable", {}});
  }
}

}  // namespace jobcast::app
