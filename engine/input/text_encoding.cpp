#include "engine/input/text_encoding.hpp"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>

namespace jobcast::input {
namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

unsigned byte_at(std::string_view text, std::size_t index) { return static_cast<unsigned char>(text[index]); }
bool is_continuation(unsigned byte) { return (byte & 0xC0U) == 0x80U; }

/// Length of the well-formed sequence that begins at `at`, 0 when it is none (Unicode standard, table 3-7).
std::size_t sequence_length(std::string_view text, std::size_t at) {
  const unsigned first = byte_at(text, at);
  if (first < 0x80) return 1;
  const std::size_t length = first >= 0xC2 && first <= 0xDF   ? 2
                             : first >= 0xE0 && first <= 0xEF ? 3
                             : first >= 0xF0 && first <= 0xF4 ? 4
                                                              : 0;
  if (length == 0 || at + length > text.size()) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if (!is_continuation(byte_at(text, at + i))) return 0;
  }
  const unsigned second = byte_at(text, at + 1);
  const bool overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
  const bool out_of_range = (first == 0xED && second > 0x9F) || (first == 0xF4 && second > 0x8F);
  return overlong || out_of_range ? 0 : length;
}

/// Whether bytes that are not all UTF-8 are a damaged UTF-8 file rather than CP949: in UTF-8 a Hangul syllable is three
/// bytes that CP949 text hardly ever puts together.
bool is_damaged_utf8(std::string_view bytes) {
  std::size_t syllables = 0;
  std::size_t bad = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = sequence_length(bytes, at);
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

/// As much of the bytes as is CP949, in UTF-8. No syllable takes more than twice its bytes.
std::optional<Conversion> from_cp949(std::string& bytes) {
  const iconv_t opened = iconv_open("UTF-8", "CP949");
  if (opened == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
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

void refuse_nul(std::string_view text, const std::string& file) {
  const std::size_t at = text.find('\0');
  if (at == std::string_view::npos) return;
  throw InputError(Diagnostic{position_at(text, at, file), {"text.nul", {}}, {}, {"text.mend_save_as_utf8", {}}});
}

[[noreturn]] void throw_neither(std::string_view readable, const std::string& file) {
  throw InputError(Diagnostic{position_at(readable, readable.size(), file),
                              {"text.not_utf8", {}},
                              {"text.expected_encoding", {}},
                              {"text.mend_save_as_utf8", {}}});
}

}  // namespace

std::size_t first_invalid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    // Eight ASCII bytes at a time: tables are mostly digits and commas.
    std::uint64_t eight = 0;
    if (at + sizeof eight <= text.size()) {
      std::memcpy(&eight, text.data() + at, sizeof eight);
      if ((eight & 0x8080808080808080ULL) == 0) {
        at += sizeof eight;
        continue;
      }
    }
    const std::size_t length = sequence_length(text, at);
    if (length == 0) return at;
    at += length;
  }
  return std::string_view::npos;
}

std::size_t character_count(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(static_cast<unsigned char>(c)); }));
}

Position position_at(std::string_view text, std::size_t offset, const std::string& file) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t line_end = before.rfind('\n');
  const std::string_view line = line_end == std::string_view::npos ? before : before.substr(line_end + 1);
  return {file, static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1,
          static_cast<int>(character_count(line)) + 1};
}

DecodedText decode(std::string bytes, const std::string& file) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    throw InputError(
        Diagnostic{{file, 1, 1}, {"text.utf16", {}}, {"text.expected_encoding", {}}, {"text.mend_save_as_utf8", {}}});
  }
  const bool marked = bytes.starts_with(utf8_mark);
  if (marked) bytes.erase(0, utf8_mark.size());
  const std::size_t bad = first_invalid_utf8(bytes);
  if (bad == std::string::npos) {
    refuse_nul(bytes, file);
    return {std::move(bytes), marked ? Encoding::utf8_with_mark : Encoding::utf8};
  }
  if (marked || is_damaged_utf8(bytes)) throw_neither(std::string_view(bytes).substr(0, bad), file);
  const auto converted = from_cp949(bytes);
  if (!converted) throw_neither(std::string_view(bytes).substr(0, bad), file);
  if (!converted->complete) throw_neither(converted->text, file);
  refuse_nul(converted->text, file);
  return {converted->text, Encoding::cp949};
}

}  // namespace jobcast::input
