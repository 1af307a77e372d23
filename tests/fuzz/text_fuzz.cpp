// Any bytes as a text file: they become UTF-8 without zero bytes, or one fault at a place in the file.
#include <cstdint>
#include <string>

#include "engine/input/nearest.hpp"
#include "engine/input/plain_number.hpp"
#include "engine/input/text_encoding.hpp"
#include "tests/fuzz/require.hpp"

namespace jobcast {
namespace {

using fuzz::require;

void decode_any(const std::string& bytes) {
  try {
    const auto decoded = input::decode(bytes, "fuzz.csv");
    require(input::first_invalid_utf8(decoded.text) == std::string::npos, "decoded text is UTF-8");
    require(decoded.text.find('\0') == std::string::npos, "decoded text has no zero byte");
    require(input::code_points(decoded.text).size() == input::character_count(decoded.text), "characters are counted");
    if (decoded.text.starts_with("\xEF\xBB\xBF") || decoded.text.starts_with("PK\x03\x04")) return;
    require(input::decode(decoded.text, "fuzz.csv").text == decoded.text, "decoded text stays as it is");
  } catch (const input::InputError& error) {
    require(error.faults().size() == 1, "one fault says it all");
  }
}

void read_number(const std::string& text) {
  const auto read = input::plain_number(text);
  if (read.value) {
    require(input::plain_number(input::number_text(*read.value)).value == read.value, "a number reads back");
    require(read.mend.id.empty(), "a number needs no mending");
  } else if (!read.mend.arguments.empty()) {
    require(input::plain_number(read.mend.arguments[0]).value.has_value(), "the mended number is one");
  }
}

void find_nearest(const std::string& text) {
  const auto half = text.size() / 2;
  const auto near = input::nearest(text.substr(0, half), {text.substr(half), text.substr(0, half)});
  require(half == 0 || near == text.substr(0, half) || near == text.substr(half), "the text itself is near");
}

}  // namespace
}  // namespace jobcast

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  jobcast::decode_any(bytes);
  jobcast::read_number(bytes);
  jobcast::find_nearest(bytes);
  return 0;
}
