#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <set>

#include "app/report/display_width.hpp"
#include "tests/app/process.hpp"

namespace jobcast::app {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;
using Words = std::vector<std::string>;

class AuditCommand : public ::testing::Test {
 protected:
  testing::Outcome run(Words more) const {
    Words words{"audit"};
    words.insert(words.end(), more.begin(), more.end());
    return testing::jobcast(
        {.words = words,
         .environment = {{"LANG", "C.UTF-8"}, {"JOBCAST_SCENARIOS", JOBCAST_SOURCE_DIR "/scenarios"}},
         .folder = folder_.path()});
  }

  testing::TemporaryFolder folder_;
};

TEST_F(AuditCommand, TellsBothSidesInBothLanguages) {
  const auto korean = run({"jeongseon-2024", "--lang", "ko"});
  EXPECT_EQ(korean.code, 0) << korean.error;
  EXPECT_THAT(korean.out, HasSubstr("정선군 2024년 일자리대책 - 계획이 스스로와 어긋나는 곳"));
  EXPECT_THAT(korean.out, HasSubstr("22 천 명  표 6: 정선군 / 취업자"));
  EXPECT_THAT(korean.out, HasSubstr("21.8 천 명  표 13: 계 / 2023년 취업자수"));
  EXPECT_THAT(korean.out, HasSubstr("원인(추정): 상·하반기 혼동"));
  EXPECT_THAT(korean.out, Not(HasSubstr("audit."))) << "every sentence is in the catalogue";
  const auto english = run({"jeongseon-2024", "--lang", "en"});
  EXPECT_THAT(english.out, HasSubstr("\"Hometown Jeongseon youth school\" and"));
  EXPECT_THAT(english.out, Not(HasSubstr("audit.")));
  EXPECT_LT(korean.out.find("조사 오차 이상\n"), korean.out.find("\n표기\n")) << "the gravest first";
  for (const auto& text : {korean.out, english.out}) {
    for (std::size_t at = 0; at < text.size();) {
      const auto end = text.find('\n', at);
      EXPECT_LE(display_width(text.substr(at, end - at)), 100);
      at = end + 1;
    }
  }
}

TEST_F(AuditCommand, WritesJsonThatItsFormatPromises) {
  const auto outcome = run({"jeongseon-2024", "--format", "json"});
  ASSERT_EQ(outcome.code, 0) << outcome.error;
  const auto json = nlohmann::json::parse(outcome.out);
  EXPECT_EQ(json["schema"], "jobcast.audit/1");
  ASSERT_GT(json["findings"].size(), 40U);
  std::set<std::string> ids;
  for (const auto& finding : json["findings"]) {
    for (const auto* key : {"id", "kind", "severity", "message", "cause"}) EXPECT_TRUE(finding[key].is_string()) << key;
    EXPECT_TRUE(finding["difference"].is_number());
    EXPECT_NE(finding["kind"], "rounding");
    ASSERT_FALSE(finding["sides"].empty());
    for (const auto& side : finding["sides"]) {
      EXPECT_TRUE(side["table"].is_string() && side["cell"].is_string() && side["value"].is_number()) << side;
    }
    EXPECT_TRUE(ids.insert(finding["id"].get<std::string>()).second) << finding["id"];
  }
  const auto all = nlohmann::json::parse(run({"jeongseon-2024", "--all", "--format", "json"}).out);
  EXPECT_GT(all["findings"].size(), json["findings"].size()) << "rounding too";
  EXPECT_EQ(all["findings"].back()["kind"], "rounding");
}

TEST_F(AuditCommand, WritesASideARowAsCsv) {
  const auto outcome = run({"jeongseon-2024", "--format", "csv", "--out", "audit.csv"});
  EXPECT_EQ(outcome.code, 0) << outcome.error;
  EXPECT_THAT(outcome.out, IsEmpty());
  const auto written = testing::read_file(folder_ / "audit.csv");
  EXPECT_THAT(written,
              StartsWith("id,kind,severity,cause,message,side,table,cell,value,unit,difference,persons,points,won\n"));
  EXPECT_THAT(written, HasSubstr(",1,6,정선군 / 취업자,22,thousand_persons,0.2,200,"));
}

TEST_F(AuditCommand, FindsNothingInANewPlanAndFailsOnlyWhenAskedTo) {
  ASSERT_EQ(testing::jobcast({.words = {"new-plan", "mine"}, .folder = folder_.path()}).code, 0);
  const auto sound = run({"mine", "--strict"});
  EXPECT_EQ(sound.code, 0) << sound.out;
  EXPECT_THAT(sound.out, HasSubstr("No disagreement found."));
  EXPECT_EQ(run({"jeongseon-2024"}).code, 0);
  EXPECT_EQ(run({"jeongseon-2024", "--strict"}).code, 1);
  EXPECT_EQ(run({"no-such-plan"}).code, 2);
}

}  // namespace
}  // namespace jobcast::app
