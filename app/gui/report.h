#pragma once

#include <QString>

#include "app/gui/snapshot.h"

class QApplication;

namespace leadlight {

class Session;

// Writes the report of the session's leads as PDF: title, figures, charts, source performance, bands, scorecard, data
// quality, load history; leads, filter, scorecard and load at the foot of each page. Returns the exit code: 0 when it
// is written.
int writeReport(QApplication& app, Session& session, const QString& file);

// The groupings that the report shows: those of the charts, the source column and the band, as far as the frame has
// them.
std::vector<ViewSpec> reportViews(const Snapshot& snapshot);

}  // namespace leadlight
