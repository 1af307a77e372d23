#include "engine/input/atomic_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <utility>

#include "engine/input/file_fault.hpp"

namespace jobcast::input {
namespace {

namespace fs = std::filesystem;

bool write_all(int descriptor, std::string_view contents) {
  while (!contents.empty()) {
    const ssize_t count = ::write(descriptor, contents.data(), contents.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    contents.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

/// Into a device or pipe, which must not be replaced by a file.
class Device {
 public:
  explicit Device(const std::string& path)
      : path_(path), descriptor_(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY)) {
    if (descriptor_ < 0) throw_unwritable(path_, errno);
  }
  Device(const Device&) = delete;
  Device& operator=(const Device&) = delete;
  ~Device() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }

  void write(std::string_view contents) {
    if (!write_all(descriptor_, contents)) throw_unwritable(path_, errno);
  }
  void close() {
    if (::close(std::exchange(descriptor_, -1)) != 0) throw_unwritable(path_, errno);
  }

 private:
  std::string path_;
  int descriptor_;
};

void write_through(const std::string& path, const std::function<void(const Sink&)>& produce) {
  Device device(path);
  produce([&](std::string_view piece) { device.write(piece); });
  device.close();
}

/// A file being written; removed again unless it was renamed.
class Draft {
 public:
  explicit Draft(const fs::path& target) : target_(target.string()) {
    // Hidden, and short: the target's own name may be as long as names can be.
    const std::string stem = (target.parent_path() / ".jobcast-").string() + std::to_string(::getpid());
    for (int turn = 0; descriptor_ < 0; ++turn) {
      name_ = stem + "-" + std::to_string(turn);
      descriptor_ = ::open(name_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);  // less the user's mask
      if (descriptor_ < 0 && errno != EEXIST) throw_unwritable(target_, errno);
    }
  }
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;
  ~Draft() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (!renamed_) ::unlink(name_.c_str());
  }

  void write(std::string_view contents) {
    if (!write_all(descriptor_, contents)) throw_unwritable(target_, errno);
  }

  void take_owner_and_permissions(const struct stat& before) {
    // Only root may give a file away; for others it is theirs, as any file that they write anew.
    if (::fchown(descriptor_, before.st_uid, before.st_gid) != 0) errno = 0;
    if (::fchmod(descriptor_, before.st_mode & 07777U) != 0) throw_unwritable(target_, errno);
  }

  void put_in_place() {
    if (::fsync(descriptor_) != 0 || ::close(std::exchange(descriptor_, -1)) != 0) throw_unwritable(target_, errno);
    if (::rename(name_.c_str(), target_.c_str()) != 0) throw_unwritable(target_, errno);
    renamed_ = true;
  }

 private:
  std::string target_;
  std::string name_;
  int descriptor_ = -1;
  bool renamed_ = false;
};

/// Makes the rename itself last; a file system that cannot is no fault of the user's.
void flush_folder(const fs::path& path) {
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  static_cast<void>(::fsync(descriptor));
  ::close(descriptor);
}

/// The file a symbolic link stands for, which need not exist, so that the link stays a link.
std::string resolved(const std::string& path) {
  constexpr int most_links = 40;  // as Linux itself follows
  std::error_code ignored;
  fs::path target(path);
  for (int links = 0; fs::is_symlink(target, ignored); ++links) {
    if (links == most_links) throw_unwritable(path, ELOOP);
    target = target.parent_path() / fs::read_symlink(target, ignored);
  }
  return target.string();
}

}  // namespace

void write_file_atomically(const std::string& path, std::string_view contents) {
  write_file_atomically(path, [&](const Sink& sink) { sink(contents); });
}

void write_file_atomically(const std::string& path, const std::function<void(const Sink&)>& produce) {
  struct stat there {};
  const bool exists = ::stat(path.c_str(), &there) == 0;
  if (exists && S_ISDIR(there.st_mode)) throw_unwritable(path, EISDIR);
  if (exists && !S_ISREG(there.st_mode)) return write_through(path, produce);
  const std::string target = resolved(path);
  if (exists && ::access(target.c_str(), W_OK) != 0) throw_unwritable(path, errno);
  Draft draft(target);
  produce([&](std::string_view piece) { draft.write(piece); });
  if (exists) draft.take_owner_and_permissions(there);
  draft.put_in_place();
  flush_folder(target);
}

}  // namespace jobcast::input
