#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/store/dataset.h"

namespace leadlight {

struct UndoReport {
  std::int64_t loadId = 0;             // the load that was undone
  std::int64_t event = 0;              // the number of this undo in the history
  std::uint64_t removed = 0;           // leads that the load had brought
  std::uint64_t restored = 0;          // leads that went back to their earlier version
  std::uint64_t kept = 0;              // leads that stay as they are, since a later load brought the same rows
  std::vector<TypeChange> types = {};  // columns that got an earlier type back
};

// What one event made of a lead.
struct LeadVersion {
  enum class Kind { Loaded, Changed, Restored, Removed };
  struct Cell {
    std::string column;
    std::string before, after;  // as text; empty when absent
  };
  std::int64_t event = 0;  // the load or undo that brought this version
  Kind kind = Kind::Loaded;
  std::string at;                     // ISO 8601, UTC
  std::string file;                   // of the load, or of the load that was undone
  std::optional<std::int64_t> undid;  // Restored, Removed: the load that was undone
  std::vector<Cell> cells;            // that differ from the version before
};

struct AuditEntry {
  std::string at;      // ISO 8601, UTC
  std::string action;  // "load", "retry", "undo", "champion", "snapshot", "restore"
  std::string detail;  // "load 3"
};

}  // namespace leadlight
