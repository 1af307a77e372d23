#include "engine/store/run_rows.hpp"

#include <charconv>
#include <limits>
#include <stdexcept>

#include "engine/store/packed_numbers.hpp"
#include "engine/store/run_seal.hpp"

namespace jobcast::store {
namespace {

[[noreturn]] void throw_damaged(const Database& database, const std::string& detail) {
  throw StoreError(StoreTrouble::damaged, database.path(), detail);
}

time::Date date_of(const Statement& row, int column, const Database& database) {
  const auto text = row.text(column);
  const auto date = time::parse_date(text);
  if (!date) throw_damaged(database, "date \"" + text + "\"");
  return *date;
}

std::uint64_t seed_of(const std::string& text, const Database& database) {
  std::uint64_t seed = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seed);
  if (error != std::errc() || end != text.data() + text.size()) throw_damaged(database, "seed \"" + text + "\"");
  return seed;
}

RunRow run_row(const Statement& row, const Database& database) {
  const auto draws = row.number(9);
  if (draws < 1 || draws > std::numeric_limits<int>::max()) throw_damaged(database, "draws " + std::to_string(draws));
  RunRow found{.id = row.number(0),
               .record = {.key = row.text(1),
                          .pack = row.text(2),
                          .plan = row.text(3),
                          .scenario = row.text(4),
                          .title_ko = row.text(5),
                          .title_en = row.text(6),
                          .levers = row.text(7),
                          .seed = seed_of(row.text(8), database),
                          .draws = static_cast<int>(draws),
                          .engine = row.text(10),
                          .until = date_of(row, 11, database)},
               .content = row.text(12)};
  if (row.text(13) != seal_of(found.record, found.content)) throw_damaged(database, "run " + found.record.key);
  return found;
}

std::vector<double> numbers_of(const Statement& row, int column, const Database& database) {
  try {
    return unpack(row.bytes(column));
  } catch (const std::invalid_argument& error) {
    throw_damaged(database, error.what());
  }
}

std::vector<Outcome> read_outcomes(const Database& database, std::int64_t run) {
  Statement rows(database,
                 "SELECT name, date, group_name, subgroup, mean, sd, p05, p25, p50, p75, p95, probability, "
                 "monte_carlo_error FROM outcome WHERE run = ? ORDER BY name, date, group_name, subgroup");
  rows.bind(1, run);
  std::vector<Outcome> found;
  while (rows.step()) {
    found.push_back({.name = rows.text(0),
                     .date = date_of(rows, 1, database),
                     .group = rows.text(2),
                     .subgroup = rows.text(3),
                     .mean = rows.real(4),
                     .sd = rows.real(5),
                     .p05 = rows.real(6),
                     .p25 = rows.real(7),
                     .p50 = rows.real(8),
                     .p75 = rows.real(9),
                     .p95 = rows.real(10),
                     .probability = rows.real(11),
                     .monte_carlo_error = rows.real(12)});
  }
  return found;
}

std::vector<DrawColumn> read_columns(const Database& database, std::int64_t run) {
  Statement rows(database, "SELECT name, date, numbers FROM draw_column WHERE run = ? ORDER BY name, date");
  rows.bind(1, run);
  std::vector<DrawColumn> found;
  while (rows.step()) {
    found.push_back(
        {.name = rows.text(0), .date = date_of(rows, 1, database), .values = numbers_of(rows, 2, database)});
  }
  return found;
}

}  // namespace

std::vector<RunRow> read_run_rows(const Database& database, std::string_view prefix) {
  // A range rather than LIKE, so that the index on key serves; 'g' follows the last hexadecimal digit.
  Statement rows(database,
                 "SELECT id, key, pack, plan, scenario, title_ko, title_en, levers, seed, draws, engine, until, "
                 "content, seal FROM run WHERE key >= ?1 AND key < ?1 || 'g' "
                 "ORDER BY plan, scenario, length(seed), seed, key");
  rows.bind(1, prefix);
  std::vector<RunRow> found;
  while (rows.step()) found.push_back(run_row(rows, database));
  return found;
}

Run read_run(const Database& database, const RunRow& row) {
  Run run{.record = row.record, .outcomes = read_outcomes(database, row.id), .columns = read_columns(database, row.id)};
  if (content_print(run) != row.content) throw_damaged(database, "run " + row.record.key);
  return run;
}

bool has_columns(const Database& database, std::int64_t run) {
  Statement row(database, "SELECT 1 FROM draw_column WHERE run = ? LIMIT 1");
  row.bind(1, run);
  return row.step();
}

void insert_run(const Database& database, const Run& run) {
  const RunRecord& record = run.record;
  const std::string content = content_print(run);
  Statement(database,
            "INSERT INTO run (key, pack, plan, scenario, title_ko, title_en, levers, seed, draws, engine, until, "
            "content, seal) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .run(record.key, record.pack, record.plan, record.scenario, record.title_ko, record.title_en, record.levers,
           std::to_string(record.seed), std::int64_t{record.draws}, record.engine, time::to_string(record.until),
           content, seal_of(record, content));
  const auto id = database.number("SELECT last_insert_rowid()");
  Statement outcome(database, "INSERT INTO outcome VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  for (const auto& row : run.outcomes) {
    outcome.run(id, row.name, time::to_string(row.date), row.group, row.subgroup, row.mean, row.sd, row.p05, row.p25,
                row.p50, row.p75, row.p95, row.probability, row.monte_carlo_error);
  }
  Statement column(database, "INSERT INTO draw_column VALUES (?, ?, ?, ?)");
  for (const auto& each : run.columns) {
    column.run(id, each.name, time::to_string(each.date), std::span<const std::byte>(pack(each.values)));
  }
}

void delete_run(const Database& database, std::int64_t run) {
  for (const char* sql :
       {"DELETE FROM outcome WHERE run = ?", "DELETE FROM draw_column WHERE run = ?", "DELETE FROM run WHERE id = ?"}) {
    Statement(database, sql).run(run);
  }
}

}  // namespace jobcast::store
