#pragma once

#include "model/base/result.h"
#include "model/store/database.h"

namespace leadlight {

// Brings a store's schema up to date: an append-only list of steps keyed on PRAGMA user_version, each in a transaction
// of its own. Errors: StoreNewer when a newer version wrote it, StoreDamaged when it is some other program's file.
Status migrate(Database& database);
// Only checks the version, for read-only connections.
Status checkVersion(Database& database);
// Has every step been taken?
Result<bool> isCurrent(Database& database);

}  // namespace leadlight
