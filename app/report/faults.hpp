#pragma once

#include <string>
#include <vector>

#include "app/messages/catalogue.hpp"
#include "app/report/paint.hpp"
#include "engine/input/diagnostic.hpp"

namespace jobcast::app {

/// A fault as people and editors read it; the lines for expectation and mend only where there are any:
///     plan.toml:6:12: error: unknown department "복지가"
///       expected  one of 25 departments of this plan
///       mend      did you mean "복지과"?
/// A fault without a file is the program's own: "jobcast: error: …".
std::string fault_text(const input::Diagnostic& fault, const Catalogue& catalogue, const Paint& paint);
std::string fault_text(const std::vector<input::Diagnostic>& faults, const Catalogue& catalogue, const Paint& paint);

}  // namespace jobcast::app
