#pragma once

#include <string_view>
#include <vector>

#include "engine/store/database.hpp"
#include "engine/store/run.hpp"

namespace jobcast::store {

/// A row of the table `run`: the record, its number in the file and the fingerprint of what belongs to it.
struct RunRow {
  std::int64_t id = 0;
  RunRecord record;
  std::string content;
};

/// The rows whose keys begin with `prefix`, in the order of RunStore::list. Throws `damaged` for one whose seal is not
/// its own.
std::vector<RunRow> read_run_rows(const Database& database, std::string_view prefix);

/// The run of a row. Throws `damaged` when it is not what was written.
Run read_run(const Database& database, const RunRow& row);
bool has_columns(const Database& database, std::int64_t run);

/// Adds a run; it must be as_stored(). Part of a transaction.
void insert_run(const Database& database, const Run& run);
void delete_run(const Database& database, std::int64_t run);

}  // namespace jobcast::store
