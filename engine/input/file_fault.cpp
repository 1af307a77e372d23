#include "engine/input/file_fault.hpp"

#include <cerrno>
#include <system_error>

namespace jobcast::input {
namespace {

/// Why, for the reasons a user can do something about; the system's own words for the rest.
Message reason(int error) {
  switch (error) {
    case EACCES:
    case EPERM:
      return {"file.no_permission", {}};
    case EROFS:
      return {"file.read_only", {}};
    case ENOSPC:
    case EDQUOT:
      return {"file.disk_full", {}};
    case ENOENT:
    case ENOTDIR:
      return {"file.no_folder", {}};
    case EISDIR:
      return {"file.folder_in_the_way", {}};
    default:
      return {"file.system_says", {std::generic_category().message(error)}};
  }
}

}  // namespace

void throw_unreadable(const std::string& path, int error) {
  throw InputError(Diagnostic{{path}, {"file.unreadable", {path}}, reason(error), {}});
}

void throw_unwritable(const std::string& path, int error) {
  throw InputError(Diagnostic{{path}, {"file.unwritable", {path}}, reason(error), {}});
}

}  // namespace jobcast::input
