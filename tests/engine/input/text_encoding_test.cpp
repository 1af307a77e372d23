#include "engine/input/text_encoding.hpp"

#include <gmock/gmock.h>
#include <iconv.h>
#include <rapidcheck/gtest.h>

#include "tests/engine/input/said.hpp"

namespace jobcast::input {
namespace {

using ::testing::ElementsAre;
using testing::said_by;

constexpr auto* with_all_that_is_expected = "; expected text.expected_encoding; mend text.mend_save_as_utf8";

std::string fault(const std::string& problem) { return problem + with_all_that_is_expected; }

std::vector<std::string> decoding_faults(std::string_view bytes) {
  return said_by([&] { static_cast<void>(decode(std::string(bytes), "a.csv")); });
}

std::string to_cp949(std::string text) {
  const iconv_t converter = iconv_open("CP949", "UTF-8");
  std::string bytes(text.size() + 1, '\0');
  char* in = text.data();
  char* out = bytes.data();
  std::size_t in_left = text.size();
  std::size_t out_left = bytes.size();
  const auto failed = iconv(converter, &in, &in_left, &out, &out_left) == static_cast<std::size_t>(-1);
  iconv_close(converter);
  EXPECT_FALSE(failed) << text;
  bytes.resize(bytes.size() - out_left);
  return bytes;
}

/// A table in Korean: syllables (all 11172 are in CP949), digits and what separates them.
rc::Gen<std::string> korean_tables() {
  const auto syllable = rc::gen::map(rc::gen::inRange<std::uint32_t>(0xAC00, 0xD7A4), [](std::uint32_t point) {
    return std::string{static_cast<char>(0xE0 | point >> 12), static_cast<char>(0x80 | (point >> 6 & 0x3F)),
                       static_cast<char>(0x80 | (point & 0x3F))};
  });
  const auto other = rc::gen::element<std::string>(",", "\n", "\r\n", "7", " ", "\"", "A");
  const auto letters = rc::gen::container<std::vector<std::string>>(rc::gen::oneOf(syllable, syllable, other));
  return rc::gen::map(letters, [](const std::vector<std::string>& each) {
    std::string text;
    for (const auto& letter : each) text += letter;
    return text;
  });
}

TEST(Decode, TakesUtf8AsItIsAndDropsItsMark) {
  const auto plain = decode("값,1\r\n", "a.csv");
  EXPECT_EQ(plain.text, "값,1\r\n");
  EXPECT_EQ(plain.encoding, Encoding::utf8);
  const auto marked = decode("\xEF\xBB\xBF값\n", "a.csv");
  EXPECT_EQ(marked.text, "값\n");
  EXPECT_EQ(marked.encoding, Encoding::utf8_with_mark);
  EXPECT_EQ(decode("", "a.csv").text, "");
  EXPECT_EQ(decode("\xEF\xBB\xBF", "a.csv").text, "");
}

TEST(Decode, ReadsCp949AsExcelSavesIt) {
  // Bytes from Python's own cp949 codec; 뷁 is one of the 8822 syllables that EUC-KR lacks.
  const auto table = decode("\xC1\xA4\xBC\xB1\xB1\xBA,\xB0\xAA\r\n", "a.csv");
  EXPECT_EQ(table.text, "정선군,값\r\n");
  EXPECT_EQ(table.encoding, Encoding::cp949);
  EXPECT_EQ(decode("\x94\xEE\xA1\xA4\xA2\xDF", "a.csv").text, "뷁·㈜");
}

TEST(Decode, TakesBytesThatAreBothForUtf8) {
  EXPECT_EQ(to_cp949("째"), "\u00B0");
  EXPECT_EQ(decode("\u00B0", "a.csv").text, "\u00B0");
}

TEST(Decode, NamesThePlaceOfTheFirstByteThatIsNeither) {
  EXPECT_THAT(decoding_faults("a,b\n정선,평창,\xFF,태백\n"), ElementsAre(fault("a.csv:2:7: text.not_utf8")));
  EXPECT_THAT(decoding_faults("\xC1\xA4\xBC\xB1\r\n\xB1\xBA,\xFF,1"), ElementsAre(fault("a.csv:2:3: text.not_utf8")));
  EXPECT_THAT(decoding_faults("caf\xE9,1"), ElementsAre(fault("a.csv:1:4: text.not_utf8")));
  EXPECT_THAT(decoding_faults("\xEF\xBB\xBF\xC1\xA4"), ElementsAre(fault("a.csv:1:1: text.not_utf8")))
      << "a text with the mark of UTF-8 is UTF-8";
}

TEST(Decode, FindsACharacterThatWasCutOffAtTheEnd) {
  EXPECT_THAT(decoding_faults("정선군 평창군 \xEA\xB0"), ElementsAre(fault("a.csv:1:9: text.not_utf8")));
  EXPECT_THAT(decoding_faults("\xC1\xA4\xBC\xB1\xB1"), ElementsAre(fault("a.csv:1:3: text.not_utf8")));
}

TEST(Decode, RefusesZeroBytes) {
  using namespace std::string_view_literals;
  EXPECT_THAT(decoding_faults("a\n값\0,"sv), ElementsAre(fault("a.csv:2:2: text.nul")));
  EXPECT_THAT(decoding_faults("\xC1\xA4\xBC\xB1\n\0"sv), ElementsAre(fault("a.csv:2:1: text.nul")));
}

TEST(Decode, TellsUtf16AndWorkbooksApartFromTables) {
  using namespace std::string_view_literals;
  EXPECT_THAT(decoding_faults("\xFF\xFE\x61\x00"sv), ElementsAre(fault("a.csv:1:1: text.utf16")));
  EXPECT_THAT(decoding_faults("\xFE\xFF\x00\x61"sv), ElementsAre(fault("a.csv:1:1: text.utf16")));
  EXPECT_THAT(decoding_faults("PK\x03\x04\x14\x00"sv), ElementsAre(fault("a.csv: text.workbook")));
}

RC_GTEST_PROP(Decode, GivesBackWhatWasWrittenInCp949, ()) {
  const auto text = *korean_tables();
  const auto bytes = to_cp949(text);
  RC_PRE(first_invalid_utf8(bytes) != std::string::npos);
  const auto decoded = decode(bytes, "a.csv");
  RC_ASSERT(decoded.encoding == Encoding::cp949);
  RC_ASSERT(decoded.text == text);
}

RC_GTEST_PROP(Decode, GivesBackWhatWasWrittenInUtf8, ()) {
  const auto text = *korean_tables();
  RC_ASSERT(decode(text, "a.csv").text == text);
  RC_ASSERT(decode("\xEF\xBB\xBF" + text, "a.csv").text == text);
}

RC_GTEST_PROP(Decode, TakesAnyBytesForUtf8OrNamesOnePlaceInThem, (const std::string& bytes)) {
  try {
    RC_ASSERT(first_invalid_utf8(decode(bytes, "a.csv").text) == std::string::npos);
  } catch (const InputError& error) {
    RC_ASSERT(error.faults().size() == 1U);
    RC_ASSERT(error.faults()[0].where.line <=
              1 + std::count(bytes.begin(), bytes.end(), '\n') + std::count(bytes.begin(), bytes.end(), '\r'));
  }
}

}  // namespace
}  // namespace jobcast::input
