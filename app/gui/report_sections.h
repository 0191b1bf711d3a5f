#pragma once

#include <vector>

#include "app/gui/report_pages.h"
#include "app/gui/snapshot.h"
#include "model/frame/column_gaps.h"

namespace leadlight {

// The charts of the charts page, two side by side. REQUIRES: a running QApplication
void paintCharts(ReportPages& pages, const LinkedPtr& linked);
// What is missing, by column, and what the loads refused.
void paintQuality(ReportPages& pages, const Snapshot& snapshot, const std::vector<ColumnGaps>& gaps);
// The champion: what it is made of and how well it did when it was learned.
void paintScorecard(ReportPages& pages, const RegisteredScorecard& card);

}  // namespace leadlight
