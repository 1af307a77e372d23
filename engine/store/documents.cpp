#include "engine/store/documents.hpp"

#include <chrono>
#include <ctime>

#include "engine/store/database.hpp"
#include "engine/store/schema.hpp"

namespace jobcast::store {
namespace {

// Within the first version of the tables: a program that does not know it leaves it alone.
constexpr auto table = R"sql(
CREATE TABLE IF NOT EXISTS document (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  collection TEXT NOT NULL,
  name       TEXT NOT NULL,
  text       TEXT NOT NULL,
  run        TEXT NOT NULL,
  version    INTEGER NOT NULL,
  changed    TEXT NOT NULL,
  UNIQUE (collection, name)
) STRICT;
)sql";

constexpr auto columns = "SELECT id, collection, name, text, run, version, changed FROM document ";

Document document_of(const Statement& row) {
  return {.id = row.number(0),
          .collection = row.text(1),
          .name = row.text(2),
          .text = row.text(3),
          .run = row.text(4),
          .version = row.number(5),
          .changed = row.text(6)};
}

std::string now() {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  char text[sizeof "2024-10-13T09:30:00Z"];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text;
}

}  // namespace

struct Documents::Parts {
  Database database;

  [[nodiscard]] bool has_table() const {
    return database.number("SELECT count(*) FROM sqlite_schema WHERE name = 'document'") > 0;
  }
};

Documents::Documents(const std::string& path, std::chrono::milliseconds patience)
    : parts_(std::make_shared<Parts>(Parts{Database(path, Database::Mode::write, patience)})) {
  require_schema(parts_->database);
  parts_->database.execute("PRAGMA synchronous = NORMAL");
}

std::vector<Document> Documents::list(const std::string& collection) const {
  std::vector<Document> found;
  if (!parts_->has_table()) return found;
  Statement rows(parts_->database,
                 std::string(columns) + "WHERE ?1 = '' OR collection = ?1 ORDER BY collection, name, id");
  rows.bind(1, std::string_view(collection));
  while (rows.step()) found.push_back(document_of(rows));
  return found;
}

std::optional<Document> Documents::find(std::int64_t id) const {
  if (!parts_->has_table()) return std::nullopt;
  Statement row(parts_->database, std::string(columns) + "WHERE id = ?");
  row.bind(1, id);
  return row.step() ? std::optional(document_of(row)) : std::nullopt;
}

std::optional<Document> Documents::find(const std::string& collection, const std::string& name) const {
  if (!parts_->has_table()) return std::nullopt;
  Statement row(parts_->database, std::string(columns) + "WHERE collection = ? AND name = ?");
  row.bind(1, std::string_view(collection));
  row.bind(2, std::string_view(name));
  return row.step() ? std::optional(document_of(row)) : std::nullopt;
}

Documents::Outcome Documents::add(Document document) {
  Transaction transaction(parts_->database, Transaction::Kind::write);
  parts_->database.execute(table);
  if (find(document.collection, document.name)) return {Kept::name_taken, std::move(document)};
  if (parts_->database.number("SELECT count(*) FROM document") >= static_cast<std::int64_t>(most)) {
    return {Kept::too_many, std::move(document)};
  }
  document.version = 1;
  document.changed = now();
  Statement(parts_->database,
            "INSERT INTO document (collection, name, text, run, version, changed) VALUES (?, ?, ?, ?, ?, ?)")
      .run(std::string_view(document.collection), std::string_view(document.name), std::string_view(document.text),
           std::string_view(document.run), document.version, std::string_view(document.changed));
  document.id = parts_->database.number("SELECT last_insert_rowid()");
  transaction.commit();
  return {Kept::kept, std::move(document)};
}

Documents::Outcome Documents::change(Document document, std::optional<std::int64_t> expected) {
  Transaction transaction(parts_->database, Transaction::Kind::write);
  const auto before = find(document.id);
  if (!before) return {Kept::gone, std::move(document)};
  if (expected && *expected != before->version) return {Kept::other_version, *before};
  const auto same_name = find(before->collection, document.name);
  if (same_name && same_name->id != document.id) return {Kept::name_taken, std::move(document)};
  document.collection = before->collection;
  document.version = before->version + 1;
  document.changed = now();
  Statement(parts_->database, "UPDATE document SET name = ?, text = ?, run = ?, version = ?, changed = ? WHERE id = ?")
      .run(std::string_view(document.name), std::string_view(document.text), std::string_view(document.run),
           document.version, std::string_view(document.changed), document.id);
  transaction.commit();
  return {Kept::kept, std::move(document)};
}

std::optional<Document> Documents::erase(std::int64_t id) {
  Transaction transaction(parts_->database, Transaction::Kind::write);
  const auto before = find(id);
  if (before) Statement(parts_->database, "DELETE FROM document WHERE id = ?").run(id);
  transaction.commit();
  return before;
}

}  // namespace jobcast::store
