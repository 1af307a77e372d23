#include "engine/input/text_file.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <vector>

#include "engine/input/file_fault.hpp"
#include "engine/input/text_encoding.hpp"

namespace jobcast::input {
namespace {

namespace fs = std::filesystem;

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

std::vector<std::string> neighbours(const fs::path& path) {
  std::vector<std::string> names;
  std::error_code ignored;
  const auto folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  for (const auto& entry : fs::directory_iterator(folder, ignored)) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());  // a folder has no order of its own
  return names;
}

[[noreturn]] void throw_missing(const fs::path& path) {
  const auto near = nearest(path.filename().string(), neighbours(path));
  throw InputError(Diagnostic{{path.string()},
                              {"file.missing", {path.string()}},
                              {},
                              near.empty() ? Message{} : Message{"file.mend_nearest", {near}}});
}

[[noreturn]] void throw_too_large(const std::string& path) {
  throw InputError(
      Diagnostic{{path}, {"file.too_large", {path}}, {"file.expected_size", {std::to_string(largest_file >> 20)}}, {}});
}

/// Before opening: to open a pipe would wait for whoever writes into it.
void refuse_what_is_no_file(const std::string& path) {
  std::error_code error;
  const auto status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) throw_missing(path);
  if (status.type() == fs::file_type::none) throw_unreadable(path, error.value());
  if (fs::is_directory(status)) throw InputError(Diagnostic{{path}, {"file.is_folder", {path}}, {}, {}});
  if (!fs::is_regular_file(status)) throw InputError(Diagnostic{{path}, {"file.not_plain", {path}}, {}, {}});
}

}  // namespace

std::string read_bytes(const std::string& path) {
  refuse_what_is_no_file(path);
  const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rb"));
  if (!file) throw_unreadable(path, errno);
  // Until it ends, not as far as its size: that of a file that is being written, or of /proc, says nothing.
  std::string bytes;
  std::array<char, 1 << 16> chunk;
  for (std::size_t count = chunk.size(); count == chunk.size();) {
    count = std::fread(chunk.data(), 1, chunk.size(), file.get());
    bytes.append(chunk.data(), count);
    if (bytes.size() > largest_file) throw_too_large(path);
  }
  if (std::ferror(file.get()) != 0) throw_unreadable(path, errno);
  return bytes;
}

std::string read_text(const std::string& path) { return decode(read_bytes(path), path).text; }

}  // namespace jobcast::input
