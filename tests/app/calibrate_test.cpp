#include <gmock/gmock.h>

#include <fstream>
#include <iomanip>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/app/process.hpp"

namespace jobcast::app {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;
using Words = std::vector<std::string>;

/// A copy of the county's pack, and a cache of its own.
class Calibrated : public ::testing::Test {
 protected:
  Calibrated() {
    fs::copy(JOBCAST_SOURCE_DIR "/scenarios/jeongseon-2024", folder_.path() / "county", fs::copy_options::recursive);
  }
  testing::Outcome run(Words words, const std::string& language = "C.UTF-8") const {
    return testing::jobcast({.words = std::move(words),
                             .environment = {{"LANG", language}, {"JOBCAST_CACHE", folder_ / "cache"}},
                             .folder = folder_.path()});
  }
  testing::Outcome forecast(Words more = {}) const {
    Words words{"forecast", "county", "--draws", "320", "--until", "2024", "--format", "json"};
    words.insert(words.end(), more.begin(), more.end());
    return run(words);
  }
  /// The one file of that name in the cache.
  fs::path kept(const std::string& name) const {
    for (const auto& entry : fs::recursive_directory_iterator(folder_.path() / "cache")) {
      if (entry.path().filename() == name) return entry.path();
    }
    return {};
  }

