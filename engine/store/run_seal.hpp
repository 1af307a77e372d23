#pragma once

#include <string>

#include "engine/store/run.hpp"

namespace jobcast::store {

/// Fingerprint of a run's outcomes and columns. SQLite notices a page that is not a page, but not a digit that has
/// changed within one; this does.
std::string content_print(const Run& run);

/// Fingerprint of a record and of the content it stands for.
std::string seal_of(const RunRecord& record, const std::string& content);

/// A run as the tables can hold it: outcomes and columns in the order in which they are read back, no NaN (absent) and
/// no negative zero (zero). Throws std::invalid_argument for a key that is not 64 digits, draws below 1, two figures
/// of one name, or a column that has not one number a draw.
Run as_stored(Run run);

}  // namespace jobcast::store
