#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "tests/models/forecast/jeongseon.hpp"

namespace jobcast::forecast {
namespace {

constexpr const char* golden_file = JOBCAST_SOURCE_DIR "/tests/golden/jeongseon-forecast.txt";

/// What does not hang on the rounding of a figure: true values, programmes at work, population and flows.
std::string golden_lines(const Result& result) {
  std::ostringstream lines;
  lines.precision(17);
  for (const auto& row : result.indicators) {
    lines << plan::name_of(row.id) << ' ' << time::to_string(row.reference_week) << ' ' << row.truth.mean << ' '
          << row.truth.sd << ' ' << row.truth.p50 << '\n';
  }
  for (const auto& row : result.change) {
    lines << plan::name_of(row.id) << ' ' << row.from << ' ' << row.points << '\n';
  }
  for (const auto& row : result.jobs) {
    lines << "sector-" << static_cast<int>(row.sector) << ' ' << row.at_work_in_reference_week << ' '
          << row.net_employment << '\n';
  }
  for (const auto& row : result.population) {
    lines << time::to_string(row.date) << ' ' << row.age_group << ' ' << row.sex << ' ' << row.mean << '\n';
  }
  for (const auto& row : result.flows) {
    lines << row.year << ' ' << row.births.mean << ' ' << row.deaths.mean << ' ' << row.arrivals.mean << ' '
          << row.leavers.mean << '\n';
  }
  return lines.str();
}

/// Words equal, or numbers equal to 1e-9 of their size (of one, for small ones).
bool same_word(const std::string& a, const std::string& b) {
  char* end_a = nullptr;
  char* end_b = nullptr;
  const double x = std::strtod(a.c_str(), &end_a);
  const double y = std::strtod(b.c_str(), &end_b);
  if (*end_a != '\0' || *end_b != '\0') return a == b;
  return std::abs(x - y) <= 1e-9 * std::max({1.0, std::abs(x), std::abs(y)});
}

// A wanted change of the model or the pack: JOBCAST_RENEW_GOLDEN=1 ctest -R Golden, then read the difference in git.
TEST(Golden, TheJeongseonForecastIsWhatItWas) {
  const Request request{.draws = 64, .seed = 20240101, .until = time::make_date(2025, 12, 31)};
  const std::string lines = golden_lines(test::forecast(test::named("plan"), request));
  if (std::getenv("JOBCAST_RENEW_GOLDEN") != nullptr) std::ofstream(golden_file) << lines;
  std::ifstream file(golden_file);
  ASSERT_TRUE(file) << golden_file;
  std::istringstream now(lines);
  std::string was_line, now_line;
  int count = 0;
  while (std::getline(file, was_line)) {
    ASSERT_TRUE(std::getline(now, now_line)) << "gone: " << was_line;
    std::istringstream was_words(was_line), now_words(now_line);
    std::string was_word, now_word;
    while (was_words >> was_word) {
      now_words >> now_word;
      EXPECT_TRUE(same_word(was_word, now_word)) << "was: " << was_line << "\nnow: " << now_line;
    }
    ++count;
  }
  EXPECT_FALSE(std::getline(now, now_line)) << "new: " << now_line;
  EXPECT_GT(count, 70);
}

}  // namespace
}  // namespace jobcast::forecast
