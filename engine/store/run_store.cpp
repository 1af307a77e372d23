#include "engine/store/run_store.hpp"

#include <filesystem>
#include <stdexcept>
#include <system_error>

#include "engine/store/database.hpp"
#include "engine/store/run_rows.hpp"
#include "engine/store/run_seal.hpp"
#include "engine/store/schema.hpp"

namespace jobcast::store {
namespace {

namespace fs = std::filesystem;

void require_a_file(const std::string& path, Access access) {
  std::error_code error;
  const auto status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) {
    if (access == Access::create) return;
    throw StoreError(StoreTrouble::missing, path);
  }
  if (error) throw StoreError(StoreTrouble::unreachable, path, error.message());
  if (!fs::is_regular_file(status)) {
    throw StoreError(StoreTrouble::unreachable, path, std::make_error_code(std::errc::is_a_directory).message());
  }
}

/// Reading in write-ahead mode needs a file of locks beside the store. Where none can be made, nobody writes either.
Database open_to_read(const std::string& path, std::chrono::milliseconds patience) {
  Database database(path, Database::Mode::read, patience);
  try {
    database.execute("SELECT count(*) FROM sqlite_schema");
    return database;
  } catch (const StoreError& error) {
    std::error_code ignored;
    const bool unfinished = fs::file_size(path + "-wal", ignored) > 0 && !ignored;
    const bool no_locks = error.trouble() == StoreTrouble::unreachable || error.trouble() == StoreTrouble::read_only;
    if (!no_locks || unfinished) throw;
  }
  return {path, Database::Mode::read_still, patience};
}

void prepare_to_write(const Database& database, Access access) {
  if (access == Access::create && is_blank(database)) make_schema(database);
  require_schema(database);
  // Where the file system has no shared memory the journal stays as it was, and every transaction waits for the disk.
  const bool write_ahead = database.text("PRAGMA journal_mode = WAL") == "wal";
  database.execute(write_ahead ? "PRAGMA synchronous = NORMAL" : "PRAGMA synchronous = FULL");
  database.execute("PRAGMA foreign_keys = ON");
}

Database open(const std::string& path, Access access, std::chrono::milliseconds patience) {
  require_a_file(path, access);
  auto database =
      access == Access::read
          ? open_to_read(path, patience)
          : Database(path, access == Access::write ? Database::Mode::write : Database::Mode::create, patience);
  database.execute("PRAGMA trusted_schema = OFF");
  database.execute("PRAGMA cell_size_check = ON");
  if (access == Access::read) {
    require_schema(database);
  } else {
    prepare_to_write(database, access);
  }
  return database;
}

/// The one row with this key.
std::optional<RunRow> row_of(const Database& database, std::string_view key) {
  auto rows = read_run_rows(database, key);
  if (rows.empty() || rows.front().record.key != key) return std::nullopt;
  return std::move(rows.front());
}

Written put(const Database& database, const Run& run) {
  const auto before = row_of(database, run.record.key);
  if (!before) {
    insert_run(database, run);
    return Written::added;
  }
  const bool more_draws = run.record.draws > before->record.draws;
  const bool first_columns =
      run.record.draws == before->record.draws && !run.columns.empty() && !has_columns(database, before->id);
  if (!more_draws && !first_columns) return Written::kept;
  delete_run(database, before->id);
  insert_run(database, run);
  return Written::extended;
}

}  // namespace

struct RunStore::Parts {
  Database database;
};

RunStore::RunStore(const std::string& path, Access access, std::chrono::milliseconds patience)
    : parts_(std::make_unique<Parts>(Parts{open(path, access, patience)})) {}
RunStore::~RunStore() = default;
RunStore::RunStore(RunStore&&) noexcept = default;
RunStore& RunStore::operator=(RunStore&&) noexcept = default;

const std::string& RunStore::path() const { return parts_->database.path(); }

std::optional<RunRecord> RunStore::find(std::string_view key) const {
  const auto row = row_of(parts_->database, key);
  return row ? std::optional(row->record) : std::nullopt;
}

std::vector<RunRecord> RunStore::list(std::string_view prefix) const {
  std::vector<RunRecord> records;
  for (auto& row : read_run_rows(parts_->database, prefix)) records.push_back(std::move(row.record));
  return records;
}

Run RunStore::read(std::string_view key) const {
  const Transaction moment(parts_->database, Transaction::Kind::read);
  const auto row = row_of(parts_->database, key);
  if (!row) throw std::invalid_argument("the store has no run " + std::string(key));
  return read_run(parts_->database, *row);
}

bool RunStore::has_columns(std::string_view key) const {
  const Transaction moment(parts_->database, Transaction::Kind::read);
  const auto row = row_of(parts_->database, key);
  return row && store::has_columns(parts_->database, row->id);
}

Written RunStore::write(const Run& run) { return write(std::span(&run, 1)).front(); }

std::vector<Written> RunStore::write(std::span<const Run> runs) {
  std::vector<Run> stored;
  stored.reserve(runs.size());
  for (const auto& run : runs) stored.push_back(as_stored(run));
  std::vector<Written> result;
  Transaction transaction(parts_->database, Transaction::Kind::write);
  for (const auto& run : stored) result.push_back(put(parts_->database, run));
  transaction.commit();
  return result;
}

bool RunStore::erase(std::string_view key) {
  Transaction transaction(parts_->database, Transaction::Kind::write);
  const auto row = row_of(parts_->database, key);
  if (row) delete_run(parts_->database, row->id);
  transaction.commit();
  return row.has_value();
}

void RunStore::verify() const {
  const Database& database = parts_->database;
  const Transaction moment(database, Transaction::Kind::read);
  const auto verdict = database.text("PRAGMA integrity_check(1)");
  if (verdict != "ok") throw StoreError(StoreTrouble::damaged, database.path(), verdict);
  for (const auto& row : read_run_rows(database, "")) read_run(database, row);
  const auto orphans = database.number(
      "SELECT (SELECT count(*) FROM outcome WHERE run NOT IN (SELECT id FROM run)) + "
      "(SELECT count(*) FROM draw_column WHERE run NOT IN (SELECT id FROM run))");
  if (orphans > 0) throw StoreError(StoreTrouble::damaged, database.path(), "rows without a run");
}

}  // namespace jobcast::store
