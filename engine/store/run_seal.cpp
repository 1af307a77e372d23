#include "engine/store/run_seal.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <stdexcept>
#include <tuple>

#include "engine/store/fingerprint.hpp"

namespace jobcast::store {
namespace {

/// Texts and numbers one after the other, so that they are hashed in one go.
class Bytes {
 public:
  void add(const std::string& text) {
    add(static_cast<std::uint64_t>(text.size()));
    bytes_ += text;
  }
  void add(time::Date date) { add(static_cast<std::uint64_t>(date.time_since_epoch().count())); }
  void add(const std::optional<double>& number) {
    bytes_ += number ? '\1' : '\0';
    if (number) add_double(*number);
  }
  void add_double(double number) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, &number, sizeof bits);
    add(bits);
  }
  void add(std::uint64_t number) {
    for (unsigned int shift = 0; shift < 64; shift += 8) bytes_ += static_cast<char>((number >> shift) & 0xffU);
  }
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

auto place_of(const Outcome& row) { return std::tie(row.name, row.date, row.group, row.subgroup); }
auto place_of(const DrawColumn& column) { return std::tie(column.name, column.date); }

std::array<std::optional<double> Outcome::*, 9> numbers() {
  return {&Outcome::mean, &Outcome::sd,          &Outcome::p05,
          &Outcome::p25,  &Outcome::p50,         &Outcome::p75,
          &Outcome::p95,  &Outcome::probability, &Outcome::monte_carlo_error};
}

template <class Rows>
void put_in_order(Rows& rows) {
  std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return place_of(a) < place_of(b); });
  const auto twice = std::adjacent_find(rows.begin(), rows.end(),
                                        [](const auto& a, const auto& b) { return place_of(a) == place_of(b); });
  if (twice != rows.end()) throw std::invalid_argument("a run has two figures named " + twice->name);
}

}  // namespace

std::string content_print(const Run& run) {
  Bytes bytes;
  bytes.add(static_cast<std::uint64_t>(run.outcomes.size()));
  for (const auto& row : run.outcomes) {
    bytes.add(row.name);
    bytes.add(row.date);
    bytes.add(row.group);
    bytes.add(row.subgroup);
    for (const auto number : numbers()) bytes.add(row.*number);
  }
  Fingerprint print;
  print.add("outcomes", bytes.bytes());
  for (const auto& column : run.columns) {
    Bytes numbers_of_column;
    for (const double number : column.values) numbers_of_column.add_double(number);
    print.add("column", column.name).add("date", time::to_string(column.date));
    print.add("numbers", numbers_of_column.bytes());
  }
  return print.hex();
}

std::string seal_of(const RunRecord& record, const std::string& content) {
  return Fingerprint()
      .add("key", record.key)
      .add("pack", record.pack)
      .add("plan", record.plan)
      .add("scenario", record.scenario)
      .add("title_ko", record.title_ko)
      .add("title_en", record.title_en)
      .add("levers", record.levers)
      .add("seed", record.seed)
      .add("draws", static_cast<std::uint64_t>(record.draws))
      .add("engine", record.engine)
      .add("until", time::to_string(record.until))
      .add("content", content)
      .hex();
}

Run as_stored(Run run) {
  constexpr std::size_t key_digits = 64;
  if (run.record.key.size() != key_digits) throw std::invalid_argument("a run's key has 64 digits");
  if (run.record.draws < 1) throw std::invalid_argument("a run has at least one draw");
  put_in_order(run.outcomes);
  put_in_order(run.columns);
  for (auto& row : run.outcomes) {
    for (const auto member : numbers()) {
      auto& number = row.*member;
      if (number && std::isnan(*number)) number.reset();
      if (number) number = *number + 0.0;
    }
  }
  for (const auto& column : run.columns) {
    if (column.values.size() == static_cast<std::size_t>(run.record.draws)) continue;
    throw std::invalid_argument("the column " + column.name + " has not one number a draw");
  }
  return run;
}

}  // namespace jobcast::store
