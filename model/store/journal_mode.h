#pragma once

#include <utility>

#include "model/store/database.h"

namespace leadlight {

// A big load writes its pages once with a rollback journal and twice with a write-ahead log. Only possible while no one
// else has the store open; otherwise the log stays.
class JournalMode {
 public:
  JournalMode(Database& database, bool bulk) : database_(&database) {
    if (!bulk) return;
    database.waitForOthers(false);
    changed_ = static_cast<bool>(database.run("PRAGMA journal_mode = TRUNCATE"));
    database.waitForOthers(true);
  }
  JournalMode(JournalMode&& other) noexcept
      : database_(other.database_), changed_(std::exchange(other.changed_, false)) {}
  ~JournalMode() {
    if (changed_) static_cast<void>(database_->runPatiently("PRAGMA journal_mode = WAL"));
  }

 private:
  Database* database_;
  bool changed_ = false;
};

}  // namespace leadlight
