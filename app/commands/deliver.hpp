#pragma once

#include <functional>
#include <optional>
#include <string>

#include "app/commands/console.hpp"
#include "engine/input/atomic_file.hpp"

namespace jobcast::app {

/// Where a report goes: to standard output, or whole to a file. The file appears only when it is complete; what stood
/// there before is kept until then.
class Delivery {
 public:
  /// Throws UsageError when the file could not be written, before any work is done for it.
  explicit Delivery(std::optional<std::string> file);

  [[nodiscard]] bool to_file() const { return file_.has_value(); }
  /// The page for a text report: without colours in a file.
  [[nodiscard]] Page page(const Console& console) const;
  void deliver(const std::string& report, const Console& console) const;
  /// The same piece by piece, for reports that are too long to be held.
  void deliver(const std::function<void(const input::Sink&)>& produce, const Console& console) const;

 private:
  std::optional<std::string> file_;
};

}  // namespace jobcast::app
