#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/store/run_store.hpp"

namespace jobcast::store {

/// A text that is kept beside the runs of a store, and the run that it led to.
struct Document {
  std::int64_t id = 0;
  std::string collection;
  std::string name;  ///< unique within the collection
  std::string text;
  std::string run;           ///< a run's key; may be empty
  std::int64_t version = 1;  ///< one more with every change
  std::string changed;       ///< UTC, "2024-10-13T09:30:00Z"

  friend bool operator==(const Document&, const Document&) = default;
};

/// The documents of a run store: one more table in its file, which is made when the first one is kept. Several
/// processes may use it at a time; an object is for one thread. Throws StoreError.
class Documents {
 public:
  static constexpr std::size_t most = 1000;  ///< of a store

  /// The store must be there.
  explicit Documents(const std::string& path, std::chrono::milliseconds patience = RunStore::default_patience);

  /// By collection and name; of all collections for an empty one.
  [[nodiscard]] std::vector<Document> list(const std::string& collection = {}) const;
  [[nodiscard]] std::optional<Document> find(std::int64_t id) const;
  [[nodiscard]] std::optional<Document> find(const std::string& collection, const std::string& name) const;

  enum class Kept { kept, name_taken, gone, other_version, too_many };
  struct Outcome {
    Kept kept = Kept::kept;
    Document document;  ///< as it is now in the store; where nothing was kept, as it was asked for
  };
  /// Gives it an id and version 1.
  Outcome add(Document document);
  /// Name, text and run of the document with this id, unless its version is another than `expected`.
  Outcome change(Document document, std::optional<std::int64_t> expected);
  /// The document that was there.
  std::optional<Document> erase(std::int64_t id);

 private:
  struct Parts;
  std::shared_ptr<Parts> parts_;
};

}  // namespace jobcast::store
