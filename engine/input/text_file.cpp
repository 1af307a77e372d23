#include "engine/input/text_file.hpp"

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

}  // namespace

std::string read_bytes(const std::string& path) {
  std::error_code error;
  const auto status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) throw_missing(path);
  if (fs::is_directory(status)) throw InputError(Diagnostic{{path}, {"file.is_folder", {path}}, {}, {}});
  if (fs::exists(status) && !fs::is_regular_file(status)) {
    throw InputError(Diagnostic{{path}, {"file.not_plain", {path}}, {}, {}});
  }
  const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rb"));
  if (!file) throw_unreadable(path, errno);
  std::string bytes;
  const auto size = fs::file_size(path, error);
  if (!error && size > largest_file) throw_too_large(path);
  bytes.resize(error ? 0 : size);
  const std::size_t count = std::fread(bytes.data(), 1, bytes.size(), file.get());
  if (std::ferror(file.get()) != 0) throw_unreadable(path, errno);
  bytes.resize(count);
  return bytes;
}

std::string read_text(const std::string& path) { return decode(read_bytes(path), path).text; }

}  // namespace jobcast::input