  testing::TemporaryFolder folder_;
};

/// The rows of a survey of April 2024, in which every band's rate lies higher by `points`.
std::string survey_of_april(double points) {
  std::string rows;
  struct Band {
    const char* ages;
    double population, rate;
  };
  for (const auto& [ages, population, rate] :
       {Band{"15+", 30.1, 72.6}, Band{"15-29", 2.4, 40.0}, Band{"30-49", 6.6, 85.9}, Band{"50-64", 10.2, 79.7},
        Band{"65+", 10.9, 64.5}}) {
    std::ostringstream both;
    both << std::fixed << std::setprecision(1) << "rate " << ages << ",April,employment_rate,2024H1,both," << ages
         << ",," << rate + points << ",percent,yes,\nemployed " << ages << ",April,employed,2024H1,both," << ages
         << ",," << population * (rate + points) / 100.0 << ",thousand_persons,yes,\n";
    rows += both.str();
  }
  return rows;
}

TEST_F(Calibrated, AddingTheRowsOfANewSurveyIsAllAnUpdateTakes) {
  const auto mean_of_october = [&] {
    const auto document = nlohmann::json::parse(forecast().out);
    for (const auto& row : document["indicators"]) {
      if (row["id"] == "employment_rate_15_64" && row["survey"] == "2024-10") {
        return std::pair(row["published"]["mean"].get<double>(), row["published"]["sd"].get<double>());
      }
    }
    return std::pair(0.0, 0.0);
  };
  const auto history = folder_.path() / "county" / "reference" / "survey-history.csv";
  ASSERT_EQ(run({"calibrate", "county", "--members", "200"}).code, 0);
  const auto before = mean_of_october();
  const auto size = fs::file_size(history);
  const auto with_april = [&](double points) {
    fs::resize_file(history, size);
    std::ofstream(history, std::ios::app) << survey_of_april(points);
    EXPECT_EQ(run({"check", "county"}).code, 0);
    const auto calibrated = run({"calibrate", "county", "--members", "200"});
    EXPECT_EQ(calibrated.code, 0) << calibrated.error;
    EXPECT_THAT(calibrated.out, HasSubstr("23 surveys, the last 2024H1"));
    return mean_of_october();
  };
  const auto high = with_april(4.0);
  const auto low = with_april(-4.0);
  EXPECT_GT(high.first, before.first + 0.8);
  EXPECT_LT(low.first, before.first - 0.8);
  EXPECT_LT(high.second, before.second + 0.05) << "a survey more, and half a year less to go";
  const auto until = run({"calibrate", "county", "--members", "200", "--until", "2023H2"});
  EXPECT_THAT(until.out, HasSubstr("22 surveys, the last 2023H2"));
  EXPECT_NEAR(mean_of_october().first, before.first, 0.05) << "--until leaves the new survey out";
  EXPECT_EQ(run({"check-calibration", "county", "--histories", "20"}).code, 0);
}

TEST_F(Calibrated, ForecastsUseItByDefaultAndNotWithPrior) {
  const auto before = forecast();
  ASSERT_EQ(before.code, 0) << before.error;
  const auto calibrated = run({"calibrate", "county", "--members", "200"});
  ASSERT_EQ(calibrated.code, 0) << calibrated.error;
  EXPECT_THAT(calibrated.out, HasSubstr("22 surveys, the last 2023H2"));
  EXPECT_THAT(calibrated.out, HasSubstr("tell next to nothing of"));
  const auto after = nlohmann::json::parse(forecast().out);
  EXPECT_TRUE(after["calibration"].is_string());
  EXPECT_NE(after["indicators"], nlohmann::json::parse(before.out)["indicators"]);
  EXPECT_EQ(forecast({"--prior"}).out, before.out);
  for (const auto& row : after["indicators"]) {
    if (row["id"] != "employment_rate_15_64" || row["survey"] != "2024-10") continue;
    // The county's table alone says 76.6 and 2.1; docs/models/calibration.md, section 5, explains the difference.
    EXPECT_NEAR(row["published"]["mean"].get<double>(), 77.0, 0.5);
    EXPECT_NEAR(row["published"]["sd"].get<double>(), 2.0, 0.3);
  }
  EXPECT_THAT(run({"forecast", "county", "--draws", "64", "--until", "2024"}).out,
              HasSubstr("Calibrated to the history"));
  EXPECT_THAT(run({"forecast", "county", "--draws", "64", "--until", "2024", "--lang", "ko"}).out,
              HasSubstr("2023H2까지의 역사에 보정함"));
}

TEST_F(Calibrated, IsNotUsedForAPackThatHasChanged) {
  ASSERT_EQ(run({"calibrate", "county", "--members", "100"}).code, 0);
  const auto facts = folder_.path() / "county/reference/survey-history.csv";
  testing::write_file(facts, testing::read_file(facts) + "\n");
  const auto outcome = forecast();
  ASSERT_EQ(outcome.code, 0) << outcome.error;
  EXPECT_FALSE(nlohmann::json::parse(outcome.out).contains("calibration"));
  EXPECT_THAT(run({"forecast", "county", "--draws", "64", "--until", "2024"}).out,
              HasSubstr("Not calibrated: the pack, or jobcast, has changed since"));
}

TEST_F(Calibrated, RunsOfASweepHaveAnotherKey) {
  const auto sweep = [&](const std::string& store, Words more) {
    Words words{"sweep", "county/sweeps/county-money.toml", "--store", store, "--draws", "16"};
    words.insert(words.end(), more.begin(), more.end());
    const auto outcome = run(words);
    EXPECT_EQ(outcome.code, 0) << outcome.error;
    return run({"runs", store, "--format", "csv"}).out;
  };
  const auto before = sweep("a.sqlite", {});
  ASSERT_EQ(run({"calibrate", "county", "--members", "100"}).code, 0);
  EXPECT_NE(sweep("b.sqlite", {}), before);
  EXPECT_EQ(sweep("c.sqlite", {"--prior"}), before);
}

TEST_F(Calibrated, RefusesADamagedFile) {
  ASSERT_EQ(run({"calibrate", "county", "--members", "100"}).code, 0);
  const auto file = kept("calibration.json");
  auto text = testing::read_file(file);
  text.replace(text.find("\"seed\":1"), 8, "\"seed\":2");
  testing::write_file(file, text);
  const auto outcome = forecast();
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.error, HasSubstr("does not fit its seal"));
  EXPECT_THAT(outcome.error, HasSubstr("\"jobcast calibrate PLAN\""));
  EXPECT_THAT(outcome.out, IsEmpty());
}

