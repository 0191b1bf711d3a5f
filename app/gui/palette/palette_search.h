#pragma once

#include <QString>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "app/gui/snapshot.h"
#include "model/base/progress.h"

namespace leadlight {

// What the palette needs to know of a snapshot before it can be searched: made once per snapshot, in a worker.
struct PaletteIndex {
  struct ColumnValues {
    QString folded;                     // the label
    std::vector<std::uint64_t> leads;   // Text: per code
    bool naming = false;                // values name single leads: found as leads, not offered as filters
    std::vector<std::string> searched;  // Text: the dictionary, folded where it has other than lower-case ASCII
  };
  SnapshotPtr snapshot;
  std::vector<ColumnValues> columns;  // in the frame's order
};
using PaletteIndexPtr = std::shared_ptr<const PaletteIndex>;

// One answer out of the leads: a column to go to, a value to filter by, or a lead.
struct PaletteHit {
  enum class Kind { Column, Value, Lead };
  Kind kind = Kind::Column;
  int rank = 0;
  std::string column;       // canonical
  QString label;            // of the column
  std::string value;        // Value, Lead: as the data has it
  std::uint64_t leads = 0;  // Value: how many have it
  std::int64_t lead = 0;    // Lead
  std::uint32_t row = 0;    // Lead: in the frame
};

PaletteIndexPtr paletteIndex(const SnapshotPtr& snapshot, const Progress& progress);

// The best answers, best first; values before columns before leads among equals. Empty for an empty query.
std::vector<PaletteHit> searchLeads(const PaletteIndex& index, const QString& query, const Progress& progress);

// The condition that keeps, or leaves out, the leads with this value.
Filter keepValue(const PaletteHit& hit);
Filter leaveOutValue(const PaletteHit& hit);

}  // namespace leadlight
