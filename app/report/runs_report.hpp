#pragma once

#include <string>
#include <vector>

#include "app/report/page.hpp"
#include "engine/store/run.hpp"

namespace jobcast::app {

struct ListedRun {
  store::RunRecord record;
  bool draws_kept = false;
};

/// As much of a key as tells runs apart: 12 digits.
std::string short_key(const store::RunRecord& record);

/// What a run sets, for a line: "budget -10%, deadweight 0.3"; its title where it sets nothing.
std::string levers_words(const store::RunRecord& record);

/// A store's runs, a line each.
std::string runs_text(const std::string& path, const std::vector<ListedRun>& rows, const Page& page);

/// One run: what it is, and its indicators at each survey.
std::string run_text(const store::Run& run, const Page& page);

}  // namespace jobcast::app