TEST_F(Calibrated, SaysWhatIsWrongAndExitsWithTwo) {
  EXPECT_EQ(run({"check-calibration", "county"}).code, 2);
  EXPECT_THAT(run({"check-calibration", "county"}).error, HasSubstr("has not been calibrated"));
  EXPECT_EQ(run({"calibrate", "county", "--until", "2031H1"}).code, 2);
  EXPECT_EQ(run({"calibrate", "county", "--until", "soon"}).code, 2);
  EXPECT_EQ(run({"calibrate", "county", "--members", "3"}).code, 2);
  const auto facts = folder_.path() / "county/reference/survey-history.csv";
  testing::write_file(facts, testing::read_file(facts) +
                                 "unemployed,2020. 1/2,unemployed,2020H1,both,15+,,61.6,thousand_persons,yes,\n");
  const auto outcome = run({"calibrate", "county"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.error, HasSubstr("survey-history.csv:248:"));
  EXPECT_THAT(outcome.error, HasSubstr("more persons than there are"));
  EXPECT_FALSE(fs::exists(folder_.path() / "cache")) << "nothing is kept of a pack at fault";
}

TEST_F(Calibrated, CheckSaysInWordsWhetherItIsToBeTrusted) {
  ASSERT_EQ(run({"calibrate", "county", "--members", "200"}).code, 0);
  const auto english = run({"check-calibration", "county", "--histories", "20"});
  EXPECT_EQ(english.code, 0) << english.out << english.error;
  for (const auto* words : {"Simulation-based calibration", "Figures explained worst", "Effective members", "passes"}) {
    EXPECT_THAT(english.out, HasSubstr(words));
  }
  const auto json =
      nlohmann::json::parse(run({"check-calibration", "county", "--histories", "20", "--format", "json"}).out);
  EXPECT_EQ(json["schema"], "jobcast.check-calibration/1");
  EXPECT_EQ(json["sound"], true);
  EXPECT_EQ(json["ranks"].size(), json["parameters"].size());
  EXPECT_GT(json["figures"].size(), 100U);
  EXPECT_THAT(run({"check-calibration", "county", "--histories", "20", "--format", "csv"}).out,
              StartsWith("record,name,period,measure,value\n"));
}

TEST_F(Calibrated, BacktestIsKeptAndGivesForecastsTheirTrackRecord) {
  EXPECT_THAT(run({"forecast", "county", "--draws", "64", "--until", "2024"}).out, Not(HasSubstr("Track record")));
  const auto outcome = run({"backtest", "county", "--format", "json"});
  ASSERT_EQ(outcome.code, 0) << outcome.error;
  const auto backtest = nlohmann::json::parse(outcome.out);
  EXPECT_EQ(backtest["schema"], "jobcast.backtest/1");
  const auto record = nlohmann::json::parse(forecast().out)["track_record"];
  bool found = false;
  for (const auto& row : backtest["scores"]) {
    if (row["subject"] != "employment_rate" || row["ages"] != "15-64" || row["ahead"] != 2) continue;
    if (row["method"] != "jobcast") continue;
    found = true;
    EXPECT_EQ(record["hindcasts"], row["n"]);
    EXPECT_EQ(record["coverage_80"], row["coverage_80"]);
    EXPECT_EQ(record["crps"], row["crps"]);
  }
  EXPECT_TRUE(found);
  EXPECT_THAT(run({"forecast", "county", "--draws", "64", "--until", "2024"}).out,
              HasSubstr("Track record: of 11 hindcasts like this one"));
  EXPECT_THAT(run({"backtest", "county", "--format", "csv"}).out,
              StartsWith("record,subject,ages,origin,target,ahead,method,measure,value\n"));
  const auto korean = run({"backtest", "county", "--lang", "ko"});
  EXPECT_THAT(korean.out, HasSubstr("해밀턴-페리"));
}

TEST(Findings, HaveNowhereToGoWithoutAHome) {
  const auto outcome = testing::jobcast(
      {.words = {"calibrate", JOBCAST_SOURCE_DIR "/scenarios/jeongseon-2024", "--members", "50", "--lang", "en"}});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.error, HasSubstr("JOBCAST_CACHE"));
}

}  // namespace
}  // namespace jobcast::app
