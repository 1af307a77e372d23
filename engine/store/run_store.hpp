#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/store/run.hpp"
#include "engine/store/store_error.hpp"

namespace jobcast::store {

/// What a store is opened for.
enum class Access {
  read,   ///< must exist; is not changed
  write,  ///< must exist
  create  ///< is made where it is missing
};

/// What became of a run given to write().
enum class Written {
  added,
  extended,  ///< the one that was there had fewer draws, or no columns where this one has them
  kept       ///< the one that is there says as much or more
};

/// Runs in one SQLite file, in write-ahead mode: a process may be killed, and the disk may fill, at any moment; every
/// run is then there as a whole or not at all. Several processes may use one store at a time. An object is for one
/// thread at a time. Throws StoreError. docs/run-store.md describes the tables.
class RunStore {
 public:
  static constexpr std::chrono::milliseconds default_patience{10'000};

  /// `patience`: how long to wait for another process that writes.
  RunStore(const std::string& path, Access access, std::chrono::milliseconds patience = default_patience);
  ~RunStore();
  RunStore(RunStore&&) noexcept;
  RunStore& operator=(RunStore&&) noexcept;

  [[nodiscard]] const std::string& path() const;

  /// The record of a run, with the draws that are there; nothing when it is not there.
  [[nodiscard]] std::optional<RunRecord> find(std::string_view key) const;
  /// The runs whose keys begin with `prefix`; all of them for an empty one. By plan, scenario, seed and key, so that
  /// the order does not tell who wrote first.
  [[nodiscard]] std::vector<RunRecord> list(std::string_view prefix = {}) const;
  /// A whole run; throws `damaged` when its bytes are not those that were written. Precondition: it is there.
  [[nodiscard]] Run read(std::string_view key) const;
  /// Whether the run has columns of draws.
  [[nodiscard]] bool has_columns(std::string_view key) const;

  /// Writes runs in one transaction, all of them or none. More draws replace fewer, never the other way round.
  Written write(const Run& run);
  std::vector<Written> write(std::span<const Run> runs);
  /// Whether there was one to delete.
  bool erase(std::string_view key);

  /// Reads everything and throws `damaged` at the first contradiction: pages, tables, and every run's own fingerprint.
  void verify() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace jobcast::store
