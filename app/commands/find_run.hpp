#pragma once

#include <string>
#include <vector>

#include "engine/store/run_store.hpp"

namespace jobcast::app {

/// The runs that a word stands for: those whose keys begin with it, or else those of the scenario of that name. Throws
/// UsageError when there is none.
std::vector<store::RunRecord> runs_named(const store::RunStore& store, const std::string& word);

/// The one run that a word stands for. Throws UsageError when there are several.
store::RunRecord run_named(const store::RunStore& store, const std::string& word);

}  // namespace jobcast::app
