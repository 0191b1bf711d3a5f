#pragma once

#include <QString>
#include <QStringList>
#include <vector>

#include "app/gui/lead_insight.h"
#include "app/gui/leads/leads_columns.h"
#include "model/store/store.h"

namespace leadlight {

// One event in a lead's life, in words: "Changed by load 3", when and whence, and what it changed.
struct HistoryEntry {
  QString what, when;
  QStringList changes;
};
// Newest first.
std::vector<HistoryEntry> historyOf(const std::vector<LeadVersion>& versions, const LeadColumns& columns);

// A past lead that resembles the chosen one.
struct AlikeLead {
  std::int64_t leadId = 0;
  QString title, score;
  bool won = false;
};
std::vector<AlikeLead> alikeOf(const LeadInsight& insight, const LeadColumns& columns, const Frame& frame);

}  // namespace leadlight
