#include "engine/store/database.hpp"

#include <sqlite3.h>

#include <cerrno>
#include <new>
#include <stdexcept>

namespace jobcast::store {
namespace {

bool is_no_room(int error) { return error == ENOSPC || error == EDQUOT || error == EFBIG; }

StoreTrouble trouble_of(int code, int system_error) {
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return StoreTrouble::locked;
    case SQLITE_FULL:
      return StoreTrouble::disk_full;
    case SQLITE_NOTADB:
      return StoreTrouble::not_a_database;
    case SQLITE_CORRUPT:
    case SQLITE_ERROR:     // our own tables were asked for, and they are not as we made them
    case SQLITE_MISMATCH:  // so were their types
    case SQLITE_FORMAT:
      return StoreTrouble::damaged;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return StoreTrouble::read_only;
    default:
      return is_no_room(system_error) ? StoreTrouble::disk_full : StoreTrouble::unreachable;
  }
}

int flags_of(Database::Mode mode) {
  constexpr int always = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  switch (mode) {
    case Database::Mode::read:
      return always | SQLITE_OPEN_READONLY;
    case Database::Mode::read_still:
      return always | SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
    case Database::Mode::write:
      return always | SQLITE_OPEN_READWRITE;
    case Database::Mode::create:
      break;
  }
  return always | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
}

/// What SQLite is to open: its special names (":memory:", "") are file names to us.
std::string name_of(const std::string& path, Database::Mode mode) {
  if (path.empty()) throw StoreError(StoreTrouble::missing, path);
  if (mode != Database::Mode::read_still) return path.front() == ':' ? "./" + path : path;
  std::string uri = "file:";
  for (const char letter : path) {
    switch (letter) {
      case '%':
        uri += "%25";
        break;
      case '?':
        uri += "%3f";
        break;
      case '#':
        uri += "%23";
        break;
      default:
        uri += letter;
    }
  }
  return uri + "?immutable=1";
}

}  // namespace

void Database::Close::operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }

Database::Database(const std::string& path, Mode mode, std::chrono::milliseconds patience) : path_(path) {
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(name_of(path, mode).c_str(), &handle, flags_of(mode), nullptr);
  handle_.reset(handle);
  if (handle == nullptr) throw std::bad_alloc();
  if (code != SQLITE_OK) fail(code);
  sqlite3_busy_timeout(handle, static_cast<int>(patience.count()));
}

void Database::fail(int code) const {
  // SQLite does not keep the system's reason of every failed write; it is then still the thread's last.
  const int kept = sqlite3_system_errno(handle_.get());
  const int system_error = kept == 0 && (code & 0xff) == SQLITE_IOERR ? errno : kept;
  if ((code & 0xff) == SQLITE_NOMEM) throw std::bad_alloc();
  const std::string words = sqlite3_errmsg(handle_.get());
  if ((code & 0xff) == SQLITE_CONSTRAINT || (code & 0xff) == SQLITE_MISUSE) throw std::logic_error(words);
  throw StoreError(trouble_of(code, system_error), path_, words);
}

void Database::execute(const char* sql) const {
  const int code = sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code);
}

std::int64_t Database::number(const char* sql) const {
  Statement statement(*this, sql);
  return statement.step() ? statement.number(0) : 0;
}

std::string Database::text(const char* sql) const {
  Statement statement(*this, sql);
  return statement.step() ? statement.text(0) : "";
}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Statement::Statement(const Database& database, std::string_view sql) : database_(database) {
  sqlite3_stmt* statement = nullptr;
  require(sqlite3_prepare_v2(database.handle(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr));
  statement_.reset(statement);
}

void Statement::require(int code) const {
  if (code != SQLITE_OK) database_.fail(code);
}

void Statement::bind(int index, std::string_view text) {
  const char* begin = text.data() == nullptr ? "" : text.data();
  require(sqlite3_bind_text64(statement_.get(), index, begin, text.size(), nullptr, SQLITE_UTF8));
}

void Statement::bind(int index, std::int64_t number) { require(sqlite3_bind_int64(statement_.get(), index, number)); }

void Statement::bind(int index, std::optional<double> number) {
  require(number ? sqlite3_bind_double(statement_.get(), index, *number) : sqlite3_bind_null(statement_.get(), index));
}

void Statement::bind(int index, std::span<const std::byte> bytes) {
  require(bytes.empty() ? sqlite3_bind_zeroblob(statement_.get(), index, 0)
                        : sqlite3_bind_blob64(statement_.get(), index, bytes.data(), bytes.size(), nullptr));
}

bool Statement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  database_.fail(code);
}

void Statement::reset() { require(sqlite3_reset(statement_.get())); }

std::int64_t Statement::number(int column) const { return sqlite3_column_int64(statement_.get(), column); }

std::optional<double> Statement::real(int column) const {
  if (sqlite3_column_type(statement_.get(), column) == SQLITE_NULL) return std::nullopt;
  return sqlite3_column_double(statement_.get(), column);
}

std::string Statement::text(int column) const {
  const auto text = bytes(column);
  return std::string(reinterpret_cast<const char*>(text.data()), text.size());
}

std::span<const std::byte> Statement::bytes(int column) const {
  const auto* begin = static_cast<const std::byte*>(sqlite3_column_blob(statement_.get(), column));
  return {begin, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

Transaction::Transaction(const Database& database, Kind kind) : database_(database) {
  // A writer takes its place in the queue at the start, so that it never has to give up halfway.
  database.execute(kind == Kind::write ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction() {
  // SQLite has rolled back by itself after some faults.
  if (open_) sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
  database_.execute("COMMIT");
  open_ = false;
}

}  // namespace jobcast::store
