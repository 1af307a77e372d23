#include "engine/store/run_bytes.hpp"

#include <cstring>
#include <stdexcept>
#include <type_traits>

namespace jobcast::store {
namespace {

/// Writes values one after another; what has a length says it first.
class Writer {
 public:
  template <class Number>
  requires std::is_arithmetic_v<Number>
  void operator()(Number number) { bytes_.append(reinterpret_cast<const char*>(&number), sizeof number); }
  void operator()(const std::string& text) {
    (*this)(text.size());
    bytes_ += text;
  }
  void operator()(time::Date date) { (*this)(date.time_since_epoch().count()); }
  void operator()(const std::optional<double>& number) {
    (*this)(number.has_value());
    if (number) (*this)(*number);
  }
  void operator()(const std::vector<double>& numbers) {
    (*this)(numbers.size());
    if (!numbers.empty()) bytes_.append(reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(double));
  }

  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

/// Reads them again.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  template <class Number>
  requires std::is_arithmetic_v<Number>
  void operator()(Number& number) { std::memcpy(&number, next(sizeof number).data(), sizeof number); }
  void operator()(std::string& text) { text = next(length()); }
  void operator()(time::Date& date) {
    time::Date::rep days{};
    (*this)(days);
    date = time::Date(time::Date::duration(days));
  }
  void operator()(std::optional<double>& number) {
    bool there = false;
    (*this)(there);
    if (!there) return number.reset();
    (*this)(number.emplace());
  }
  void operator()(std::vector<double>& numbers) {
    const auto count = length();
    const auto bytes = next(count * sizeof(double));
    numbers.resize(count);
    if (count > 0) std::memcpy(numbers.data(), bytes.data(), bytes.size());
  }
  /// How many follow. No thing takes less than a byte, so that a broken count cannot ask for more memory than there is.
  std::size_t length() {
    std::size_t count = 0;
    (*this)(count);
    if (count > bytes_.size()) fail();
    return count;
  }
  void end() const {
    if (!bytes_.empty()) fail();
  }

 private:
  [[noreturn]] static void fail() { throw std::invalid_argument("not the bytes of a run"); }
  std::string_view next(std::size_t count) {
    if (count > bytes_.size()) fail();
    const auto front = bytes_.substr(0, count);
    bytes_.remove_prefix(count);
    return front;
  }

  std::string_view bytes_;
};

/// What is in a record, an outcome and a column, for writing and for reading.
template <class Visitor, class Record>
void visit_record(Visitor& visit, Record& record) {
  visit(record.key);
  visit(record.pack);
  visit(record.plan);
  visit(record.scenario);
  visit(record.title_ko);
  visit(record.title_en);
  visit(record.levers);
  visit(record.seed);
  visit(record.draws);
  visit(record.engine);
  visit(record.until);
}

template <class Visitor, class Row>
void visit_outcome(Visitor& visit, Row& outcome) {
  visit(outcome.name);
  visit(outcome.date);
  visit(outcome.group);
  visit(outcome.subgroup);
  for (auto* number : {&outcome.mean, &outcome.sd, &outcome.p05, &outcome.p25, &outcome.p50, &outcome.p75, &outcome.p95,
                       &outcome.probability, &outcome.monte_carlo_error}) {
    visit(*number);
  }
}

template <class Visitor, class Column>
void visit_column(Visitor& visit, Column& column) {
  visit(column.name);
  visit(column.date);
  visit(column.values);
}

}  // namespace

std::string to_bytes(const Run& run) {
  Writer write;
  visit_record(write, run.record);
  write(run.outcomes.size());
  for (const auto& outcome : run.outcomes) visit_outcome(write, outcome);
  write(run.columns.size());
  for (const auto& column : run.columns) visit_column(write, column);
  return write.take();
}

Run run_from(std::string_view bytes) {
  Run run;
  Reader read(bytes);
  visit_record(read, run.record);
  run.outcomes.resize(read.length());
  for (auto& outcome : run.outcomes) visit_outcome(read, outcome);
  run.columns.resize(read.length());
  for (auto& column : run.columns) visit_column(read, column);
  read.end();
  return run;
}

}  // namespace jobcast::store
