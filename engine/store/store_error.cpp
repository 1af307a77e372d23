#include "engine/store/store_error.hpp"

#include "engine/store/schema.hpp"

namespace jobcast::store {
namespace {

/// Ids of the sentences for a trouble: what was found, what was expected, how to mend it.
struct Words {
  const char* problem;
  const char* expected;
  const char* mend;
};

Words words_of(StoreTrouble trouble) {
  switch (trouble) {
    case StoreTrouble::missing:
      return {"store.missing", "store.expected_store", "store.mend_missing"};
    case StoreTrouble::not_a_database:
      return {"store.not_a_database", "store.expected_store", "store.mend_other_file"};
    case StoreTrouble::foreign:
      return {"store.foreign", "store.expected_store", "store.mend_other_file"};
    case StoreTrouble::newer:
      return {"store.newer", "store.expected_schema", "store.mend_newer"};
    case StoreTrouble::damaged:
      return {"store.damaged", "store.expected_whole", "store.mend_damaged"};
    case StoreTrouble::locked:
      return {"store.locked", "store.expected_free", "store.mend_locked"};
    case StoreTrouble::disk_full:
      return {"store.disk_full", "store.expected_room", "store.mend_disk_full"};
    case StoreTrouble::read_only:
      return {"store.read_only", "store.expected_writable", "store.mend_rights"};
    case StoreTrouble::unreachable:
      break;
  }
  return {"store.unreachable", "store.expected_reachable", "store.mend_rights"};
}

}  // namespace

StoreError::StoreError(StoreTrouble trouble, const std::string& path, const std::string& detail) : trouble_(trouble) {
  const auto [problem, expected, mend] = words_of(trouble);
  fault_ = {{path}, {problem, {path, detail}}, {expected, {std::to_string(schema_version)}}, {mend, {path}}};
  text_ = path + ": " + problem + (detail.empty() ? "" : ": " + detail);
}

bool StoreError::is_bad_input() const {
  switch (trouble_) {
    case StoreTrouble::missing:
    case StoreTrouble::not_a_database:
    case StoreTrouble::foreign:
    case StoreTrouble::newer:
    case StoreTrouble::damaged:
      return true;
    case StoreTrouble::locked:
    case StoreTrouble::disk_full:
    case StoreTrouble::read_only:
    case StoreTrouble::unreachable:
      return false;
  }
  return false;
}

}  // namespace jobcast::store
