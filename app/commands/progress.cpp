#include "app/commands/progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <ostream>

#include "app/report/numbers.hpp"

namespace jobcast::app {
namespace {

constexpr std::string_view wipe = "\r\x1b[K";

std::string bar(std::uint64_t done, std::uint64_t count) {
  constexpr std::uint64_t width = 20;
  const std::uint64_t filled = count == 0 ? width : std::min(width, done * width / count);
  std::string text;
  for (std::uint64_t cell = 0; cell < width; ++cell) text += cell < filled ? "█" : "░";
  return text;
}

std::string whole(std::uint64_t number) { return grouped(static_cast<double>(number)); }

}  // namespace

Progress::Progress(std::ostream& out, const Catalogue& catalogue, bool shown, Clock clock)
    : out_(out), catalogue_(catalogue), shown_(shown), clock_(std::move(clock)) {}

Progress::~Progress() { end(); }

void Progress::begin(std::uint64_t count, std::uint64_t done) {
  count_ = count;
  before_ = done_ = done;
  began_ = clock_();
  write();
}

void Progress::advance() {
  ++done_;
  // Ten lines a second are as many as anybody can see.
  constexpr std::chrono::milliseconds least{100};
  if (clock_() - written_ >= least || done_ == count_) write();
}

void Progress::end() {
  if (!shown_) return;
  out_ << wipe << std::flush;
  shown_ = false;
}

void Progress::write() {
  if (!shown_) return;
  written_ = clock_();
  out_ << wipe << line() << std::flush;
}

std::string Progress::line() const {
  const double seconds = std::chrono::duration<double>(clock_() - began_).count();
  const auto made = static_cast<double>(done_ - before_);
  if (!(made > 0.0 && seconds > 0.0)) {
    return catalogue_.text("sweep.progress_begin", whole(done_), whole(count_), bar(done_, count_));
  }
  const double rate = made / seconds;
  const double left = static_cast<double>(count_ - std::min(count_, done_)) / rate;
  constexpr double slow = 100.0;
  return catalogue_.text("sweep.progress", whole(done_), whole(count_), bar(done_, count_),
                         grouped(rate, rate < slow ? 1 : 0),
                         words_of(std::chrono::seconds(static_cast<std::int64_t>(std::ceil(left)))));
}

std::string Progress::words_of(std::chrono::seconds left) {
  const auto seconds = left.count();
  constexpr std::int64_t minute = 60, hour = 3600, day = 86400;
  if (seconds < minute) return fmt::format("{}s", seconds);
  if (seconds < hour) return fmt::format("{}m {:02}s", seconds / minute, seconds % minute);
  if (seconds < day) return fmt::format("{}h {:02}m", seconds / hour, seconds % hour / minute);
  return fmt::format("{}d {:02}h", seconds / day, seconds % day / hour);
}

}  // namespace jobcast::app
