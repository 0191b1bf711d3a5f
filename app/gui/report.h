#pragma once

#include <QString>

#include "app/gui/snapshot.h"

class QApplication;
class QPagedPaintDevice;

namespace leadlight {

class Session;

// Writes the report of the session's leads as PDF and returns the exit code: 0 when it is written.
int writeReport(QApplication& app, Session& session, const QString& file);

// The groupings that the report shows: the source column, the score and the band, as far as the frame has them.
std::vector<ViewSpec> reportViews(const Snapshot& snapshot);

// Paints the report: title, figures, source performance, score distribution, bands, load history. Returns the number of
// pages.
int paintReport(QPagedPaintDevice& device, const Linked& linked);

}  // namespace leadlight
