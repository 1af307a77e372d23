#pragma once

#include "engine/store/database.hpp"

namespace jobcast::store {

/// Version of the tables, in the file's user_version. A file of a later one is refused.
inline constexpr int schema_version = 1;
/// "JobC", in the file's application_id.
inline constexpr int application_id = 0x4a6f6243;

/// Makes the tables of a file that has none, all of them at once.
void make_schema(const Database& database);

/// Throws StoreError unless the file is a run store that this program can read.
void require_schema(const Database& database);

/// Whether a file is as SQLite makes it, without a table or an owner.
bool is_blank(const Database& database);

}  // namespace jobcast::store
