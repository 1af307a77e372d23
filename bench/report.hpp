#pragma once

#include <string>

#include "app/report/page.hpp"
#include "bench/comparisons.hpp"

namespace jobcast::bench {

/// What the machine can do at most, measured in the same run.
struct Peaks {
  double fma = 0.0;        ///< floating-point operations a second of one core
  double bandwidth = 0.0;  ///< bytes a second of one core to and from memory
};

std::string bench_text(const std::vector<Line>& lines, const Peaks& peaks, const app::Page& page);
std::string bench_json(const std::vector<Line>& lines, const Peaks& peaks);
std::string bench_csv(const std::vector<Line>& lines);

}  // namespace jobcast::bench
