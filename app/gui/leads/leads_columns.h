#pragma once

#include <vector>

#include "app/gui/snapshot.h"
#include "widgets/table/column_figures.h"
#include "widgets/table/histogram_header.h"
#include "widgets/table/lead_table_model.h"

namespace leadlight {

// The columns of the leads table, all of the dataset's and of the frame's: first the one that names a lead, then score
// and band, then what the champion reads, then the rest in the dataset's order, long keys last.
struct LeadColumns {
  std::vector<TableColumn> columns;
  std::vector<int> figure;     // position in the figures; -1: stays in the store
  std::vector<bool> hideable;  // constant or empty
  std::vector<int> widths;     // px
  int pinned = 0;              // 1: the first one names a lead, and stays in place unless the user wants it otherwise
};
LeadColumns leadColumns(const Snapshot& snapshot, const std::vector<ColumnFigure>& figures);

// What the heads show. kept: keptFigures() of the rows in the list; empty while they are counted. pinned: by column.
std::vector<HeaderContent> headContents(const Snapshot& snapshot, const LeadColumns& columns,
                                        const std::vector<ColumnFigure>& figures,
                                        const std::vector<std::vector<std::uint64_t>>& kept,
                                        const std::vector<Filter>& conditions, const std::vector<bool>& pinned);

// "Lead 594343": how people name the lead of a frame row.
QString leadTitle(const LeadColumns& columns, const Frame& frame, std::uint32_t row);

}  // namespace leadlight
