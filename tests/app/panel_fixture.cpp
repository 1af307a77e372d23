#include "tests/app/panel_fixture.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace jobcast::app::testing {

std::string panel_text() {
  constexpr std::array names{"15-29", "30-49", "50-64", "65+"};
  constexpr std::array base{42.0, 82.0, 78.0, 52.0};
  constexpr std::array persons{4.0, 8.0, 9.0, 7.0};  // thousand
  std::string text = "area,age_group,survey,employed_thousand,employment_rate_percent\n";
  for (int area = 1; area <= 12; ++area) {
    for (int round = 0; round < 22; ++round) {
      const auto survey = fmt::format("{}H{}", 2013 + round / 2, round % 2 + 1);
      double employed = 0.0;
      double all = 0.0;
      for (std::size_t band = 0; band < names.size(); ++band) {
        const double turn = 1.7 * area + 0.9 * static_cast<double>(band);
        const double rate = base[band] + 3.0 * std::sin(turn) + 0.1 * round + 1.2 * std::sin(12.9898 * round * turn) +
                            std::cos(0.3 * round + turn);
        text +=
            fmt::format("가{}군,{},{},{:.1f},{:.1f}\n", area, names[band], survey, persons[band] * rate / 100.0, rate);
        if (band + 1 == names.size()) continue;
        employed += persons[band] * rate / 100.0;
        all += persons[band];
      }
      text += fmt::format("가{}군,15-64,{},{:.1f},{:.1f}\n", area, survey, employed, 100.0 * employed / all);
    }
  }
  return text;
}

}  // namespace jobcast::app::testing
