#include "engine/store/schema.hpp"

#include <string>

namespace jobcast::store {
namespace {

constexpr auto tables = R"sql(
CREATE TABLE run (
  id        INTEGER PRIMARY KEY,
  key       TEXT NOT NULL UNIQUE CHECK (length(key) = 64),
  pack      TEXT NOT NULL,
  plan      TEXT NOT NULL,
  scenario  TEXT NOT NULL,
  title_ko  TEXT NOT NULL,
  title_en  TEXT NOT NULL,
  levers    TEXT NOT NULL,
  seed      TEXT NOT NULL,
  draws     INTEGER NOT NULL CHECK (draws > 0),
  engine    TEXT NOT NULL,
  until     TEXT NOT NULL,
  content   TEXT NOT NULL,
  seal      TEXT NOT NULL
) STRICT;

CREATE TABLE outcome (
  run               INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  name              TEXT NOT NULL,
  date              TEXT NOT NULL,
  group_name        TEXT NOT NULL,
  subgroup          TEXT NOT NULL,
  mean              REAL,
  sd                REAL,
  p05               REAL,
  p25               REAL,
  p50               REAL,
  p75               REAL,
  p95               REAL,
  probability       REAL,
  monte_carlo_error REAL,
  PRIMARY KEY (run, name, date, group_name, subgroup)
) STRICT, WITHOUT ROWID;

CREATE TABLE draw_column (
  run     INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  name    TEXT NOT NULL,
  date    TEXT NOT NULL,
  numbers BLOB NOT NULL,
  PRIMARY KEY (run, name, date)
) STRICT;
)sql";

}  // namespace

bool is_blank(const Database& database) {
  return database.number("PRAGMA application_id") == 0 && database.number("PRAGMA user_version") == 0 &&
         database.number("SELECT count(*) FROM sqlite_schema") == 0;
}

void make_schema(const Database& database) {
  Transaction transaction(database, Transaction::Kind::write);
  if (!is_blank(database)) return;  // another process was first
  database.execute(tables);
  database.execute(("PRAGMA application_id = " + std::to_string(application_id)).c_str());
  database.execute(("PRAGMA user_version = " + std::to_string(schema_version)).c_str());
  transaction.commit();
}

void require_schema(const Database& database) {
  if (is_blank(database)) throw StoreError(StoreTrouble::not_a_database, database.path());
  if (database.number("PRAGMA application_id") != application_id) {
    throw StoreError(StoreTrouble::foreign, database.path());
  }
  const auto version = database.number("PRAGMA user_version");
  if (version > schema_version) throw StoreError(StoreTrouble::newer, database.path(), std::to_string(version));
  if (version < schema_version) throw StoreError(StoreTrouble::damaged, database.path());
}

}  // namespace jobcast::store
