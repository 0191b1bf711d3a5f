#pragma once

#include <QString>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "app/gui/leads/leads_columns.h"
#include "widgets/table/lead_table.h"

namespace leadlight {

// How someone likes to see the columns of a dataset, by their names, so that it outlives loads that add some.
struct ColumnArrangement {
  std::vector<std::string> order;     // columns that are not named follow in the table's own order
  std::map<std::string, int> widths;  // px, where it was changed
  std::set<std::string> hidden, pinned;
  bool pinsChosen = false;  // else the column that names a lead is pinned
  bool showAll = false;     // constant and empty columns too
  bool operator==(const ColumnArrangement&) const = default;

  std::string text() const;                                    // as JSON
  static ColumnArrangement fromText(const std::string& text);  // of anything else: the usual one
};

bool isPinned(const ColumnArrangement& arrangement, const LeadColumns& columns, std::size_t column);
bool isHidden(const ColumnArrangement& arrangement, const LeadColumns& columns, std::size_t column);
TableLayout layoutOf(const ColumnArrangement& arrangement, const LeadColumns& columns);
// Takes over what the user did to the table.
void takeArranged(ColumnArrangement& arrangement, const LeadColumns& columns, const LeadTable& table);

// Kept between runs, for each dataset of each store.
ColumnArrangement readArrangement(const QString& store, const std::string& dataset);
void writeArrangement(const QString& store, const std::string& dataset, const ColumnArrangement& arrangement);

}  // namespace leadlight
