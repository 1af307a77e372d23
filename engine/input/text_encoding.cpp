#include "engine/input/text_encoding.hpp"

#include <iconv.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>

namespace jobcast::input {
namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::string_view zip_mark = "PK\x03\x04";  // what an .xlsx workbook begins with

/// Whether bytes that are not all UTF-8 are a damaged UTF-8 file rather than CP949: in UTF-8 a Hangul syllable is three
/// bytes that CP949 text hardly ever puts together.
bool is_damaged_utf8(std::string_view bytes) {
  std::size_t syllables = 0;
  std::size_t bad = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = utf8_sequence_length(bytes, at);
    syllables += length == 3 ? 1 : 0;
    bad += length == 0 ? 1 : 0;
    at += std::max<std::size_t>(length, 1);
  }
  return syllables > bad;
}

struct CloseConverter {
  void operator()(iconv_t converter) const { iconv_close(converter); }
};

struct Conversion {
  std::string text;
  bool complete = false;
};

/// As much of the bytes as is CP949, in UTF-8; none where the system has no converter. No syllable takes more than
/// twice its bytes.
std::optional<Conversion> from_cp949(std::string& bytes) {
  const iconv_t opened = iconv_open("UTF-8", "CP949");
  if (reinterpret_cast<std::intptr_t>(opened) == -1) return std::nullopt;
  const std::unique_ptr<void, CloseConverter> converter(opened);
  Conversion result{std::string(2 * bytes.size() + 4, '\0'), false};
  char* in = bytes.data();
  std::size_t in_left = bytes.size();
  char* out = result.text.data();
  std::size_t out_left = result.text.size();
  result.complete = iconv(converter.get(), &in, &in_left, &out, &out_left) != static_cast<std::size_t>(-1);
  result.text.resize(result.text.size() - out_left);
  return result;
}

[[noreturn]] void refuse(const Position& where, const char* problem) {
  throw InputError(Diagnostic{where, {problem, {}}, {"text.expected_encoding", {}}, {"text.mend_save_as_utf8", {}}});
}

void refuse_nul(std::string_view text, const std::string& file) {
  const std::size_t at = text.find('\0');
  if (at != std::string_view::npos) refuse(position_at(text, at, file), "text.nul");
}

[[noreturn]] void refuse_after(std::string_view readable, const std::string& file) {
  refuse(position_at(readable, readable.size(), file), "text.not_utf8");
}

}  // namespace

DecodedText decode(std::string bytes, const std::string& file) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) refuse({file, 1, 1}, "text.utf16");
  if (bytes.starts_with(zip_mark)) refuse({file}, "text.workbook");
  const bool marked = bytes.starts_with(utf8_mark);
  if (marked) bytes.erase(0, utf8_mark.size());
  const std::size_t bad = first_invalid_utf8(bytes);
  if (bad == std::string::npos) {
    refuse_nul(bytes, file);
    return {std::move(bytes), marked ? Encoding::utf8_with_mark : Encoding::utf8};
  }
  const std::string_view readable = std::string_view(bytes).substr(0, bad);
  if (marked || is_damaged_utf8(bytes)) refuse_after(readable, file);
  auto converted = from_cp949(bytes);
  if (!converted) refuse_after(readable, file);
  if (!converted->complete) refuse_after(converted->text, file);
  refuse_nul(converted->text, file);
  return {std::move(converted->text), Encoding::cp949};
}

}  // namespace jobcast::input
