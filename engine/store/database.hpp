#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "engine/store/store_error.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace jobcast::store {

/// A connection to an SQLite file. What SQLite reports becomes a StoreError.
class Database {
 public:
  enum class Mode {
    read,
    read_still,  ///< a file that nobody can be writing, in a folder where no lock can be left
    write,
    create
  };

  Database(const std::string& path, Mode mode, std::chrono::milliseconds patience);

  [[nodiscard]] const std::string& path() const { return path_; }
  void execute(const char* sql) const;
  /// The first column of the first row of a query; 0 and "" where there is none.
  [[nodiscard]] std::int64_t number(const char* sql) const;
  [[nodiscard]] std::string text(const char* sql) const;
  /// Throws what the code of the last call to SQLite means.
  [[noreturn]] void fail(int code) const;
  [[nodiscard]] sqlite3* handle() const { return handle_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* handle) const;
  };

  std::string path_;
  std::unique_ptr<sqlite3, Close> handle_;
};

/// A prepared statement. Texts and bytes that are bound must live until it is reset.
class Statement {
 public:
  Statement(const Database& database, std::string_view sql);

  void bind(int index, std::string_view text);
  void bind(int index, std::int64_t number);
  void bind(int index, std::optional<double> number);
  void bind(int index, std::span<const std::byte> bytes);
  /// Whether there is a further row.
  bool step();
  void reset();
  /// Binds 1, 2, … and runs to the end.
  template <class... Values>
  void run(const Values&... values) {
    int index = 0;
    (bind(++index, values), ...);
    while (step()) {
    }
    reset();
  }

  [[nodiscard]] std::int64_t number(int column) const;
  [[nodiscard]] std::optional<double> real(int column) const;
  [[nodiscard]] std::string text(int column) const;
  /// Until the next step.
  [[nodiscard]] std::span<const std::byte> bytes(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  void require(int code) const;

  const Database& database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

/// All of what is done in its life, or, unless committed, none of it. One that only reads sees one moment throughout.
class Transaction {
 public:
  enum class Kind { read, write };

  Transaction(const Database& database, Kind kind);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();

  void commit();

 private:
  const Database& database_;
  bool open_ = true;
};

}  // namespace jobcast::store
