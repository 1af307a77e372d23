#pragma once

#include <exception>
#include <string>

#include "engine/time/date.hpp"

namespace jobcast::kernel {

/// Thrown when an event is asked for before the time already reached: an earlier date, or the same date in an earlier
/// phase. A fault of the model, not of an input.
class BackwardInTime : public std::exception {
 public:
  BackwardInTime(time::Date reached, time::Date asked)
      : reached_(reached),
        asked_(asked),
        text_("event at " + time::to_string(asked) + " when time has reached " + time::to_string(reached)) {}

  [[nodiscard]] time::Date reached() const { return reached_; }
  [[nodiscard]] time::Date asked() const { return asked_; }
  [[nodiscard]] const char* what() const noexcept override { return text_.c_str(); }

 private:
  time::Date reached_;
  time::Date asked_;
  std::string text_;
};

}  // namespace jobcast::kernel
