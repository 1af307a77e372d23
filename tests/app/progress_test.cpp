#include "app/commands/progress.hpp"

#include <gmock/gmock.h>

#include <sstream>

namespace jobcast::app {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using namespace std::chrono_literals;

class AProgress : public ::testing::Test {
 protected:
  std::ostringstream out_;
  Catalogue english_{Language::english};
  Catalogue korean_{Language::korean};
  std::chrono::steady_clock::duration now_{1h};
  Progress::Clock clock_ = [this] { return now_; };
};

TEST_F(AProgress, IsQuietWhereNobodyLooks) {
  Progress progress(out_, english_, false, clock_);
  progress.begin(10, 0);
  progress.advance();
  progress.end();
  EXPECT_THAT(out_.str(), IsEmpty());
}

TEST_F(AProgress, SaysHowManyHowFastAndHowLong) {
  Progress progress(out_, english_, true, clock_);
  progress.begin(1200, 200);
  now_ += 10s;
  for (int done = 0; done < 100; ++done) progress.advance();
  now_ += 1s;
  progress.advance();
  EXPECT_THAT(out_.str(), EndsWith("301/1,200  █████░░░░░░░░░░░░░░░  9.2/s  1m 38s left"));
}

TEST_F(AProgress, SpeaksKorean) {
  Progress progress(out_, korean_, true, clock_);
  progress.begin(4, 0);
  now_ += 2s;
  progress.advance();
  EXPECT_THAT(out_.str(), EndsWith("초당 0.5개  6s 남음"));
}

TEST_F(AProgress, IsWrittenNoMoreThanTenTimesASecond) {
  Progress progress(out_, english_, true, clock_);
  progress.begin(1000, 0);
  now_ += 200ms;
  progress.advance();
  const auto before = out_.str();
  for (int done = 0; done < 100; ++done) progress.advance();
  EXPECT_EQ(out_.str(), before);
}

TEST_F(AProgress, WipesItsLineAway) {
  {
    Progress progress(out_, english_, true, clock_);
    progress.begin(3, 0);
  }
  EXPECT_THAT(out_.str(), EndsWith("\r\x1b[K"));
}

TEST_F(AProgress, HasNoSpeedBeforeTheFirst) {
  Progress progress(out_, english_, true, clock_);
  progress.begin(3, 1);
  EXPECT_THAT(out_.str(), HasSubstr("1/3"));
  EXPECT_THAT(out_.str(), Not(HasSubstr("/s")));
}

TEST(ProgressWords, AreAsShortAsTheyAreTrue) {
  EXPECT_EQ(Progress::words_of(3s), "3s");
  EXPECT_EQ(Progress::words_of(125s), "2m 05s");
  EXPECT_EQ(Progress::words_of(4020s), "1h 07m");
  EXPECT_EQ(Progress::words_of(99h), "4d 03h");
}

}  // namespace
}  // namespace jobcast::app
